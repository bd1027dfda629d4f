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
    /// report issued.
    ISSUED_LIST = "列出发过的通报" | "List the bulletins that were issued";
    /// --issue.
    ISSUE = "签发:用这个期号定下来,以后照样重印" | "Issue it under this number; it can be printed again exactly";
    /// --signed.
    SIGNED = "签发人" | "Who signs it";
    /// --next.
    NEXT = "下一步要求,一行一条,代替自动列出的;写 - 从标准输入读" | "What is asked for next, a line each, instead of what follows from the ledger; - reads standard input";
    /// --issued.
    AGAIN = "重印发过的这一期" | "Print this issued one again";
    /// --corrections.
    CORRECTIONS = "出更正:签发后改了什么" | "Instead, what was changed since";
    /// A bulletin was issued: number, day, head.
    WAS_ISSUED = "已签发 {0},截至{1};台账记录 {2},请抄下备查。" | "Issued {0} as of {1}; the ledger's record is {2}, note it down.";
    /// Changes since.
    CORRECTED_SINCE = "签发后台账有更改,涉及{0}处;看更正:duban report bulletin --issued {1} --corrections。" | "The ledger was changed since in {0} places: `duban report bulletin --issued {1} --corrections`.";
    /// None yet.
    NONE_ISSUED = "还没有发过通报。" | "No bulletin was issued yet.";
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
    /// A document.
    LEDGER_NAME = "工作台账" | "ledger";
    /// A document.
    BULLETIN_NAME = "工作通报" | "bulletin";
    /// A document.
    ASSESS_NAME = "报送考评" | "assessment";
    /// A document.
    TASK_NAME = "任务情况表" | "task";
    /// A document.
    UNIT_NAME = "单位情况表" | "unit";
    /// Head of the box.
    TITLE = "导出 截至{0}" | "Export as of {0}";
    /// Field.
    DOCUMENT = "文档" | "document";
    /// Field.
    IN_FORMAT = "格式" | "format";
    /// Field.
    FILE = "文件" | "file";
    /// Where it goes.
    FOLDER = "放在 {0};下面是开头几行" | "into {0}; its first lines:";
    /// Keys of the box.
    EXPORT_KEYS = "Enter导出 上下键选栏 左右键换文档和格式 Ctrl-G离开" | "Enter exports, arrows move and choose, Ctrl-G leaves";
    /// A file is there.
    REPLACE = "{0} 已经有了,覆盖吗?y覆盖,其他键不覆盖" | "{0} is already there. Replace it? y does, any other key does not";
    /// No files for whoever comes through the gate.
    THROUGH_GATE = "经SSH登录的不能在主机上写文件。在自己电脑上这样取:ssh 用户@主机 report ledger > 台账.txt" | "Who comes in over SSH writes no files on the host. On your own computer: ssh USER@HOST report ledger > ledger.txt";
    /// No name.
    NO_NAME = "先写文件名。" | "Give the file a name first.";
    /// Exported: path, bytes.
    EXPORTED = "已导出到 {0}({1}字节)。在自己电脑上这样取:" | "Exported to {0} ({1} bytes). To fetch it:";
    /// A file was written: path, bytes.
    WRITTEN = "已写到 {0}({1}字节)。" | "Written to {0} ({1} bytes).";
}
