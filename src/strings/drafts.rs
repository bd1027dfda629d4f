//! What is said of drafts: what happened, what was kept, what to do.

crate::texts! {
    /// Since the draft was begun: nothing that concerns it.
    SINCE_NOTHING = "这一项此后没有变化。" | "Nothing changed on it since.";
    /// Since then: a report of the same unit.
    SINCE_REPORTED = "此后{0}报过{1}一份({2}),您的会另存一份。" | "Since then {0} reported for {1} ({2}); yours will be another.";
    /// Since then: the entry was changed.
    SINCE_EDITED = "此后{0}改过{1},保存时一栏一栏合并。" | "Since then {0} changed {1}; saving merges field by field.";
    /// Since then: the entry was deleted.
    SINCE_DELETED = "此后{0}删掉了这份进展,保存会成为新的一份。" | "Since then {0} deleted the entry; saving makes a new one.";
    /// The column of a table.
    COL_SINCE = "此后" | "Since then";

    /// drafts.
    DRAFTS = "看自己还没有保存的草稿" | "List your drafts that are not saved yet";
    /// drafts discard.
    DISCARD = "丢弃一份草稿" | "Discard a draft";
    /// drafts discard N.
    DISCARD_N = "草稿编号,见 duban drafts" | "Number of the draft, as `duban drafts` lists it";
    /// No draft at all.
    NONE = "没有草稿。" | "There are no drafts.";
    /// Printed by discard.
    DISCARDED = "已丢弃草稿{0}:{1}" | "Discarded draft {0}: {1}";
    /// Column.
    COL_DRAFT = "草稿" | "Draft";
    /// Column.
    COL_TASK = "任务" | "Task";
    /// Column.
    COL_UNIT = "单位" | "Unit";
    /// Column.
    COL_AGE = "多久以前" | "Age";
    /// Column.
    COL_STATE = "情况" | "State";
    /// Column.
    COL_WORDS = "开头" | "First words";
    /// A draft whose form is open.
    OPEN = "正在填写" | "open";
    /// A draft that cannot be read.
    DAMAGED = "已损坏" | "damaged";
    /// A draft of a new entry.
    NEW = "新填" | "new";
    /// A draft of a change.
    EDIT = "修改#{0}" | "edit #{0}";
    /// Age.
    JUST_NOW = "刚刚" | "just now";
    /// Age.
    MINUTES = "{0}分钟前" | "{0} min ago";
    /// Age.
    HOURS = "{0}小时前" | "{0} h ago";
    /// Age.
    DAYS = "{0}天前" | "{0} d ago";
    /// Somebody has the form open.
    OPEN_ELSEWHERE = "这份草稿正在另一处填写,没有动它。请先在那边关掉。" | "This draft is open elsewhere and was left alone. Close it there first.";
    /// No room.
    FULL = "磁盘满了,草稿没有存下;字都还在屏幕上。请尽快保存,或腾出空间。" | "The disk is full and the draft was not kept; the words are still on the screen. Save soon or free some room.";
    /// Only to be read.
    READ_ONLY = "草稿目录或文件不能写,草稿没有存下;字都还在屏幕上。请检查权限。" | "The drafts' folder or file cannot be written and the draft was not kept; the words are still on the screen. Check the permissions.";
    /// Too long for a draft.
    LONG = "写了{0}字节,草稿最多存{1}字节,没有再存;此前存下的还在。请删短或尽快保存。" | "This is {0} bytes and a draft holds {1}; what was kept before is still there. Shorten it or save soon.";
    /// Too many drafts.
    MANY = "草稿已有{0}份,不能再多,这一份没有存。请用 duban drafts 看一看,丢弃不要的。" | "There are {0} drafts already, which is the most; this one is not kept. See `duban drafts` and discard some.";
    /// No such draft.
    MISSING = "没有编号是{0}的草稿。编号见 duban drafts。" | "There is no draft {0}. `duban drafts` lists them.";
    /// Not our folder.
    FOLDER = "{0} 不是督办的草稿目录(是链接、文件,或谁都能写),没有动它,草稿没有存。请移走它。" | "{0} is not a drafts folder of duban (a link, a file, or open to everybody); it was left alone and the draft was not kept. Move it away.";
    /// The system refuses.
    IO = "草稿存不到 {0}:{1}。字都还在屏幕上,请尽快保存。" | "The draft cannot be kept in {0}: {1}. The words are still on the screen; save soon.";
}
