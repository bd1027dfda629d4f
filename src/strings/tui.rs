//! What the screen says, apart from keys and words of the field. Every text here keeps to characters that all
//! terminals draw equally wide.

crate::texts! {
    /// Name of the program in the head.
    NAME = "督办" | "duban";
    /// As-of day in the head.
    AS_OF = "截至{0}" | "as of {0}";
    /// No filter.
    EVERYTHING = "全部任务" | "all tasks";
    /// Filter part.
    UNIT = "单位:{0}" | "unit:{0}";
    /// Filter part.
    ROLE = "角色:{0}" | "role:{0}";
    /// Filter part.
    GROUP = "组:{0}" | "group:{0}";
    /// Filter part.
    STATUS = "状态:{0}" | "status:{0}";
    /// Filter part.
    LIGHT = "灯:{0}" | "light:{0}";
    /// Filter part.
    TEXT = "含:{0}" | "has:{0}";
    /// How many pass.
    COUNT = "{0}/{1}项" | "{0}/{1}";
    /// Behind an active filter.
    CLEARS = "c清除" | "c clears";
    /// The plan's term is over.
    HORIZON = "规划期已满" | "plan's term is over";
    /// Heading of groups.
    GROUPS = "主要任务" | "Groups";
    /// Beside it.
    ALL_COUNT = "全部{0}" | "all {0}";
    /// Heading of units.
    UNITS = "责任单位" | "Units";
    /// Beside it.
    UNITS_COUNTS = "牵头/共" | "leads/all";
    /// Under the units.
    OTHER_UNITS = "其余{0}个单位 按u" | "{0} more: u";
    /// 牵.
    LEAD_MARK = "牵" | "L";
    /// 配.
    SUPPORT_MARK = "配" | "S";
    /// 涉.
    COVERED_MARK = "涉" | "C";
    /// Tab.
    TAB_ENTRIES = "进展" | "entries";
    /// Tab.
    TAB_TEXT = "原文" | "text";
    /// Tab.
    TAB_INDICATORS = "指标" | "indicators";
    /// Tab.
    TAB_UNITS = "单位" | "units";
    /// Beside the tabs.
    LEAD_IS = "牵头 {0}" | "lead {0}";
    /// Nothing reported yet.
    NO_ENTRIES = "还没有报送过。按 a 写一句话进展。" | "Nothing reported yet. Press a to write a line.";
    /// Nothing reported by this unit.
    NO_ENTRIES_OF = "{0}还没有报送过这一项。按 a 写一句话进展。" | "{0} has not reported on this yet. Press a to write a line.";
    /// No row.
    NO_ROWS = "没有符合的任务。按 c 清除筛选。" | "No task fits. Press c to clear the filter.";
    /// No indicator.
    NO_INDICATORS = "文件没有给这一项定数值和日期。" | "The document sets no number and no date for this task.";
    /// Before the problems.
    PROBLEMS = "问题" | "Problems";
    /// Before the next steps.
    NEXT = "措施" | "Next";
    /// The document's date of a task.
    DUE = "时限 {0}" | "due {0}";
    /// More entries below.
    MORE = "往期还有 PgDn往下" | "older ones: PgDn";
    /// Title of the picker.
    PICK = "选责任单位、主要任务或状态" | "Choose a unit, group or status";
    /// Heading in the picker.
    PICK_NAME = "名称" | "Name";
    /// Heading in the picker.
    PICK_ALSO = "又称" | "Also";
    /// Kind of a picker's row.
    PICK_GROUP = "主要任务" | "group";
    /// Kind of a picker's row.
    PICK_STATUS = "状态" | "status";
    /// Under the picker.
    PICK_HELP = "汉字、全拼、首字母都行 上下键选 Enter定 空着按退格离开" | "Type name, pinyin or initials; arrows, Enter; Backspace leaves";
    /// The picker finds nothing.
    PICK_NOTHING = "没有相符的。退格删字,或 Ctrl-G 离开。" | "Nothing fits. Backspace, or Ctrl-G to leave.";
    /// Members come through a collective.
    VIA = "经{0}" | "via {0}";
    /// Head of the one-line entry.
    REPORT = "填报 {0} {1} {2} {3}" | "Report {0} {1} {2} {3}";
    /// Keys of the one-line entry.
    REPORT_KEYS = "Enter保存 Ctrl-G离开(留草稿)" | "Enter saves, Ctrl-G leaves (draft kept)";
    /// While it is being saved.
    SAVING = "正在保存.." | "Saving..";
    /// Saved.
    SAVED = "已保存 {0} {1} 第{2}号" | "Saved {0} {1} no. {2}";
    /// A draft stays.
    DRAFT_KEPT = "草稿留着:{0} {1}。再按 a 接着写,退出程序前有效。" | "Draft kept: {0} {1}. Press a to go on; it lasts until you quit.";
    /// A draft is taken up again.
    DRAFT_BACK = "接着上次的草稿写。" | "Going on with your draft.";
    /// Quitting with drafts.
    DRAFTS_LEFT = "还有{0}份没写完的草稿,退出就没有了。再按一次 q 退出,按 a 接着写。" | "{0} unfinished drafts would be lost. Press q again to quit, a to go on.";
    /// The text is full.
    FULL = "最多{0}个字,多出的没有放进去。" | "At most {0} characters; the rest was not taken.";
    /// Choosing a status.
    CHOOSE_STATUS = "改状态: {0}  数字选 Ctrl-G离开" | "New status: {0}  by digit, Ctrl-G leaves";
    /// Find prompt.
    FIND = "搜索" | "Find";
    /// Keys of the prompt.
    FIND_KEYS = "Enter定 Ctrl-G不找了" | "Enter keeps, Ctrl-G cancels";
    /// Digits typed.
    GOING_TO = "到第{0}项" | "to task {0}";
    /// Digits outside the filter.
    PAUSED = "第{0}项不在筛选里,筛选先放一放,退格恢复。" | "Task {0} is outside the filter; it is paused, Backspace restores it.";
    /// No such task.
    NO_TASK = "没有第{0}项,编号是1到{1}。" | "There is no task {0}; they are 1 to {1}.";
    /// The filter came back.
    RESTORED = "筛选恢复了。" | "The filter is back.";
    /// A role needs a unit.
    ROLE_NEEDS_UNIT = "先按 u 选单位,再按 r 选角色。" | "Choose a unit with u first, then its role with r.";
    /// Hanzi typed as commands.
    IME_ON = "中文输入法开着,按Shift切换。" | "Your input method is on; Shift switches it.";
    /// Bytes that are not UTF-8.
    NOT_UTF8 = "终端编码不是UTF-8,汉字会打不进来。请把终端设成UTF-8。" | "The terminal does not send UTF-8. Set its encoding to UTF-8.";
    /// Pasted where no text is expected.
    PASTE_NOWHERE = "粘贴的文字没有地方放。按 a 填报后再粘贴。" | "There is nowhere to put the pasted text. Press a first.";
    /// `:`.
    PRESS_Q = "按 q 退出。" | "Press q to quit.";
    /// The unit has no part in the task.
    NO_PART = "{0}不是这一项的责任单位,不能替它填报。" | "{0} has no part in this task and cannot report on it.";
    /// Somebody else's change came in.
    REFRESHED = "别人刚报送过,已更新。" | "Somebody else just reported; refreshed.";
    /// Reading failed; the sentence follows.
    STALE = "没能更新:{0}" | "Not refreshed: {0}";
    /// Title of the menu.
    MENU = "操作" | "Actions";
    /// Under the menu.
    MENU_HELP = "数字选 Ctrl-G离开" | "Choose by digit; Ctrl-G leaves";
    /// The window is too small.
    TOO_SMALL = "窗口太小" | "Too small";
    /// How large it must be.
    AT_LEAST = "至少{0}x{1}" | "min {0}x{1}";
    /// Characters typed.
    CHARS = "{0}字" | "{0} chars";
    /// The terminal went away.
    LINE_DROPPED = "督办:线路断了。已保存的都在。" | "duban: the line dropped. Everything saved is kept.";
    /// The process was told to end.
    SIGNALLED = "督办:收到信号{0},已退出。已保存的都在。" | "duban: ended by signal {0}. Everything saved is kept.";
}
