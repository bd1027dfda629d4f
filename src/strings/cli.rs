//! What the command line says: help, headings of its tables, short lines.

use super::Text;

/// What undo says: nothing to do, the question, done.
pub const UNDO_TEXTS: [Text; 3] = [UNDO_NOTHING, UNDO_ASK, UNDO_DONE];

/// What redo says, likewise.
pub const REDO_TEXTS: [Text; 3] = [REDO_NOTHING, REDO_ASK, REDO_DONE];

crate::texts! {
    /// The program in a line.
    ABOUT = "督办:一份政府工作方案的台账。不带命令就打开屏幕。" | "The ledger of one government work plan. Without a command it opens the screen.";
    /// Heading of help.
    USAGE = "用法" | "Usage";
    /// Heading of help.
    COMMANDS = "命令" | "Commands";
    /// Heading of help.
    OPTIONS = "选项" | "Options";
    /// Heading of help.
    ARGUMENTS = "参数" | "Arguments";
    /// --help.
    HELP = "看用法" | "Show this help";
    /// --version.
    VERSION = "看版本" | "Show the version";
    /// --db.
    DB = "台账文件(缺省:DUBAN_DB,再缺省:数据目录下 duban/ledger.db)" | "The ledger's file (default: DUBAN_DB, else duban/ledger.db in the data directory)";
    /// --lang.
    LANG = "界面语言 zh 或 en(缺省:DUBAN_LANG,再看系统语言)" | "Language of the interface, zh or en (default: DUBAN_LANG, else the locale)";
    /// --encoding.
    ENCODING = "命令输出的编码 utf-8 或 gb18030(GBK终端用;缺省:设置,再缺省 utf-8);屏幕和JSON总是UTF-8" | "What commands print in: utf-8, or gb18030 for GBK terminals (default: settings, else utf-8); screen and JSON are UTF-8";
    /// --as-of.
    AS_OF = "截至哪一天,缺省今天" | "As of which day; today by default";
    /// --known-at.
    KNOWN_AT = "看台账当时记下的样子:2025-06-24T10:42,或一天(到那天结束);只用于查看" | "The ledger as it was recorded at a time: 2025-06-24T10:42, or the end of a day; for look-ups";
    /// --json.
    JSON = "输出JSON" | "Print JSON";
    /// --csv.
    CSV = "输出CSV" | "Print CSV";
    /// status.
    STATUS = "一眼看清:全局,或一项任务、一组、一个单位" | "One screen: everything, or one task, group or unit";
    /// status WHAT.
    STATUS_WHAT = "任务编号、主要任务(一至七或简称)或责任单位;不写看全局" | "A task number, a group or a unit; nothing for everything";
    /// Before what the unit that was asked about said last, where it does not lead.
    OWN_REPORT = "本单位" | "its own";
    /// list.
    LIST = "列任务" | "List tasks";
    /// Option.
    LIST_CONDITIONS = "条件,如 '单位:司法局 灯:红黄 本期:未报';没有冒号的词就是要找的字" | "Conditions, such as 'unit:sfj light:red,yellow'; other words are looked for";
    /// list --group.
    LIST_GROUP = "主要任务:编号、一至七或简称" | "Group: number, numeral or short name";
    /// list --unit.
    LIST_UNIT = "责任单位:名称、简称、拼音或首字母" | "Unit: name, part, pinyin or initials";
    /// list --role.
    LIST_ROLE = "该单位的角色:lead 牵头、support 配合、covered 涉及、named 点名、any 全部" | "The unit's part: lead, support, covered, named, any";
    /// list --status.
    LIST_STATUS = "状态" | "Status";
    /// list --light.
    LIST_LIGHT = "亮灯,可用逗号写几个:red,yellow" | "Lights, several with commas: red,yellow";
    /// list --text.
    LIST_TEXT = "提到这些字的:标题、原文、单位、进展" | "Mentioned in title, text, units or reports";
    /// list --sort.
    LIST_SORT = "次序:task 任务、light 亮灯、due 时限、last 最近报送、unit 牵头单位" | "Order: task, light, due, last, unit";
    /// show.
    SHOW = "一项任务的全部:原文、单位、指标、进展" | "All of one task: text, units, indicators, entries";
    /// show TASK.
    TASK = "任务编号" | "Task number";
    /// units.
    UNITS = "列责任单位" | "List units";
    /// indicators.
    INDICATORS = "列指标" | "List indicators";
    /// plan.
    PLAN = "方案本身:文号、日期、各组各项" | "The plan itself: number, dates, groups and tasks";
    /// plan check.
    PLAN_CHECK = "检查一份方案文件,一次说全所有毛病" | "Check a plan file and name all its faults at once";
    /// plan check FILE.
    PLAN_FILE = "方案文件(TOML)" | "Plan file (TOML)";
    /// log.
    LOG = "看进展,新的在前" | "Read entries, newest first";
    /// log TASK.
    LOG_TASK = "只看这项任务,或写“综合”" | "Of this task only, or “general”";
    /// log --unit.
    LOG_UNIT = "只看这个单位" | "Of this unit only";
    /// log --since.
    LOG_SINCE = "从这一天起" | "From this day on";
    /// --limit.
    LIMIT = "最多几份,缺省20" | "At most so many; 20 by default";
    /// --before.
    BEFORE = "这一份之前的" | "Older than this entry";
    /// --all.
    EVERY = "全部" | "All of them";
    /// add.
    ADD = "填报一份进展,第一行输出它的编号" | "Write an entry and print its id in the first line";
    /// add TASK.
    ADD_TASK = "任务编号,几项写成 14,15;不针对任务的写“综合”" | "Task number, several as 14,15; “general” for a report without a task";
    /// add --unit.
    ADD_UNIT = "哪个单位的进展,缺省为牵头单位" | "Whose report it is; by default the lead unit's";
    /// Below the number of a report for which no unit was named.
    ADDED_FOR_LEAD = "已填报 {0} {1}(牵头单位)。" | "Reported for {0} {1}, which leads it.";
    /// add --status.
    ADD_STATUS = "状态,缺省为该单位上次的状态,没有则正常推进" | "Status; by default the unit's last one, else on_track";
    /// add --percent.
    ADD_PERCENT = "进度,0到100" | "Percent, 0 to 100";
    /// add --period.
    ADD_PERIOD = "报送期,如 2025B3;缺省为报送日期所在的期" | "Period such as 2025B3; by default the day's own";
    /// add --date.
    ADD_DATE = "报送日期,缺省今天" | "Day reported; today by default";
    /// add --problems.
    ADD_PROBLEMS = "存在问题" | "Problems";
    /// add --next.
    ADD_NEXT = "下一步措施" | "Next steps";
    /// add --reporter.
    ADD_REPORTER = "报送人,缺省录入人" | "Who reported it; by default whoever types it";
    /// add --value.
    ADD_VALUE = "指标值,可写几次,如 T7a=3.2、T15b=0/8、G1=是" | "A value of an indicator, repeatable: T7a=3.2, T15b=0/8, G1=yes";
    /// add --evidence.
    ADD_EVIDENCE = "佐证,可写几次:文件路径、网址或文号,后面可加“ | 说明”" | "Evidence, repeatable: a path, a URL or a document number, with “ | note” behind it if wanted";
    /// add TEXT.
    ADD_TEXT = "进展情况;写 - 从标准输入读;写了 --status 可以没有,只改状态" | "The progress; - reads standard input; with --status it may be left out, and only the status changes";
    /// edit.
    EDIT = "修改一份进展,只改写出的项,输出新的版次" | "Change the given fields of an entry and print its new revision";
    /// The number of an entry.
    ENTRY = "进展编号" | "The entry's number";
    /// --if-revision.
    IF_REVISION = "从这一版改起;别人此后改过同一项就不写(退出码4)" | "Begin from this revision; refused (exit code 4) where somebody has changed the same since";
    /// edit --restore.
    EDIT_RESTORE = "恢复成这一号记录(见 duban history)时的样子" | "Bring back what this record of `duban history` left";
    /// Somebody else's changes were taken along.
    MERGED = "别人此间改了{0},已一并保留。" | "Somebody changed {0} meanwhile; that was kept as well.";
    /// delete.
    DELETE = "删除一份进展;历史里还在,可以 undo" | "Delete an entry; its history stays and `undo` brings it back";
    /// --yes.
    YES = "不再问,直接做" | "Do not ask";
    /// Before deleting.
    DELETE_ASK = "删除这份进展?[y/N] " | "Delete this entry? [y/N] ";
    /// After deleting.
    DELETED = "已删除 #{0}" | "Deleted #{0}";
    /// Answered no.
    LEFT = "没有改动。" | "Nothing was changed.";
    /// undo.
    UNDO = "撤销自己最近一次改动(先看再问)" | "Take back your own last change, after a preview";
    /// Nothing to undo.
    UNDO_NOTHING = "没有可以撤销的改动。" | "There is nothing to undo.";
    /// Before undoing.
    UNDO_ASK = "照此撤销?[y/N] " | "Undo like this? [y/N] ";
    /// After undoing.
    UNDO_DONE = "已撤销 #{0}" | "Undone: #{0}";
    /// redo.
    REDO = "恢复自己刚撤销的改动(先看再问)" | "Bring back what you took back last, after a preview";
    /// Nothing to redo.
    REDO_NOTHING = "没有可以恢复的改动。" | "There is nothing to redo.";
    /// Before redoing.
    REDO_ASK = "照此恢复?[y/N] " | "Redo like this? [y/N] ";
    /// After redoing.
    REDO_DONE = "已恢复 #{0}" | "Redone: #{0}";
    /// history.
    HISTORY = "谁在什么时候、从哪里、改了什么,新的在前" | "Who changed what, when and from where, newest first";
    /// history ENTRY.
    HISTORY_ENTRY = "只看这份进展" | "Of this entry only";
    /// history --acts.
    HISTORY_ACTS = "只看办公室办的:开关期、销号、延期、督办、设置、经办人" | "What the office did: periods, closings, extensions, notices, settings, operators";
    /// history --before.
    HISTORY_BEFORE = "这一号记录之前的" | "Older than this record";
    /// Nothing was changed yet.
    NO_CHANGES = "还没有改动。" | "Nothing has been changed yet.";
    /// Behind undone and redone: which record that was about.
    OF_RECORD = "第{0}号记录" | " record {0}";
    /// How often an entry was written.
    REVISION = "第{0}版" | "revision {0}";
    /// log --text.
    LOG_TEXT = "只看提到这些字的" | "Only those that hold these words";
    /// init.
    INIT = "新建一本台账" | "Make a ledger";
    /// demo.
    DEMO = "造一本试用台账,内容是编的" | "Make a ledger to try, with invented reports";
    /// demo --entries.
    DEMO_ENTRIES = "多少份进展,缺省150" | "How many reports; 150 by default";
    /// demo --seed.
    DEMO_SEED = "种子:同一种子、份数和日期造出同一本,缺省1" | "The same seed, number and day make the same ledger; 1 by default";
    /// demo, done.
    DEMO_DONE = "已造好 {0} 份进展,留痕 {1} 条。打开:duban --db {2}" | "Made {0} reports with {1} rows of history. Open it: duban --db {2}";
    /// init --plan.
    INIT_PLAN = "用这份方案文件,缺省用自带的方案" | "With this plan file; by default the plan that is built in";
    /// verify.
    VERIFY = "核对台账与历史记录,输出最后一号记录的编号和校验值" | "Prove that the ledger is what its history says, and print the history's head";
    /// verify --expect.
    VERIFY_EXPECT = "以前记下的“编号:校验值”,要还在历史里" | "A head noted down earlier, which the history must still hold";
    /// Printed by verify.
    SOUND = "台账完好。" | "The ledger is sound.";
    /// Printed by init.
    INIT_DONE = "已新建台账 {0}:{1}" | "Made the ledger {0}: {1}";
    /// Column.
    COL_NO = "编号" | "No";
    /// Column.
    COL_LIGHT = "灯" | "Light";
    /// Column.
    COL_REASON = "原因" | "Why";
    /// Column.
    COL_PERCENT = "进度" | "%";
    /// Column.
    COL_LAST = "最近报送" | "Last report";
    /// Column.
    COL_DUE = "时限" | "Due";
    /// Column.
    COL_UNIT = "单位" | "Unit";
    /// Column.
    COL_ROLE = "角色" | "Part";
    /// Column.
    COL_TASK = "任务" | "Task";
    /// Column.
    COL_KIND = "类别" | "Kind";
    /// Column.
    COL_ALIASES = "又称" | "Also";
    /// Column.
    COL_TARGET = "目标" | "Target";
    /// Column.
    COL_VALUE = "现值" | "Value";
    /// Column.
    COL_MET = "达标" | "Met";
    /// Column.
    COL_BINDING = "力度" | "Binding";
    /// Column.
    COL_NAME = "名称" | "Name";
    /// Beside the as-of day of a list.
    TASKS = "{0}项" | "{0} tasks";
    /// Head of the overview.
    ALL_TASKS = "全部{0}项" | "{0} tasks";
    /// Heading of what presses.
    ATTENTION = "要办的事 {0}" | "Needs attention: {0}";
    /// Nothing presses.
    NOTHING_PRESSES = "没有红灯和黄灯。" | "No red or yellow lights.";
    /// Heading of the newest entries.
    NEWEST = "最近报送" | "Latest reports";
    /// Nothing was reported.
    NO_ENTRIES = "还没有报送过。" | "Nothing has been reported yet.";
    /// The plan's horizon passed.
    HORIZON = "规划期已满({0}),没有自己时限的任务不因此变红。" | "The plan's term ended on {0}; a task without a date of its own does not turn red by that.";
    /// No row.
    NO_ROWS = "没有符合的任务。" | "No task fits.";
    /// Heading of a task's text.
    BODY = "原文" | "Text";
    /// Heading of a task's units.
    BRACKET = "责任单位" | "Units";
    /// Heading of a task's indicators.
    INDICATORS_OF = "指标" | "Indicators";
    /// Heading of a task's entries.
    ENTRIES_OF = "进展" | "Entries";
    /// 问题.
    PROBLEMS = "问题" | "Problems";
    /// 措施.
    NEXT = "措施" | "Next";
    /// More entries than shown.
    MORE = "往前还有,加 --before {0} 或 --all。" | "There are more: add --before {0} or --all.";
    /// plan check found nothing.
    PLAN_GOOD = "{0} 没有毛病:{1}组{2}项,{3}个单位,{4}项指标。" | "{0} has no fault: {1} groups, {2} tasks, {3} units, {4} indicators.";
    /// Named unit.
    KIND_NAMED = "单位" | "unit";
    /// Collective unit.
    KIND_COLLECTIVE = "统称" | "collective";
    /// Members of a collective.
    MEMBERS = "成员:{0}" | "Members: {0}";
    /// Members unknown.
    MEMBERS_UNKNOWN = "文件没有说明包括哪些单位" | "the document does not say which";
    /// Not in the document.
    OUTSIDE = "文件之外:{0}" | "from outside the document: {0}";
    /// The unit's numbers.
    UNIT_COUNTS = "牵头{0} 配合{1} 涉及{2}" | "leads {0}, supports {1}, covered {2}";
    /// Title line.
    DOC_NO = "文号" | "Number";
    /// Title line.
    INDEX_NO = "索引号" | "Index number";
    /// Title line.
    ISSUER = "发布机构" | "Issuer";
    /// Title line.
    DATED = "成文日期" | "Dated";
    /// Title line.
    PUBLISHED = "发布日期" | "Published";
    /// Title line.
    VALIDITY = "有效性" | "Validity";
    /// Title line.
    APPROVED = "审议" | "Approved by";
}
