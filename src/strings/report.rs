//! What documents say: bulletin, ledger sheet, assessment, sheets of a task and a unit.

crate::texts! {
    /// Format.
    FORMAT_TEXT = "文本" | "text";
    /// Format.
    FORMAT_MARKDOWN = "带表格的 Markdown" | "Markdown";
    /// Format.
    FORMAT_CSV = "表格文件 CSV" | "CSV";
    /// Format.
    FORMAT_JSON = "数据文件 JSON" | "JSON";
    /// Format.
    FORMAT_HTML = "网页 HTML" | "HTML";
    /// Format.
    FORMAT_DOCX = "公文 Word" | "Word";
    /// Format.
    FORMAT_XLSX = "电子表格 Excel" | "Excel";
    /// A day.
    DAY = "{0}年{1}月{2}日" | "{0}-{1}-{2}";
    /// The office that signs, in a plan that knows it.
    OFFICE = "县委依法治县办" | "Office of the County Committee for Law-based Governance";
    /// Title.
    BULLETIN = "关于《{0}》任务进展情况的通报" | "Bulletin on progress: {0}";
    /// Title.
    LEDGER = "《{0}》工作台账" | "Work ledger: {0}";
    /// Title, with points.
    ASSESS = "《{0}》报送考评表" | "Assessment of reports: {0}";
    /// Title, without.
    STATISTICS = "《{0}》单位报送统计表" | "Statistics of reports: {0}";
    /// Title.
    TASK_SHEET = "第{0}项 {1}" | "Task {0} {1}";
    /// Title.
    UNIT_SHEET = "{0} 任务与报送情况" | "{0}: tasks and reports";
    /// 期号.
    NUMBER = "期号" | "number";
    /// No number yet.
    DRAFT = "（草稿，未编号）" | "(draft, without a number)";
    /// 签发人.
    SIGNED = "签发人" | "signed by";
    /// Period.
    PERIOD = "报送期" | "period";
    /// Day.
    AS_OF = "截至日期" | "as of";
    /// Moment of the record.
    KNOWN_AT = "按当时所知" | "as known at";
    /// What a sheet holds.
    SHOWN = "范围" | "shown";
    /// So many of all.
    SOME_TASKS = "{0}项（全部{1}项）" | "{0} tasks of {1}";
    /// Tasks by number.
    TASKS_NO = "第{0}项" | "task {0}";
    /// A unit and its tasks.
    UNIT_TASKS = "{0}（{1}）" | "{0} ({1})";
    /// Heading.
    OVERALL = "一、总体情况" | "1. Overall";
    /// Heading.
    NUMBERS = "二、指标完成情况" | "2. Indicators";
    /// Heading.
    WELL = "三、进展较好" | "3. Good progress";
    /// Heading.
    LATE = "四、滞后与逾期" | "4. Behind and overdue";
    /// Heading.
    UNREPORTED = "五、未按时报送单位" | "5. Units that did not report in time";
    /// Heading.
    SUPERVISION = "六、督办情况" | "6. Supervision";
    /// Heading.
    NEXT = "七、下一步要求" | "7. What is asked for next";
    /// Heading; the law of its form puts it at the left edge.
    ANNEX_TASKS = "附件1" | "Annex 1";
    /// Heading.
    ANNEX_UNITS = "附件2" | "Annex 2";
    /// Before the signature: the first annex.
    FIRST_ANNEX = "附件：1.{0}" | "Annexes: 1. {0}";
    /// The second, beneath it.
    SECOND_ANNEX = "　　　2.{0}" | "2. {0}";
    /// A period of a year, and its months.
    PERIOD_OF = "{0}年第{1}期（{2}月）" | "{0}, period {1} (month {2})";
    /// The same where room is scarce.
    PERIOD_NO = "{0}年第{1}期" | "{0} no. {1}";
    /// Months from and to.
    MONTHS = "{0}至{1}" | "{0}-{1}";
    /// All lights: day, tasks, each.
    ALL_LIGHTS = "截至{0}，方案确定的{1}项主要任务中，{2}。" | "As of {0}, of {1} tasks: {2}.";
    /// One light: word, count, share.
    LIGHT_COUNT = "{0}{1}项，占{2}" | "{0} {1}, {2}";
    /// Light with what it stands for.
    RED = "红灯（逾期、指标未达或连续滞后）" | "red (overdue, target missed, or behind for long)";
    /// Light with what it stands for.
    YELLOW = "黄灯（临期、滞后或未按时报送）" | "yellow (near its date, behind, or not reported)";
    /// Light with what it stands for.
    GREEN = "绿灯（正常推进）" | "green (on track)";
    /// Light with what it stands for.
    GREY = "灰灯（未启动或尚未报送）" | "grey (not begun or nothing reported)";
    /// Light with what it stands for.
    PENDING = "待核（单位报称完成）" | "pending (said to be done)";
    /// Light with what it stands for.
    CLOSED = "已销号或调整取消" | "closed or dropped";
    /// Against the period before.
    MORE = "较上期增加{0}项" | "{0} more than before";
    /// Against the period before.
    FEWER = "较上期减少{0}项" | "{0} fewer than before";
    /// Against the period before.
    AS_MANY = "与上期持平" | "as many as before";
    /// What the leads say.
    ALL_STATUSES = "按牵头单位报告的状态：{0}。" | "As the leading units say: {0}.";
    /// One status.
    STATUS_COUNT = "{0}{1}项" | "{0} {1}";
    /// Numbers of sub-headings: first.
    FIRST = "（一）" | "(a) ";
    /// Second.
    SECOND = "（二）" | "(b) ";
    /// Third.
    THIRD = "（三）" | "(c) ";
    /// Never reported.
    NEVER = "尚未报送" | "nothing reported";
    /// Reports of the period.
    ALL_REPORTS = "本期应报进展{0}份，已报{1}份，占{2}{3}，其中按时{4}份、迟报{5}份；未报{6}份，占{7}，其中退回后未重报{8}份。" | "Of {0} reports owed for this period {1} came, {2}{3}, of these {4} in time and {5} late; {6} did not, {7}, of these {8} were sent back.";
    /// The share before.
    LAST_TIME = "（上期{0}）" | " (before: {0})";
    /// The cut-off has not come.
    STILL_TIME = "报送截止日期为{0}，还有{1}天。" | "The cut-off is {0}, {1} days from now.";
    /// Nothing is owed.
    NO_PERIOD = "办公室尚未开过报送期，不计应报。" | "No period was opened yet, so nothing is owed.";
    /// All indicators.
    ALL_NUMBERS = "方案设定指标{0}项，{1}。其中力争类{2}项，已达标{3}项。" | "Of {0} indicators: {1}. Of these {2} are to be striven for, {3} met.";
    /// One state of indicators.
    NUMBER_COUNT = "{0}{1}项，占{2}" | "{0} {1}, {2}";
    /// State.
    MET = "达标" | "met";
    /// State.
    MISSED = "未达标" | "missed";
    /// State.
    UNKNOWN = "未报数据" | "no value";
    /// State.
    OPEN = "方案未定目标值" | "target left open";
    /// Before a list.
    MISSED_ARE = "未达标的指标：" | "Missed:";
    /// Names.
    UNKNOWN_ARE = "尚未报送数据的指标：{0}。" | "Without a value: {0}.";
    /// A number, its task and unit.
    WHOSE = "{0}（{1}，牵头单位{2}）。" | "{0} ({1}, led by {2}).";
    /// A value off its target: name, value, target.
    OFF_TARGET = "{0}为{1}，应{2}" | "{0} is {1}, should be {2}";
    /// A rate and its parts.
    RATE = "{0}%（{1}）" | "{0}% ({1})";
    /// Comparator.
    AT_LEAST = "不低于{0}" | "at least {0}";
    /// Comparator.
    AT_MOST = "不高于{0}" | "at most {0}";
    /// Comparator.
    BELOW = "低于{0}" | "below {0}";
    /// Comparator.
    ABOVE = "高于{0}" | "above {0}";
    /// Comparator.
    EQUAL = "达到{0}" | "exactly {0}";
    /// Target.
    TARGET_YES = "按要求完成" | "to be done";
    /// Target.
    TARGET_OPEN = "未定目标值" | "no target set";
    /// No value.
    NO_VALUE = "未报" | "none";
    /// A highlight: unit, task, title, text.
    HIGHLIGHT = "{0}（{1}，{2}）：{3}。" | "{0} ({1}, {2}): {3}.";
    /// A general report's: unit, text.
    HIGHLIGHT_GENERAL = "{0}：{1}。" | "{0}: {1}.";
    /// Nothing was marked.
    NO_HIGHLIGHTS = "本期没有记为亮点的进展。" | "No report of this period was marked as a highlight.";
    /// Before a list.
    RED_ONES = "红灯任务{0}项：" | "Red, {0}:";
    /// Before a list.
    YELLOW_ONES = "黄灯任务{0}项：" | "Yellow, {0}:";
    /// Before a list.
    NEAR_ONES = "临近时限的任务{0}项：" | "Near their date, {0}:";
    /// A task that is behind: number, title, unit, reason.
    BEHIND = "由{2}牵头的{0}（{1}），{3}。" | "{0}, {1}, led by {2}: {3}.";
    /// Its problems.
    PROBLEMS = "存在问题：{0}。" | " Problems: {0}.";
    /// Nobody is.
    NOBODY_LATE = "本期没有滞后或逾期的任务。" | "No task is behind or overdue.";
    /// Reports that did not come.
    ARE_MISSING = "未报{0}份：{1}。" | "Not reported, {0}: {1}.";
    /// Reports sent back.
    ARE_RETURNED = "退回后未重报{0}份：{1}。" | "Sent back and not reported again, {0}: {1}.";
    /// Late reports.
    ARE_LATE = "迟报{0}份：{1}。" | "Late, {0}: {1}.";
    /// Reports still in time.
    ARE_DUE = "尚未报送、仍在期限内（截止{2}）{0}份：{1}。" | "Not there yet and still in time (until {2}), {0}: {1}.";
    /// Nobody is late before the cut-off.
    NOBODY_YET = "报送截止日期未到，暂无逾期未报单位。" | "The cut-off has not come; nobody is late.";
    /// All came.
    ALL_CAME = "各单位均按时报送。" | "All units reported in time.";
    /// All notices: count, each kind.
    ALL_NOTICES = "本期共开展督办{0}次：{1}。" | "{0} notices in this period: {1}.";
    /// One kind.
    KIND_COUNT = "{0}{1}次" | "{0} {1}";
    /// A notice: day, units, kind, tasks, state.
    NOTICE = "{0}向{1}发出{2}{3}，{4}。" | "{0} to {1}: {2}{3}, {4}.";
    /// In brackets.
    IN_BRACKETS = "（{0}）" | " ({0})";
    /// Its state.
    NOTICE_ENDED = "{0}办结" | "ended {0}";
    /// Its state.
    NOTICE_STANDS = "正在办理" | "stands";
    /// Its state.
    NOTICE_ANSWERED = "{0}已反馈" | "{0} answered";
    /// Its state: day, units.
    NOTICE_WAITS = "反馈期限{0}，待反馈：{1}" | "answer by {0} awaited from {1}";
    /// Its state: day, units.
    NOTICE_OVERDUE = "反馈期限{0}已过，未反馈：{1}" | "answer was due {0}, none from {1}";
    /// Closed in the period.
    WERE_CLOSED = "本期销号{0}项（{1}）。" | "Closed in this period: {0} ({1}).";
    /// Dates moved in the period.
    WERE_MOVED = "本期批准延期{0}项：{1}。" | "Dates moved in this period: {0}: {1}.";
    /// One of them: task, day, document.
    WAS_MOVED = "{0}延至{1}（{2}）" | "{0} to {1} ({2})";
    /// To those whose tasks are red: units, tasks.
    ASK_RED = "请{0}对红灯任务（{1}）逐项说明原因，提出整改措施和完成时限。" | "{0}: explain the red tasks ({1}), with measures and dates.";
    /// To those whose tasks are yellow: units, tasks.
    ASK_YELLOW = "请{0}对黄灯任务（{1}）加快推进，下期报送时说明整改情况。" | "{0}: press on with the yellow tasks ({1}) and say in the next report what was done.";
    /// To those that did not report.
    ASK_REPORT = "请{0}尽快补报本期进展。" | "{0}: send the reports of this period.";
    /// What the office does.
    WILL_CHECK = "对单位报称完成的任务（{0}），由办公室核实后按程序销号。" | "The office checks what is said to be done ({0}) before it is closed.";
    /// To all.
    ASK_ALL = "各责任单位要对照方案继续抓好落实，按时、如实报送进展和佐证材料。" | "All units go on as the plan says and report in time, with evidence.";
    /// Units that are not ranked.
    NOT_RANKED = "{0}不列入统计。" | "Not counted: {0}.";
    /// Title of what was corrected.
    CORRECTION = "工作通报{0}的更正" | "Corrections to bulletin {0}";
    /// Before the table.
    CORRECTIONS = "签发后台账有更改，按现在的台账，同一截至日期的通报有{0}处不同：" | "The ledger was changed since. As it is now, {0} places of the bulletin for the same day differ:";
    /// Nothing differs.
    NO_CORRECTION = "签发后台账没有影响这期通报的更改。" | "Nothing that was changed since concerns this bulletin.";
    /// Heading.
    OFFICIAL = "文件原文" | "The document's words";
    /// A unit's parts.
    UNIT_COUNTS = "牵头{0}项，配合{1}项，涉及{2}项。" | "Leads {0}, supports {1}, covered by {2}.";
    /// What a unit owes.
    UNIT_OWES = "本期应报{0}份：{1}。" | "Owes {0} reports for this period: {1}.";
    /// Nothing came for a period.
    NOTHING_FOR = "{0}未报" | "nothing for {0}";
    /// A date that was moved: first, now, times.
    MOVED = "{0} 延至 {1}（延{2}次）" | "{0} moved to {1} ({2}x)";
    /// The rules of points.
    RULES = "计分办法（按设置）：{0}。" | "Points by the settings: {0}.";
    /// What one begins with.
    START = "起评{0}分" | "start {0}";
    /// One rule: what, points.
    RULE = "{0}每份（次）{1}分" | "{0} {1} each";
    /// A deduction: what, how often, points each, points in all.
    DEDUCTION = "{0}{1}，每次{2}分，计{3}分" | "{0} {1} at {2}: {3}";
}
