//! What the office's rules say when they refuse, and the names of their fields.

crate::texts! {
    /// Not permitted, and who may.
    NOT_PERMITTED = "您没有“{0}”的权限,什么都没有写入。可以找:{1}。" | "You may not {0}; nothing was written. Ask: {1}.";
    /// Not permitted, and nobody is listed who may.
    NOT_PERMITTED_ANY = "您没有“{0}”的权限,什么都没有写入。请找办公室。" | "You may not {0}; nothing was written. Ask the office.";
    /// The period is open.
    ALREADY_OPEN = "{0} 已经开着,什么都没有写入。" | "{0} is open already; nothing was written.";
    /// The period is not open.
    NOT_OPEN = "{0} 没有开着,什么都没有改动。先 duban period open {0}。" | "{0} is not open; nothing was changed. First `duban period open {0}`.";
    /// The cut-off lies before the period.
    CUTOFF = "截止日期 {1} 早于 {0} 的第一天,什么都没有写入。" | "The cut-off {1} lies before {0} begins; nothing was written.";
    /// Closed already.
    ALREADY_CLOSED = "第{0}项任务 {1} 已经销号,什么都没有写入。" | "Task {0} was closed on {1} already; nothing was written.";
    /// Not closed.
    NOT_CLOSED = "第{0}项任务没有销号,什么都没有写入。" | "Task {0} is not closed; nothing was written.";
    /// The lead has not said that it is done.
    NOT_SAID_DONE = "第{0}项任务的牵头单位还没有报“已完成”,不能销号。" | "The unit that leads task {0} does not say it is done, so it cannot be closed.";
    /// No date to move.
    NO_DATE = "第{0}项任务在文件里没有自己的时限,不用延期。" | "The document gives task {0} no date of its own; there is nothing to extend.";
    /// Not later.
    NOT_LATER = "日期要晚于 {0},什么都没有写入。" | "The date must be after {0}; nothing was written.";
    /// Not extended.
    NOT_EXTENDED = "第{0}项任务没有延期可收回。" | "Task {0} has no extension to take back.";
    /// Something is missing.
    WANTING = "还缺{0},什么都没有写入。" | "{0} is missing; nothing was written.";
    /// No such notice.
    NO_NOTICE = "没有第{0}号督办。编号见 duban notice list。" | "There is no notice {0}. `duban notice list` shows the numbers.";
    /// Ended already.
    ENDED = "第{0}号督办 {1} 已经办结,什么都没有写入。" | "Notice {0} was ended on {1}; nothing was written.";
    /// Not sent to that unit.
    NOT_ADDRESSED = "第{0}号督办没有发给{1},什么都没有写入。" | "Notice {0} was not sent to {1}; nothing was written.";
    /// Reviewed already.
    ALREADY_REVIEWED = "第{0}份进展已经是这个审核结果,什么都没有写入。" | "Entry {0} has that review already; nothing was written.";
    /// A setting.
    SETTING = "设置“{0}”不能是“{1}”;可以写:{2}。" | "The setting {0} cannot be “{1}”; it can be: {2}.";
    /// 长期坚持 is the office's.
    STANDING_OFFICE = "“长期坚持”由办公室认定;请报其他状态。" | "Only the office sets “standing”; report another status.";
    /// 调整取消 needs a document.
    DROPPED_DOCUMENT = "“调整取消”要有依据:在佐证里写上批准文件的文号。" | "“Dropped” needs its grounds: give the number of the approving document as evidence.";
    /// Not counted in for general reports.
    NOT_GENERAL = "{0}不用报综合情况,什么都没有写入。要计入的单位见 duban settings general。" | "{0} owes no general report; nothing was written. `duban settings general` says which units do.";
    /// A day that has not come.
    FUTURE = "{0} 还没有到,什么都没有写入;今天是{1}。" | "{0} has not come yet and nothing was written; today is {1}.";
    /// No name of a system account.
    BAD_NAME = "“{0}”不能作登录名,什么都没有写入:只能用字母、数字和 . _ -,最多32个。" | "“{0}” is no login name; nothing was written: letters, digits and . _ - will do, at most 32.";
    /// Before it began.
    TOO_EARLY = "{0} 早于 {1},什么都没有写入。" | "{0} lies before {1}; nothing was written.";
    /// No such view.
    NO_VIEW = "没有常用视图“{0}”。现有:{1}" | "There is no view “{0}”. There are: {1}";
    /// Not one of the office's own.
    NOT_OWN_VIEW = "常用视图{0}不能改,什么都没有写入;办公室自己的是6到9。" | "View {0} cannot be changed; nothing was written. The office's own are 6 to 9.";
    /// No unit of one's own.
    NO_OWN_UNIT = "“{0}”要知道您是哪个单位的。办公室可以设:duban settings office sfj,或 duban operator add。" | "“{0}” needs your unit. The office sets it: duban settings office sfj, or duban operator add.";
    /// Field: a name.
    NAME = "名称" | "a name";
    /// No such operator.
    NO_OPERATOR = "没有经办人“{0}”。" | "There is no operator “{0}”.";
    /// The number of a bulletin is taken.
    ISSUED_ALREADY = "“{0}”已经在 {1} 发过,没有再发。换一个期号;重印用 --issued {0}。" | "{0} was issued on {1} already; nothing was issued. Give another number, or print it again with --issued {0}.";
    /// Somebody wrote meanwhile.
    RECORD_MOVED = "正在出通报时台账有新的写入,没有发出。请再来一次。" | "Somebody wrote while the bulletin was being made; it was not issued. Try again.";
    /// No such bulletin.
    NOT_ISSUED = "没有发过“{0}”。发过的见 duban report issued。" | "No bulletin {0} was issued. `duban report issued` lists them.";
    /// Not what it was.
    NOT_AS_ISSUED = "“{0}”重算的文本与签发时的摘要不符(台账记录被清除过、改动过,或程序换了版本),没有输出。现在算出的:duban report bulletin --as-of {1} --known-at {2}。" | "The text of {0} is not the one that was issued (its record was purged or changed, or the program is another version); nothing was printed. What it is now: `duban report bulletin --as-of {1} --known-at {2}`.";
    /// Field: the bulletin's number.
    NUMBER = "期号" | "a number";
    /// Field: who signs.
    SIGNED = "签发人" | "who signs";
    /// A text too long or unsafe.
    BAD_TEXT = "{0}存不了:太长,或有看不见的控制字符。" | "{0} cannot be stored: it is too long or holds hidden control characters.";
    /// Field: why.
    REASON = "理由" | "a reason";
    /// Field: who approved.
    APPROVED_BY = "批准单位" | "who approved it";
    /// Field: the document's number.
    DOC_NO = "文号" | "the document's number";
    /// Field: the text.
    TEXT = "内容" | "a text";
    /// Field: what somebody is called.
    DISPLAY = "称呼" | "a display name";
    /// Field: the unit.
    UNIT = "单位" | "a unit";
    /// Field: until when an answer is due.
    ANSWER_BY = "反馈期限(可空)" | "answer by (may stay empty)";
    /// Field: to whom.
    SEND_TO = "发给单位" | "to units";
    /// Field: about what.
    SEND_ABOUT = "任务(可空)" | "tasks (may stay empty)";
    /// Field: what a setting shall be.
    VALUE = "改为" | "new value";
    /// Head of the office's settings.
    SETTINGS_OFFICE = "办公室  上下键选 Enter改" | "The office's  arrows choose, Enter changes";
    /// Head of what came since the last visit.
    PILE_NEW = "上次以来新到 第{0}份,共{1}份" | "New since the last visit: {0} of {1}";
    /// Head of a unit's general reports.
    PILE_GENERAL = "综合报告 第{0}份,共{1}份" | "General reports: {0} of {1}";
    /// No such reports.
    PILE_EMPTY = "没有。" | "None.";
    /// Keys of the reports that are only read.
    PILE_KEYS = "j下一份 k上一份 Enter看任务 PgDn往下 q返回" | "j k next, Enter task, PgDn on, q back";
    /// Field: what came of it.
    RESULT = "办理结果" | "what came of it";
    /// Field: the new date.
    NEW_DATE = "新时限" | "new date";
    /// Keys of the lines asked for.
    PROMPT_KEYS = "Enter下一行、最后一行保存 Ctrl-G离开" | "Enter: next line, saves behind the last; Ctrl-G leaves";
    /// The same where there is little room.
    PROMPT_KEYS_SHORT = "Ctrl-G离开" | "Ctrl-G leaves";
    /// Asks before a period is opened.
    OPEN_ASK = "开{0},截止{1}?" | "Open {0}, cut-off {1}?";
    /// Asks before a period is closed.
    CLOSE_ASK = "关{0}?截止{1},还有{2}份没报;没报的算未报。" | "Close {0}? The cut-off is {1}, {2} are outstanding; what is missing stays missing.";
    /// Stored.
    DONE = "已保存。" | "Saved.";
    /// Nothing to answer or to end.
    NOTHING_THERE = "这一项没有正在办的督办。" | "No notice stands on this task.";
    /// No period is open.
    NO_PERIOD = "还没有开过报送期。按 + 开本期。" | "No period was opened yet. Press + to open this one.";
    /// Head of the reports of a period.
    REPORTS = "报送情况 {0} 截止{1}" | "Reports of {0}, cut-off {1}";
    /// Counts under it.
    OWED_ALL = "共应报{0}份: {1}" | "owed {0} in all: {1}";
    /// That only some of them are shown.
    REPORTS_ONLY = "只看{0}{1}份 c看全部" | "only {0}: {1}, c all";
    /// Which reports.
    ONLY_CAME = "已报" | "came";
    /// Which reports.
    ONLY_NOT_CAME = "未报" | "not";
    /// Which reports.
    ONLY_ABSENT = "未报、退回" | "not there";
    /// Keys of the reports where there is little room.
    REPORTS_KEYS_SHORT = "Enter看 t催办 T全催 <上期 >下期 +开期 -关期 q返回" | "Enter, t T remind, < > period, + - open/close, q";
    /// Keys of the reports.
    REPORTS_KEYS = "Enter看 t催办 T催办未报 <上期 >下期 +开期 -关期 x导出 o总览 q返回" | "Enter, t remind, T all, < > period, + open, - close, x export, o all, q back";
    /// Being read.
    READING = "正在读取.." | "Reading..";
    /// Head of the queue.
    QUEUE = "待审 第{0}份,共{1}份" | "To review: {0} of {1}";
    /// Nothing waits.
    QUEUE_EMPTY = "没有待审的进展。" | "Nothing waits to be reviewed.";
    /// Keys of the queue.
    QUEUE_KEYS = "y通过 *通过并记亮点 n退回 j下一份 k上一份 Enter看任务 q返回" | "y pass, * pass as highlight, n return, j k next, q back";
    /// Head of the menu.
    MENU = "督办 第{0}项" | "Task {0}";
    /// Answer a notice.
    ANSWER = "反馈督办" | "answer the notice";
    /// End a notice.
    END = "办结督办" | "end the notice";
    /// Close a task.
    CLOSE = "销号" | "close the task";
    /// Take it back.
    REOPEN = "收回销号" | "reopen the task";
    /// Move a date.
    EXTEND = "延期" | "extend the date";
    /// The tab.
    TAB = "督办" | "office";
    /// Nothing done about the task.
    NO_ACTS = "这一项没有督办、延期和销号。按 t 办理。" | "No notice, extension or closure. Press t.";
    /// A closure.
    CLOSED_LINE = "{0} 销号:{1}" | "{0} closed: {1}";
    /// Its taking back.
    REOPENED_LINE = "{0} 收回销号:{1}" | "{0} reopened: {1}";
    /// An extension.
    EXTENDED_LINE = "延期 {0} 改到 {1},{2} {3}:{4}" | "extended from {0} to {1}, {2} {3}: {4}";
    /// Its taking back.
    WITHDRAWN_LINE = "{0} 收回延期:{1}" | "{0} extension withdrawn: {1}";
    /// An operator in the record.
    OPERATOR = "经办人" | "operator";
    /// Since when somebody may only look.
    DISABLED_ON = "{0}停用" | "disabled on {0}";
    /// The cut-off in the record.
    CUTOFF_AT = "截止" | "cut-off";
    /// When an answer is due.
    DUE_LINE = "反馈期限 {0}" | "answer by {0}";
    /// An answer.
    ANSWER_LINE = "{0} {1}反馈:{2}" | "{0} {1} answered: {2}";
    /// An end.
    ENDED_LINE = "{0} 办结:{1}" | "{0} ended: {1}";
}
