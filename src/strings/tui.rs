//! What the screen says, apart from keys and words of the field. Every text here keeps to characters that all
//! terminals draw equally wide.

crate::texts! {
    /// Nothing is written while one looks back.
    LOOKING_ONLY = "现在回看的是{0},只能看。到清单里按 c 回到今天再办。" | "This is how it stood on {0} and can only be read. In the list, c comes back to today.";
    /// In the head while one looks back.
    LOOKING = "回看,只能看 c回今天" | "looking back, c: today";
    /// Name of the program in the head.
    NAME = "督办" | "duban";
    /// No filter.
    EVERYTHING = "全部任务" | "all tasks";
    /// How many pass.
    COUNT = "{0}/{1}项" | "{0}/{1}";
    /// Behind an active filter.
    CLEARS = "c清除" | "c clears";
    /// Reports owed for a period.
    OWED_COUNT = "应报{0}" | "owed {0}";
    /// The period is closed.
    PERIOD_CLOSED = "已关期" | "closed";
    /// The cut-off passed so many days ago.
    CUTOFF_PASSED = "截止已过{0}天" | "cut-off passed {0}d ago";
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
    /// Whom one calls.
    CALL = "找 {0} {1}" | "call {0} {1}";
    /// The document's date of a task.
    DUE = "时限 {0}" | "due {0}";
    /// More entries below.
    MORE = "往期还有 PgDn往下" | "older ones: PgDn";
    /// Under a glance at the reports.
    READ_ON = "还有 PgDn往下" | "more: PgDn";
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
    PICK_HELP = "汉字、全拼、首字母都行 上下键选 Enter定 空着按退格离开" | "Name, pinyin or initials; arrows, Enter; Backspace leaves";
    /// The picker finds nothing.
    PICK_NOTHING = "没有相符的。退格删字,或 Ctrl-G 离开。" | "Nothing fits. Backspace, or Ctrl-G to leave.";
    /// Who typed a report for somebody else.
    TYPED_BY = "录入:{0}" | "typed by {0}";
    /// Head of the one-line entry.
    REPORT = "填报 {0} {1} {2} {3}" | "Report {0} {1} {2} {3}";
    /// One side of a conflict has nothing there.
    CLASH_NONE = "(没有)" | "(nothing)";
    /// The text is full.
    FULL = "最多{0}个字,多出的没有放进去。" | "At most {0} characters; the rest was not taken.";
    /// Choosing a status.
    CHOOSE_STATUS = "改状态: {0}  数字选 Ctrl-G离开" | "New status: {0}  by digit, Ctrl-G leaves";
    /// Find prompt.
    FIND = "搜索" | "Find";
    /// Keys of the prompt.
    FIND_KEYS = "Tab补全 Enter定 Ctrl-G不找了" | "Tab completes, Enter keeps, Ctrl-G";
    /// Digits typed.
    GOING_TO = "到第{0}项" | "to task {0}";
    /// Digits outside the filter.
    PAUSED = "第{0}项不在筛选里,筛选先放一放,退格恢复。" | "Task {0} is outside the filter; it is paused, Backspace restores it.";
    /// No such task.
    NO_TASK = "没有第{0}项,编号是1到{1}。" | "There is no task {0}; they are 1 to {1}.";
    /// The filter came back.
    RESTORED = "筛选恢复了。" | "The filter is back.";
    /// There is no place before.
    NO_WAY_BACK = "前面没有别的屏了。" | "There is nothing to go back to.";
    /// A role needs a unit.
    ROLE_NEEDS_UNIT = "先按 u 选单位,再按 r 选角色。" | "Choose a unit with u first, then its role with r.";
    /// Hanzi typed as commands.
    IME_ON = "中文输入法开着,按Shift切换。" | "Your input method is on; Shift switches it.";
    /// Bytes that are not UTF-8.
    NOT_UTF8 = "终端编码不是UTF-8,汉字会打不进来。请把终端设成UTF-8。" | "The terminal does not send UTF-8. Set its encoding to UTF-8.";
    /// Pasted where no text is expected.
    PASTE_NOWHERE = "粘贴的文字没有地方放。按 a 填报后再粘贴。" | "There is nowhere to put the pasted text. Press a first.";
    /// Pasted where it does not fit.
    PASTE_TOO_LONG = "粘贴的太长,没有放进去。这里还能放{0}个字。" | "Too long to paste here; nothing was taken. There is room for {0} more.";
    /// `:`.
    PRESS_Q = "按 q 退出。" | "Press q to quit.";
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
    /// Nobody pressed a key for as long as the settings allow.
    IDLE = "督办:太久没有按键,已退出。已保存的都在,没存的在草稿里。" | "duban: no key for too long, so it ended. What was saved is kept, the rest is in your drafts.";
    /// Keys of the one-line report.
    REPORT_KEYS = "Enter存 Tab整页 Ctrl-G离开" | "Enter saves, Tab form, Ctrl-G";
    /// Leaving a form whose draft could not be kept.
    NOT_LEFT = "草稿存不下,离开就没了,所以还留在这里。请先保存,或清空再离开。" | "The draft cannot be kept and would be lost, so this stays open. Save it, or empty it and leave.";
    /// A draft stays.
    DRAFT_KEPT = "草稿留着:{0} {1}。再打开就接着写。" | "Draft kept: {0} {1}. Open it again to go on.";
    /// A draft is taken up again.
    DRAFT_BACK = "接着{0}的草稿写。" | "Going on with your draft of {0}.";
    /// At start.
    DRAFTS = "有{0}份没写完的草稿:{1}。打开那一项再填报就接着写。" | "{0} unfinished drafts: {1}. Report on that task to go on.";
    /// A draft was thrown away.
    DISCARDED = "这次填写放弃了,没有保存。" | "Thrown away; nothing was saved.";
    /// There is no entry to edit.
    NOTHING_TO_EDIT = "这一项还没有可改的。" | "There is nothing here to change yet.";
    /// Title of the form.
    FORM = "填报" | "Report";
    /// A new report.
    FORM_NEW = "新增" | "new";
    /// A change of an entry.
    FORM_EDIT = "改第{0}号第{1}版" | "edits no. {0} v{1}";
    /// Draft is safe.
    KEPT_AT = "草稿已存 {0}" | "draft kept {0}";
    /// Who else has it open.
    OTHERS = "{0}也开着" | "also open: {0}";
    /// Keys of the form.
    FORM_KEYS = "Tab下一栏 Shift-Tab上一栏 Ctrl-S或Ctrl-O保存 Ctrl-G存草稿离开 Ctrl-Z撤销输入" | "Tab next, Shift-Tab back, Ctrl-S or Ctrl-O saves, Ctrl-G leaves, Ctrl-Z undoes";
    /// Keys of the form where there is little room.
    FORM_KEYS_SHORT = "Tab下一栏 Ctrl-S保存 Ctrl-G离开(留草稿) Ctrl-Z撤销输入" | "Tab next, Ctrl-S saves, Ctrl-G leaves, Ctrl-Z undoes";
    /// Label.
    F_UNIT = "单位" | "Unit";
    /// Label.
    F_PERIOD = "期次" | "Period";
    /// Label.
    F_DAY = "日期" | "Day";
    /// Label.
    F_STATUS = "状态" | "Status";
    /// Label.
    F_PERCENT = "进度" | "Percent";
    /// Label.
    F_VALUE = "指标" | "Value";
    /// Label.
    F_EVIDENCE = "佐证" | "Evidence";
    /// Label.
    F_NOTE = "说明" | "note";
    /// Hint.
    LAST_TIME = "上期 {0}" | "last: {0}";
    /// Hint.
    LAST_VALUE = "上次 {0}" | "last {0}";
    /// The text is the one of the report before.
    REPEATS = "与上期相同" | "same as last time";
    /// How to bring in the text before.
    COPY_KEY = "Ctrl-R 抄入上期" | "Ctrl-R copies the last";
    /// Button.
    B_SAVE = "保存" | "Save";
    /// Button.
    B_LEAVE = "存草稿离开" | "Keep draft, leave";
    /// Button.
    B_DISCARD = "放弃这次填写" | "Throw away";
    /// Title of a conflict.
    CLASH = "两人改了同一份  {0} {1}  {2}" | "Two people changed the same entry  {0} {1}  {2}";
    /// Who was first.
    CLASH_WHO = "{0} {1} 已存第{2}版;你从第{3}版改起。什么都没有丢。" | "{0} saved version {2} at {1}; you began from version {3}. Nothing is lost.";
    /// What is shown.
    CLASH_ONLY = "只列两人都改了的{0}处;其余相同或只有一方改,已自动合并" | "Only what both changed ({0}); the rest is the same or merged";
    /// How much of it is on screen.
    CLASH_TURN = "第{0}到{1}行,共{2}行 PgDn PgUp翻看" | "rows {0} to {1} of {2}, PgDn and PgUp turn";
    /// Two values cannot stand one after the other.
    CLASH_ONLY_TEXTS = "只有成段的文字能两段都留。" | "Only texts can be kept both.";
    /// One's own side.
    CLASH_YOU = "你" | "you";
    /// Both sides are kept.
    CLASH_BOTH = "[两段都留]" | "[both kept]";
    /// Keys of a conflict.
    CLASH_KEYS = "上下键选栏 1用对方 2用我的 3两段都留 Tab到按钮 Ctrl-S保存 Ctrl-G离开(留草稿)" | "Up/Down field, 1 theirs, 2 mine, 3 both, Tab buttons, Ctrl-S save, Ctrl-G leave";
    /// Button.
    B_CLASH_SAVE = "按上面所选保存为第{0}版" | "Save as version {0}";
    /// Button.
    B_CLASH_BACK = "回去接着改" | "Back to the form";
    /// Button.
    B_CLASH_YIELD = "用{0}的,我的留作草稿" | "Take {0}'s, keep mine as draft";
    /// Question.
    ASK_DELETE = "删除第{0}号?可以撤销。" | "Delete no. {0}? It can be undone.";
    /// Question.
    ASK_UNDO = "撤销{2} 第{0}号({1})?" | "Undo: {2} no. {0} ({1})?";
    /// Question.
    ASK_REDO = "恢复刚撤销的改动 第{0}号({1})?" | "Bring back what was undone: no. {0} ({1})?";
    /// Answers.
    YES_NO = "y或1是 n或2否" | "y or 1 yes, n or 2 no";
    /// Nothing to take back.
    NOTHING_TO_UNDO = "没有可撤销的:你还没有改过什么。" | "There is nothing of yours to undo.";
    /// Nothing to bring again.
    NOTHING_TO_REDO = "没有可恢复的:刚才没有撤销过什么。" | "There is nothing to redo.";
    /// Tab.
    TAB_HISTORY = "历史" | "history";
    /// Nothing was done yet.
    NO_HISTORY = "这一项还没有记录。" | "Nothing has been recorded here yet.";
    /// How to open a version.
    HISTORY_KEYS = "Enter 逐版看、恢复旧版" | "Enter: read and bring back versions";
    /// From where.
    FROM = "从{0}" | "from {0}";
    /// The text was purged or the entry is gone.
    NO_TEXT = "(没有正文)" | "(no text)";
    /// Keys of the versions.
    VERSIONS_KEYS = "上下键换一版 e 把这一版放进表单(保存才生效) 退格返回" | "Up/Down version, e puts it into the form, Backspace returns";
    /// Title of the versions.
    VERSIONS = "历史 {0} {1}  {2}/{3}" | "History {0} {1}  {2}/{3}";
    /// Settings.
    SETTINGS = "设置  语言: 1中文 2English  Ctrl-G离开" | "Settings  language: 1 Chinese 2 English  Ctrl-G leaves";
    /// No more hits.
    NO_HITS = "没有搜过什么。按 / 搜索。" | "Nothing was looked for. Press / first.";
    /// The ledger is shown as it was recorded.
    KNOWN_AT = "{0}时的记录" | "as recorded {0}";
    /// The past is only read.
    PAST_IS_READ_ONLY = "看的是{0}时的记录,只能看。不带 --known-at 打开才能填报。" | "This is the record of {0} and can only be read. Open without --known-at to write.";
    /// Characters typed and allowed.
    CHARS_OF = "{0}/{1}字" | "{0}/{1}";
    /// Beside the progress.
    NEEDED = "(必填;只改状态可以空着)" | "(needed, unless only the status changes)";
    /// Beside the progress where there is little room.
    NEEDED_SHORT = "(必填)" | "(needed)";
    /// Beside the progress, where the status asks for a reason.
    REASON_NEEDED = "(必填,写明原因)" | "(needed: say why)";
    /// How to say where a value comes from.
    VALUE_SOURCE = "空一格写来源" | "then a space and its source";
    /// A number that is no task: where one goes instead.
    GOING_INSTEAD = "没有第{0}项,到第{1}项" | "no task {0}: to task {1}";
    /// A field of one line is full.
    FULL_FIELD = "这一栏写不下了,多出的没有放进去。" | "This field is full; the rest was not taken.";
    /// Nothing was copied from the report before.
    NOTHING_COPIED = "没有可抄的:上期没有文字,或这里已经写了。" | "Nothing to copy: no text last time, or something is written here already.";
    /// Label of a text.
    L_PROGRESS = "进展情况" | "Progress";
    /// Label of a text.
    L_PROBLEMS = "存在问题" | "Problems";
    /// Label of a text.
    L_NEXT = "下一步措施" | "Next steps";
}
