//! What the office's verbs say: help, headings, short lines.

crate::texts! {
    /// Verb.
    VIEW = "常用视图:存着的条件" | "Saved views: conditions under a number";
    /// units --pinyin.
    UNITS_PINYIN = "按拼音排,不按方案里的次序" | "By how they are read instead of the document's order";
    /// Verb.
    UNIT_SET = "登记单位的分管领导、联络员、电话" | "Write down a unit's leader, contact and phone";
    /// Word.
    UNIT_SET_UNIT = "单位" | "The unit";
    /// Verb.
    VIEW_LIST = "列出常用视图" | "List the views";
    /// Verb.
    VIEW_SAVE = "把条件存到6到9号,原来的换掉" | "Keep conditions under 6 to 9, in the place of what was there";
    /// Verb.
    VIEW_REMOVE = "删去6到9号中的一个" | "Remove one of 6 to 9";
    /// Word.
    VIEW_NUMBER = "编号,6到9" | "Its number, 6 to 9";
    /// Word.
    VIEW_NAME = "名称" | "Its name";
    /// Column.
    COL_CONDITIONS = "条件" | "CONDITIONS";
    /// Done.
    VIEW_SAVED = "已存常用视图 {0} {1}:{2}" | "Kept as view {0}, {1}: {2}";
    /// Done.
    VIEW_REMOVED = "已删去常用视图{0}。" | "View {0} is removed.";
    /// Option.
    VIEW_OPTION = "打开一个常用视图:编号或名称" | "Open a saved view, by number or name";
    /// period.
    PERIOD = "报送期:列出、开期、关期" | "Periods: list, open, close";
    /// period list.
    PERIOD_LIST = "列出开过的报送期" | "List the periods that were opened";
    /// Head of what there is to do: whose, how much, as of when.
    DESK = "{0} 要办的事 {1} 截至{2}" | "{0}: {1} things to do as of {2}";
    /// Keys of what there is to do.
    DESK_KEYS = "Enter办这一件 x办结督办 上下键选 q到任务" | "Enter does it, x ends a notice, arrows, q to the tasks";
    /// What is to be done with a notice, in a word.
    ANSWER_IT = "反馈督办" | "answer";
    /// What is to be done with a notice, in a word.
    END_IT = "办结督办" | "end";
    /// A report that was sent back is open again.
    WAS_RETURNED = "退回原因:{0}" | "Sent back because: {0}";
    /// period open.
    PERIOD_OPEN = "开一期;关过的可以再开" | "Open a period, or open a closed one again";
    /// period close.
    PERIOD_CLOSE = "关一期;没报的仍记未报" | "Close a period; what is missing stays missing";
    /// PERIOD of close.
    PERIOD_CURRENT = "报送期,如 2025B3;不写时是开着的那一期" | "Period such as 2025B3; without one the open one";
    /// PERIOD of open.
    PERIOD_NOW = "报送期,如 2025B3;缺省为当天所在的期" | "Period such as 2025B3; by default the day's own";
    /// --cutoff.
    CUTOFF = "截止日期;缺省按设置" | "Last day in time; by default as the settings say";
    /// --on.
    ON = "哪一天办的,缺省今天" | "On which day it was done; today by default";
    /// due.
    DUE = "到期的事,近的在前:任务时限、本期应报、督办反馈" | "What is due, nearest first: dates of tasks, reports, answers";
    /// due --within.
    WITHIN = "只看这么多天以内的(逾期的都看)" | "Only within so many days, and what is overdue";
    /// due --unit.
    DUE_UNIT = "只看这个单位的" | "Of this unit only";
    /// missing.
    MISSING = "一期里谁该报没报" | "Who owes a report for a period";
    /// missing --period.
    MISSING_PERIOD = "报送期,缺省本期" | "Period; the current one by default";
    /// missing --all.
    MISSING_ALL = "报了的也列" | "Those that came too";
    /// review.
    REVIEW = "审核:列出待审,通过或退回一份" | "Reports to review: list them, pass or return one";
    /// review list.
    REVIEW_LIST = "列出待审的,先来的在前" | "List what waits, oldest first";
    /// review list --returned.
    REVIEW_RETURNED = "列出退回还没改的" | "What was returned and not reported again";
    /// review --pass.
    PASS = "通过" | "Let it pass";
    /// review --highlight.
    HIGHLIGHT = "通过并记为亮点" | "Let it pass, and name it in the bulletin";
    /// review --return.
    RETURN = "退回,写明原因;写 - 从标准输入读" | "Send it back for this reason; - reads standard input";
    /// review --if-revision.
    IF_REVISION = "审的是这一版;此后改过就不写(退出码4)" | "The revision that was read; refused (exit code 4) if it was changed since";
    /// close.
    CLOSE = "销号:认定一项任务已完成" | "Accept a task as finished";
    /// reopen.
    REOPEN = "收回销号" | "Take a closing back";
    /// --reason.
    REASON = "理由;写 - 从标准输入读" | "Why; - reads standard input";
    /// extend.
    EXTEND = "准予延期,或收回延期" | "Move a task's date, or take that back";
    /// extend DAY.
    EXTEND_TO = "新的时限" | "The new date";
    /// extend --approved-by.
    APPROVED_BY = "批准单位" | "Who approved it";
    /// extend --doc-no.
    DOC_NO = "批准文件的文号" | "Number of the approval";
    /// extend --withdraw.
    WITHDRAW = "收回最后一次延期,写明原因" | "Take the last extension back, for this reason";
    /// notice.
    NOTICE = "督办:列出、下发、反馈、办结" | "Notices: list, send, answer, end";
    /// notice list.
    NOTICE_LIST = "列出没办结的督办" | "List the notices that stand";
    /// notice list --unit.
    NOTICE_UNIT = "只看发给这个单位的" | "Sent to this unit only";
    /// notice list --task.
    NOTICE_TASK = "只看关于这项任务的" | "About this task only";
    /// notice list --all.
    NOTICE_ALL = "办结的也列" | "Those that were ended too";
    /// notice send.
    NOTICE_SEND = "下发一份督办,输出它的编号" | "Send a notice and print its number";
    /// notice send KIND.
    NOTICE_KIND = "种类:remind 催办、written 书面督查、on_site 实地督查、listed 挂牌督办、circular 典型案例通报" | "Kind: remind, written, on_site, listed, circular";
    /// notice send --unit.
    NOTICE_TO = "发给哪些单位,可用逗号写几个" | "To which units, several with commas";
    /// notice send --task.
    NOTICE_ABOUT = "关于哪些任务,可用逗号写几个" | "About which tasks, several with commas";
    /// notice send --due.
    NOTICE_DUE = "要在哪天以前反馈" | "Until when an answer is due";
    /// notice TEXT.
    NOTICE_TEXT = "内容;写 - 从标准输入读" | "The text; - reads standard input";
    /// notice answer.
    NOTICE_ANSWER = "记下一个单位的反馈" | "Write down a unit's answer";
    /// notice answer --unit.
    NOTICE_BY = "哪个单位的反馈;填报人缺省为本单位" | "Whose answer; a reporter's own unit by default";
    /// notice end.
    NOTICE_END = "办结,写明结果" | "End a notice, with what came of it";
    /// notice show.
    NOTICE_SHOW = "一份督办的全部" | "All of one notice";
    /// notice N.
    NOTICE_NO = "督办编号" | "The notice's number";
    /// settings.
    SETTINGS = "办公室给大家定的设置:列出,看一项,改一项(自己的见 config)" | "The office's settings, for everybody: list, see, set one (your own: config)";
    /// settings NAME.
    SETTING = "设置名" | "Name of the setting";
    /// settings VALUE.
    VALUE = "新的值;单位用逗号隔开,空着就清掉" | "The new value; units with commas, nothing to clear";
    /// operator.
    OPERATOR = "经办人和他们的公钥" | "Operators and their keys";
    /// operator list.
    OPERATOR_LIST = "列出经办人" | "List operators";
    /// operator add.
    OPERATOR_ADD = "增加一位经办人,或改他的角色" | "Add an operator, or change their role";
    /// operator disable.
    OPERATOR_DISABLE = "停用一位经办人,只能查看" | "Let an operator do nothing any more but look";
    /// operator NAME.
    OPERATOR_NAME = "登录名" | "Login name";
    /// operator --role.
    OPERATOR_ROLE = "角色:office 办公室、reporter 填报、viewer 查看" | "Role: office, reporter, viewer";
    /// operator --unit.
    OPERATOR_UNIT = "填报人的单位" | "A reporter's unit";
    /// operator --display.
    OPERATOR_DISPLAY = "称呼,缺省登录名" | "What people call them; the login name by default";
    /// list --missing.
    LIST_MISSING = "只看牵头单位本期未报的" | "Only tasks whose lead has not reported this period";
    /// Column.
    COL_PERIOD = "报送期" | "Period";
    /// Column.
    COL_OPENED = "开期" | "Opened";
    /// Column.
    COL_CUTOFF = "截止" | "Cut-off";
    /// Column.
    COL_CLOSED = "关期" | "Closed";
    /// Column: day.
    COL_DAY = "日期" | "Day";
    /// Column: days left.
    COL_LEFT = "剩余" | "Left";
    /// Column.
    COL_FIRST = "原时限" | "First date";
    /// Column.
    COL_SENT = "下发" | "Sent";
    /// Column.
    COL_ANSWER_DUE = "期限" | "Due";
    /// Column.
    COL_STATE = "状态" | "State";
    /// Column.
    COL_TEXT = "内容" | "Text";
    /// Column.
    COL_VALUE = "值" | "Value";
    /// Column.
    COL_DEFAULT = "缺省" | "Default";
    /// Column.
    COL_CHOICES = "可以写" | "Can be";
    /// Column.
    COL_MEANING = "含义" | "Meaning";
    /// Column.
    COL_LOGIN = "登录名" | "Login";
    /// Column.
    COL_CALLED = "称呼" | "Name";
    /// Column.
    COL_DISABLED = "停用" | "Disabled";
    /// Reports that came.
    REPORTED = "已报" | "reported";
    /// Sent back, as a count.
    RETURNED = "退回" | "returned";
    /// Cut-off of a period, as a part of a line.
    CUTOFF_ON = "截止{0}" | "cut-off {0}";
    /// Days since the cut-off, as a part of a line.
    CUTOFF_PAST = "已过{0}天" | "{0}d ago";
    /// A period was closed, as a part of a line.
    CLOSED_ON = "{0}已关" | "closed on {0}";
    /// No period was opened.
    NO_PERIOD = "还没有开过报送期,谁都不欠。开期用 duban period open。" | "No period was opened yet, so nothing is owed. `duban period open` opens one.";
    /// A period was opened.
    OPENED = "已开{0}({1}),截止{2}。" | "Opened {0} ({1}), cut-off {2}.";
    /// A period was closed.
    CLOSED = "已关{0}({1})。" | "Closed {0} ({1}).";
    /// All reports are there.
    ALL_THERE = "都报了。" | "Everything is there.";
    /// Nothing is due.
    NOTHING_DUE = "没有到期的事。" | "Nothing is due.";
    /// How many things are due.
    THINGS = "{0}件" | "{0} items";
    /// Nothing to review.
    NOTHING_WAITS = "没有待审的。" | "Nothing waits for review.";
    /// How many wait.
    WAITING = "待审 {0}" | "To review: {0}";
    /// Nothing was sent back.
    NOTHING_RETURNED = "没有退回未改的。" | "Nothing was returned.";
    /// How many were sent back.
    SENT_BACK = "退回未改 {0}" | "Returned: {0}";
    /// A report passed.
    PASSED = "已通过 #{0}" | "Passed #{0}";
    /// A report went back.
    RETURNED_DONE = "已退回 #{0}" | "Returned #{0}";
    /// A task was closed.
    TASK_CLOSED = "第{0}项已销号。" | "Task {0} is closed.";
    /// A closing was taken back.
    TASK_REOPENED = "第{0}项的销号已收回。" | "Task {0} is open again.";
    /// A date was moved.
    EXTENDED = "第{0}项的时限从{1}延到{2}。" | "The date of task {0} moved from {1} to {2}.";
    /// An extension was taken back.
    WITHDRAWN = "第{0}项的延期已收回,时限是{1}。" | "The extension of task {0} was taken back; its date is {1}.";
    /// How often a date was moved.
    EXTENDED_MARK = "延{0}" | "moved {0}x";
    /// An answer was written down.
    ANSWERED = "已记下{1}对第{0}号督办的反馈。" | "Wrote down the answer of {1} to notice {0}.";
    /// A notice was ended.
    ENDED = "第{0}号督办已办结。" | "Notice {0} is ended.";
    /// No notices.
    NO_NOTICES = "没有督办。" | "There are no notices.";
    /// State of a notice: waits for so many.
    TO_ANSWER = "待反馈{0}" | "{0} to answer";
    /// State of a notice: all answered.
    ALL_ANSWERED = "已反馈" | "answered";
    /// State of a notice: nothing is due.
    STANDS = "未办结" | "stands";
    /// An operator was added.
    OPERATOR_ADDED = "{0}:{1}。" | "{0}: {1}.";
    /// An operator was disabled.
    OPERATOR_DISABLED = "{0} 已停用,只能查看。" | "{0} is disabled and may only look.";
    /// No operators.
    NO_OPERATORS = "还没有经办人:谁都是办公室。" | "No operators yet: everybody is the office.";
    /// Whoever added the first office operator is not one.
    NOT_YOURSELF = "现在起您({0})只能查看;办公室的事由名单上的人办。" | "From now on you ({0}) may only look; the office is who is listed.";
    /// A collective was named where one unit is needed.
    NOT_ONE_UNIT = "{0}是统称,文件没有说包括谁或不能用在这里;请写具体单位。" | "{0} is a collective and does nothing itself; name the units.";
    /// Heading: trouble of supporting units.
    TROUBLE = "配合单位" | "Supporting units";
    /// Heading: closing.
    CLOSING = "销号" | "Closed";
    /// Heading: extensions.
    EXTENSIONS = "延期" | "Extensions";
    /// Heading: notices.
    NOTICES = "督办" | "Notices";
    /// An extension in a line.
    EXTENSION_LINE = "{0} 至 {1} {2} {3} {4}" | "{0} to {1} {2} {3} {4}";
    /// It was taken back.
    TAKEN_BACK = "{0}收回:{1}" | "taken back on {0}: {1}";
    /// A goal that was not reached.
    NOT_REACHED = "未达成" | "not reached";
    /// This period's report of the lead.
    THIS_PERIOD = "本期" | "This period";
}
