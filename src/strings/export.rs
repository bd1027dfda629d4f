//! What is said about documents that leave the ledger: help, questions, where a file went.

crate::texts! {
    /// report.
    REPORT = "出文档:工作通报、工作台账、考评、一项任务、一个单位" | "Documents: bulletin, ledger sheet, assessment, a task, a unit";
    /// report bulletin.
    BULLETIN = "一期的工作通报" | "The bulletin of a period";
    /// report ledger.
    LEDGER = "工作台账,筛选同 list" | "The ledger sheet, narrowed as `list` is";
    /// report assess.
    ASSESS = "单位报送统计;设置里有 [assess] 规则时计分" | "What each unit reported; with points where the settings have rules in [assess]";
    /// report task.
    TASK = "一项任务的情况表" | "The sheet of a task";
    /// report unit.
    UNIT = "一个单位的情况表" | "The sheet of a unit";
    /// TASK.
    REPORT_TASK = "任务编号" | "Number of the task";
    /// UNIT.
    REPORT_UNIT = "单位" | "The unit";
    /// --period.
    PERIOD = "报送期,如 2025B3;缺省为本期。过去的期不写 --as-of 就截至那期末" | "Period such as 2025B3, by default the current one; a past one as of its end unless --as-of says otherwise";
    /// --format.
    FORMAT = "格式;缺省看文件名,再缺省是文本" | "Format; by default what the file's name says, else text";
    /// -o.
    OUTPUT = "写到这个文件;- 或不写是标准输出" | "Write this file; - or none is standard output";
    /// --force.
    FORCE = "文件已有也覆盖" | "Replace a file that is there";
    /// --bom.
    BOM = "CSV开头加BOM,给认不出UTF-8的电子表格" | "Begin CSV with a byte order mark, for spreadsheets that want one";
    /// --bom with another format.
    BOM_CSV_ONLY = "--bom 只用于csv,没有写出什么;现在的格式是{0}。" | "--bom is for csv only and nothing was written; the format is {0}.";
    /// Bytes to a terminal.
    TO_A_TERMINAL = "{0} 是二进制文件,不往终端上写。加 -o 文件名。" | "{0} is binary and is not written to a terminal. Name a file with -o.";
    /// A file was written: path, bytes.
    WRITTEN = "已写到 {0}({1}字节)。" | "Written to {0} ({1} bytes).";
}
