//! What leaves the ledger as a file and what enters it: template, import, export, and what can be wrong with a sheet.

crate::texts! {
    /// export.
    EXPORT = "导出整本台账(JSON,可原样导入)或全部进展(CSV)" | "Write out the whole ledger (JSON, to be imported as it is) or all entries (CSV)";
    /// export --output.
    OUTPUT = "写到这个文件;- 是标准输出" | "Write to this file; - is standard output";
    /// --force.
    FORCE = "文件已有就覆盖" | "Overwrite the file if it is there";
    /// export --csv.
    EXPORT_CSV = "现有的全部进展,逗号分隔,先存的在前" | "All entries there are as CSV, oldest number first";
    /// Printed by export.
    EXPORTED = "已导出 {0},末尾 {1}" | "Exported {0}, head {1}";
    /// Printed by export --csv.
    EXPORTED_CSV = "已导出 {0}:{1}份进展" | "Exported {0}, entries: {1}";
    /// While it takes long.
    PROGRESS = "{0}/{1}" | "{0}/{1}";
    /// The same where the end is not known.
    PROGRESS_OPEN = "{0}" | "{0}";
    /// A ledger to be made by an import is there.
    NOT_EMPTY = "{0} 里已经有内容,没有动它。导出的台账只能导入空台账:请用 --db 另指一个文件。" | "There is something in {0} already; it was left alone. An exported ledger is imported into an empty one: name another file with --db.";
    /// A line of an export.
    BAD_EXPORT = "导出文件第{0}行不对({1}),什么都没有导入。文件可能被改过或没传完整,请重新导出或重新传。" | "Line {0} of the export is wrong ({1}); nothing was imported. The file may have been changed or cut: export or copy it again.";
    /// What is wrong with it.
    EXPORT_FORM = "不是 duban export 写的样子" | "not as `duban export` writes it";
    /// What is wrong with it.
    EXPORT_END = "没有正常结尾" | "no proper end";
    /// What is wrong with it.
    EXPORT_CHAIN = "与上一条记录的校验值接不上" | "does not follow from the record before by its hash";
    /// What is wrong with it.
    EXPORT_BODY = "内容与它的校验值不符" | "what it holds is not what its digest says";
    /// What is wrong with it.
    EXPORT_HEADER = "台账信息或方案与末行的校验值不符" | "the ledger's data or plan are not what the last line says";
    /// What is wrong with it.
    EXPORT_HEAD = "末行写的末尾与最后一条记录不符" | "it names another head than the last record";
    /// import.
    IMPORT = "导入填报表(XLSX、CSV)或导出的台账(JSON)" | "Import a filled-in sheet (XLSX, CSV) or an exported ledger (JSON)";
    /// import FILE.
    IMPORT_FILE = "文件;- 是标准输入" | "The file; - is standard input";
    /// Printed by import of an export.
    TAKEN_IN = "已导入 {0},末尾 {1}" | "Imported into {0}, head {1}";
    /// import --yes.
    IMPORT_YES = "写入;不加只看会写什么" | "Write; without it, it only shows what would be written";
    /// import --dry-run.
    DRY_RUN = "只看会写什么,不写入(缺省就是这样)" | "Only show what would be written (the default)";
    /// Printed by import without --yes.
    WOULD = "会写入{0}份进展,没有写入。加 --yes 写入。" | "Entries that would be written: {0}; nothing was. Add --yes to write.";
    /// The same of a ledger.
    WOULD_TAKE_IN = "可以导入到 {0},末尾 {1},没有写入。加 --yes 写入。" | "It can be imported into {0}, head {1}; nothing was written. Add --yes to write.";
    /// Printed by import.
    WROTE = "已写入{0}份进展。" | "Entries written: {0}.";
    /// Printed by import.
    NOTHING_NEW = "没有要写入的。" | "There is nothing to write.";
    /// One row.
    NEW_LINE = "{0} {1}" | "{0} {1}";
    /// A row that is there already.
    THERE = "{0} 已有,就是进展#{1},不再写" | "{0} is there already as entry #{1}; not written again";
    /// A row that says the same as one above.
    THERE_ABOVE = "{0} 与第{1}行相同,不再写" | "{0} says the same as row {1}; not written again";
    /// Rows in which nobody wrote anything.
    LEFT_EMPTY = "没填的行:{0}" | "Rows left empty: {0}";
    /// Columns that are not known.
    NOT_READ = "不认识、没有读的列:{0}" | "Columns that are not known and were not read: {0}";
    /// More than are shown.
    AND_MORE = "另有{0}行" | "and {0} more";
    /// A place.
    AT_ROW = "第{0}行" | "Row {0}";
    /// A place.
    AT_CELL = "{0}{1}格({2})" | "Cell {0}{1} ({2})";
    /// A place.
    IN_SHEET = "工作表{0} {1}" | "Sheet {0}, {1}";
    /// A fault at its place.
    FAULT = "{0}:{1}" | "{0}: {1}";
    /// Above them.
    FAULTS = "表里有{0}处不对,一份都没有写入。改好再导入:" | "The sheet has {0} faults; no entry was written. Correct them and import it again:";
    /// No head.
    NO_HEAD = "找不到表头:缺 {0} 列。可先用 duban template 生成表格。" | "No row names the columns: {0} is missing. `duban template` makes such a sheet.";
    /// A column twice.
    TWICE = "表头里 {0} 有两列,第二个在{1}列,一份都没有写入。请只留一列。" | "There are two columns {0}, the second at {1}; no entry was written. Leave one.";
    /// A file that cannot be read.
    UNREADABLE = "这个文件读不出来({0}),一份都没有写入。请用表格软件另存为 xlsx 再导入。" | "The file cannot be read ({0}); no entry was written. Save it anew as xlsx and import that.";
    /// An old workbook.
    OLD_EXCEL = "这是旧的 xls 文件,一份都没有写入。请另存为 xlsx 再导入。" | "This is an old xls workbook; no entry was written. Save it as xlsx and import that.";
    /// Neither encoding.
    ENCODING = "文件既不是UTF-8也不是GB18030,一份都没有写入。请另存为 xlsx 或 UTF-8 的 csv。" | "The file is neither UTF-8 nor GB18030; no entry was written. Save it as xlsx, or as csv in UTF-8.";
    /// Too much.
    TOO_MUCH = "表里超过{0}格,一份都没有写入。请分成几个文件。" | "The file has more than {0} cells; no entry was written. Split it.";
    /// A workbook that swells.
    SWOLLEN = "表格解开以后超过{0} MB,一份都没有写入。请只留要报的行,另存一份。" | "The workbook holds more than {0} MB once unpacked; no entry was written. Keep the rows that report something and save it anew.";
    /// The same file again.
    ALREADY = "这个文件导入过了:{0},{1},{2}。没有再写。" | "This very file was imported before: {0}, by {1}, {2}. Nothing was written again.";
    /// Too many rows while others work.
    CROWD = "{0}行要让别人等太久,一份都没有写入。请等别人都退出后再导入,或分成几个文件,每个不超过2000行。" | "{0} rows would keep others waiting too long; no entry was written. Import them when nobody else has the ledger open, or in files of at most 2000 rows.";
    /// An empty cell.
    WANTING = "{0}没有填。" | "{0} is empty.";
    /// A formula without a value.
    FORMULA = "公式没有得出值({0}),请写上值。" | "The formula gave no value ({0}); write the value.";
    /// 1, or 1 of 1.
    ONE_OR_ALL = "进度1可以是1%也可以是100%,请写明百分号。" | "The percent 1 can be 1% or 100%; write the percent sign.";
    /// There, but not the same.
    DIFFERS = "同一单位、任务、报送期、日期和进展情况的已有,是进展#{0},但别的栏不一样。要改就用 duban edit {0}。" | "Entry #{0} is of the same unit, task, period, day and text but differs in other fields. To change it: `duban edit {0}`.";
    /// The same within the sheet.
    DIFFERS_IN_SHEET = "与第{0}行同一单位、任务、报送期、日期和进展情况,但别的栏不一样,请只留一行。" | "Row {0} is of the same unit, task, period, day and text but differs in other fields; leave one.";
    /// A file's name that does not say what it is.
    KIND = "{0} 不知道写成什么:文件名要以 .xlsx 或 .csv 结尾。" | "{0} does not say what to write: end the name in .xlsx or .csv.";
    /// template.
    TEMPLATE = "生成填报表:一个单位一期要报的每一项一行" | "Make a sheet to fill in: a row for each report that a unit owes";
    /// template --unit.
    TEMPLATE_UNIT = "哪个单位;不写就是自己的单位,办公室是全部单位" | "Which unit; by default one's own, for the office all";
    /// template --period.
    TEMPLATE_PERIOD = "哪一期,如 2025B3;缺省是现在这一期" | "Which period, such as 2025B3; default: the current one";
    /// template --all.
    TEMPLATE_ALL = "配合、涉及的任务也列上" | "Also the tasks that it supports or is covered by";
    /// Printed by template.
    TEMPLATE_DONE = "已生成 {0}:{1}行" | "Made {0}, rows: {1}";
    /// Name of the sheet.
    SHEET_NAME = "填报" | "Reports";
    /// Above the head.
    SHEET_TITLE = "{0} {1} 进展填报表" | "{0}, {1}: reports";
    /// Whose sheet it is where it is of all units.
    ALL_UNITS = "全部单位" | "All units";
    /// Name of the sheet with the instructions.
    HELP_NAME = "填报说明" | "How to";
    /// Beside a status.
    STATUS_TITLE = "状态" | "Status";
    /// The same.
    STATUS_WRONG = "请从列表里选。" | "Choose from the list.";
    /// A column.
    TASK = "任务编号" | "Task no.";
    /// A column.
    TITLE = "任务名称" | "Task title";
    /// A column.
    UNIT = "责任单位" | "Unit";
    /// A column.
    PERIOD = "报送期" | "Period";
    /// A column.
    DAY = "报送日期" | "Date";
    /// A column.
    STATUS = "状态" | "Status";
    /// A column.
    PERCENT = "进度" | "Percent";
    /// A column.
    PROGRESS_TEXT = "进展情况" | "Progress";
    /// A column.
    PROBLEMS = "存在问题" | "Problems";
    /// A column.
    NEXT = "下一步措施" | "Next steps";
    /// A column.
    VALUES = "指标值" | "Values";
    /// A column.
    EVIDENCE = "佐证材料" | "Evidence";
    /// A column.
    REPORTER = "报送人" | "Reporter";
    /// What to write there.
    HELP_KEEP = "已填好,请不要改" | "filled in already; leave it";
    /// What to write there.
    HELP_TITLE = "只供对照,改了也不会导入" | "for reading only; what is changed there is not imported";
    /// What to write there.
    HELP_DAY = "如 2025-06-12 或 2025年6月12日;不填就是导入当天" | "such as 2025-06-12; empty: the day of the import";
    /// What to write there.
    HELP_STATUS = "从列表里选;不填就同上次" | "choose from the list; empty: as last time";
    /// What to write there.
    HELP_PERCENT = "0到100的整数,如 80 或 80%;没有就不填" | "a whole number from 0 to 100, such as 80 or 80%; may stay empty";
    /// What to write there.
    HELP_PROGRESS = "这一期做了什么、数量和结果;滞后或取消要写明原因" | "what was done, how much, with which result; behind and dropped need a reason";
    /// What to write there.
    HELP_MAY = "没有就不填" | "may stay empty";
    /// What to write there.
    HELP_VALUES = "每行一个:编号=值,后面空一格可写来源,如 T7a=3.2 县统计局;没有的不填" | "one a line: ID=VALUE, and behind a space where it comes from; may stay empty";
    /// What to write there.
    HELP_EVIDENCE = "每行一个:网址、文号或文件路径,后面可写竖线和说明" | "one a line: an address, a document's number or a path, a note behind a bar";
    /// What to write there.
    HELP_REPORTER = "不填就是导入的人" | "empty: whoever imports it";
    /// Below.
    HELP_ROWS = "整行不填的不会导入。全部填好再交;有一处不对就一份都不写入,改好重交。" | "Rows left empty are not imported. One fault anywhere and nothing is written.";
}
