//! What is said when something cannot be done: what happened, what was kept, what to do.

crate::texts! {
    /// No unit fits.
    UNKNOWN_UNIT = "没有叫“{0}”的责任单位。相近的有:{1}。全部名称见 duban units。" | "There is no unit “{0}”. Close to it: {1}. `duban units` lists all names.";
    /// No unit fits and none is close.
    UNKNOWN_UNIT_ALONE = "没有叫“{0}”的责任单位。全部名称见 duban units。" | "There is no unit “{0}”. `duban units` lists all names.";
    /// Several units fit equally well.
    AMBIGUOUS_UNIT = "“{0}”同样符合几个单位:{1}。请写得再全一点。" | "“{0}” fits several units equally well: {1}. Type a little more.";
    /// The plan has no such task.
    UNKNOWN_TASK = "没有第{0}项任务;任务编号是1到{1}。" | "There is no task {0}; tasks are numbered 1 to {1}.";
    /// Not a task number at all.
    NOT_A_TASK = "“{0}”不是任务编号;任务编号是1到{1}。" | "“{0}” is no task number; tasks are numbered 1 to {1}.";
    /// Nothing in the plan is called so.
    UNKNOWN_WHAT = "“{0}”既不是任务编号,也不是主要任务或责任单位。任务编号是1到{1},单位名称见 duban units。" | "“{0}” is no task, group or unit. Tasks are numbered 1 to {1}; `duban units` lists the units.";
    /// The plan has no such group.
    UNKNOWN_GROUP = "没有叫“{0}”的主要任务;主要任务是{1}。" | "There is no group “{0}”; the groups are {1}.";
    /// The unit has no part in the task.
    NOT_RESPONSIBLE = "{0}不是第{1}项任务的责任单位,什么都没有写入。这一项的责任单位是:{2}。" | "{0} has no part in task {1}; nothing was written. Its units are: {2}.";
    /// No percent.
    PERCENT = "进度“{0}”不对:要写0到100的整数,没有就不写。" | "The percent “{0}” will not do: write a whole number from 0 to 100, or leave it out.";
    /// No day.
    DAY_FORM = "日期“{0}”看不懂:请写成 2025-06-24。" | "The date “{0}” cannot be read: write it like 2025-06-24.";
    /// No such month.
    DAY_MONTH = "没有{0}月:月份是1到12。" | "There is no month {0}: months are 1 to 12.";
    /// The month has no such day.
    DAY_DAY = "{0}月没有{1}日,最晚{2}日。" | "Month {0} has no day {1}; its last is {2}.";
    /// No moment.
    MOMENT = "时间“{0}”看不懂:请写成 2025-06-24T10:42,或只写日期。" | "The time “{0}” cannot be read: write it like 2025-06-24T10:42, or a day alone.";
    /// A day that has not come.
    FUTURE = "报送日期{0}还没有到,什么都没有写入;今天是{1}。" | "The day {0} has not come yet and nothing was written; today is {1}.";
    /// No period.
    PERIOD = "报送期“{0}”看不懂:双月写 2025B3,月写 2025M06,季写 2025Q2。" | "The period “{0}” cannot be read: 2025B3 for two months, 2025M06 for a month, 2025Q2 for a quarter.";
    /// None of a closed set of values.
    CHOICE = "“{0}”不能用在{1};可以写:{2}。" | "“{0}” will not do for {1}; it can be: {2}.";
    /// The report says nothing.
    EMPTY = "{0}是空的,什么都没有写入。写一句话就行。" | "{0} is empty and nothing was written. One sentence will do.";
    /// A status that needs a reason.
    SILENT = "进展滞后或调整取消要在{0}里写明原因,什么都没有写入。" | "Behind and dropped need a reason in {0}; nothing was written.";
    /// More than may be.
    MANY = "{0}有{1}条,最多{2}条,什么都没有写入。" | "{0} has {1} items of at most {2}; nothing was written.";
    /// Both changed the same.
    CONFLICT = "进展#{0}在你改的时候被{3}于{4}改过(你从第{1}版改起,现在是第{2}版),都改了{5},什么都没有写入。看 duban history {0},从第{2}版再改一次。" | "{3} changed entry #{0} on {4} while you were at it (you began from revision {1}; it is now at {2}); both changed {5}. Nothing was written. See `duban history {0}` and edit again from revision {2}.";
    /// Changed since.
    STALE = "进展#{0}被{3}于{4}改过(你看到的是第{1}版,现在是第{2}版),什么都没有写入。看 duban history {0},再决定。" | "{3} changed entry #{0} on {4} (you went by revision {1}; it is now at {2}). Nothing was written. See `duban history {0}` and decide again.";
    /// Deleted meanwhile.
    GONE = "进展#{0}已被{1}于{2}删除,什么都没有写入。看 duban history {0}。" | "{1} deleted entry #{0} on {2}. Nothing was written. See `duban history {0}`.";
    /// No such version.
    NO_VERSION = "进展#{0}没有第{1}号记录可以恢复。看 duban history {0}。" | "Entry #{0} has no record {1} to bring back. See `duban history {0}`.";
    /// Not to be moved.
    OTHER_PAIR = "进展#{0}不能改到别的任务或单位,什么都没有写入。请删除它,另填一份。" | "Entry #{0} stays with its task and unit; nothing was written. Delete it and write another.";
    /// No such indicator of the task.
    UNKNOWN_INDICATOR = "第{1}项任务没有指标“{0}”,什么都没有写入;可以填:{2}。" | "Task {1} has no indicator “{0}”; nothing was written. It can be: {2}.";
    /// No goal that a report without a task can speak of.
    UNKNOWN_GOAL = "综合情况里不能填指标“{0}”,什么都没有写入;可以填:{1}。" | "A general report has no indicator “{0}”; nothing was written. It can be: {1}.";
    /// The task has none at all.
    NO_INDICATORS = "第{1}项任务没有指标“{0}”,什么都没有写入;这一项没有指标。" | "Task {1} has no indicator “{0}”; nothing was written. It has none.";
    /// Two values at once.
    TWO_VALUES = "指标{0}写了两个值,什么都没有写入。只留一个。" | "Indicator {0} was given two values; nothing was written. Keep one.";
    /// Not of the form ID=VALUE.
    VALUE_FORM = "指标值“{0}”看不懂:请写成 编号=值,如 T7a=3.2。编号见 duban indicators。" | "The value “{0}” cannot be read: write it like T7a=3.2. `duban indicators` lists the ids.";
    /// Whether or not.
    VALUE_YES_OR_NO = "指标{0}要写是或否,“{1}”不行,什么都没有写入。" | "Indicator {0} takes yes or no, not “{1}”; nothing was written.";
    /// How many of so many.
    VALUE_MEMBERS = "指标{0}要写{2}个里有几个(如 4 或 4/{2}),“{1}”不行,什么都没有写入。" | "Indicator {0} takes how many of {2} (such as 4 or 4/{2}), not “{1}”; nothing was written.";
    /// A rate.
    VALUE_RATE = "指标{0}要写百分数(如 3.2)或分子/分母(如 0/8),“{1}”不行,什么都没有写入。" | "Indicator {0} takes a percentage (such as 3.2) or a fraction (such as 0/8), not “{1}”; nothing was written.";
    /// A number.
    VALUE_NUMBER = "指标{0}要写一个数,单位{2},“{1}”不行,什么都没有写入。" | "Indicator {0} takes a number in {2}, not “{1}”; nothing was written.";
    /// More than nothing out of nothing.
    VALUE_OF_NOTHING = "指标{0}的“{1}”分子比分母大,什么都没有写入。先写分子再写分母;没有案件写 0/0。" | "“{1}” for indicator {0} counts more than there is; nothing was written. Write the part first, then the whole; 0/0 where there was no case.";
    /// Longer than may be.
    LONG = "{0}有{1}个字,最多{2}个字,什么都没有写入。请删短或分成两份。" | "{0} has {1} characters of at most {2}; nothing was written. Shorten it or split it.";
    /// A character that could do harm.
    UNSAFE = "{0}的第{2}个字是控制字符{1},什么都没有写入。请删掉它再保存。" | "Character {2} of {0} is the control character {1}; nothing was written. Remove it and save again.";
    /// Standard input is no text.
    STDIN_NOT_UTF8 = "标准输入不是UTF-8文字,什么都没有写入。请先转成UTF-8。" | "Standard input is not UTF-8 text; nothing was written. Convert it first.";
    /// Standard input cannot be read.
    STDIN = "读不了标准输入({0}),什么都没有写入。" | "Standard input cannot be read ({0}); nothing was written.";
    /// Standard input without an end.
    STDIN_LONG = "标准输入超过{0} MB,什么都没有写入。请检查送来的是不是那个文件。" | "Standard input holds more than {0} MB; nothing was written. See whether that is the right file.";
    /// A faulty plan file.
    PLAN_FILE = "{0} 有{1}处毛病,没有载入:" | "{0} has {1} faults and was not loaded:";
    /// A file that cannot be read.
    FILE = "读不了 {0}:{1}。" | "{0} cannot be read: {1}.";
    /// Not UTF-8.
    FILE_NOT_UTF8 = "{0} 不是UTF-8文字。请先转成UTF-8。" | "{0} is not UTF-8 text. Convert it first.";
    /// The settings file.
    CONFIG = "设置文件 {0} 第{1}行不对:{2}。改好或删掉这一行再来。" | "Line {1} of the settings {0} is wrong: {2}. Mend it or take it out.";
    /// A ledger is already there.
    EXISTS = "{0} 已经有一本台账,没有动它。要新建请另给一个 --db。" | "There is already a ledger at {0}; it was left alone. Name another with --db.";
    /// A file to be written is there.
    FILE_TAKEN = "{0} 已经有了,没有覆盖。要覆盖加 --force,或换一个名字。" | "{0} is already there and was not overwritten. Add --force, or name another.";
    /// A file cannot be written.
    FILE_UNWRITTEN = "{0} 写不了({1}),没有留下半个文件。请换一个地方。" | "{0} cannot be written ({1}); no part of it was left. Name another place.";
    /// A document cannot be made.
    DOCUMENT = "文档没有做成({0}),什么都没有写出。请换一种格式。" | "The document could not be made ({0}); nothing was written. Try another format.";
    /// Something else than a ledger.
    NOT_A_LEDGER = "{0} 不是督办台账,没有动它。请用 --db 指到台账文件,或换一个还没有的文件名。" | "{0} is not a duban ledger and was left as it was. Name the ledger with --db, or a file that does not exist yet.";
    /// Written by a newer program.
    TOO_NEW = "台账是更新版本的督办写的(格式{0},本程序只认到{1}),没有动它。请用新版程序打开。" | "A newer duban wrote this ledger (format {0}; this program knows up to {1}); it was left as it was. Open it with the newer program.";
    /// No ledger and none to be made.
    MISSING = "{0} 没有台账,也没有新建。路径不对就改 --db 或 DUBAN_DB;要在那里新建一本,用 duban --db {0} init。" | "There is no ledger at {0} and none was made. Correct --db or DUBAN_DB, or make one there with `duban --db {0} init`.";
    /// The system refuses a file.
    IO = "打不开 {0}:{1}。请检查目录和权限,或用 --db 另指一个文件。" | "{0} cannot be opened: {1}. Check the folder and its permissions, or name another file with --db.";
    /// Somebody else holds the ledger.
    BUSY = "台账一直被别人占用,没有等到,什么都没有写入。稍后再存一次。" | "Somebody else kept holding the ledger; nothing was written. Save again in a moment.";
    /// The operator did not want to wait.
    GIVEN_UP = "不等了,什么都没有写入;写的都留着。" | "The wait was given up; nothing was written, and what you wrote is kept.";
    /// The file is gone from its place.
    MOVED = "{0} 不见了(被移走或删除),什么都没有写入。放回原处就能接着用。" | "{0} is gone (moved or removed); nothing was written. Put it back and go on.";
    /// Another file is in its place.
    REPLACED = "{0} 被换成了另一个文件,什么都没有写入。请重新打开督办。" | "{0} was replaced by another file; nothing was written. Open duban again.";
    /// No room.
    FULL = "磁盘满了,什么都没有写入。腾出空间后再存一次。" | "The disk is full; nothing was written. Free some room and save again.";
    /// Only to be read.
    READ_ONLY = "台账或它所在的目录只能读,什么都没有写入。请检查权限。" | "The ledger or its folder can only be read; nothing was written. Check its permissions.";
    /// Written by an older program, and only to be read.
    TOO_OLD = "台账是旧格式{0},要先升级到格式{1}才能打开,而您不能写它。请能写台账的人先打开一次。" | "The ledger has the old format {0} and must be brought to format {1} first, which you may not do. Somebody who may write it must open it once.";
    /// Could not be brought up to date.
    UPGRADE = "台账要从格式{0}升级到{1},没有升成,原文件没有动:{2}" | "The ledger could not be brought from format {0} to {1} and was left as it was: {2}";
    /// Somebody has it open.
    IN_USE = "还有人开着这本台账,没有动它。请大家都退出后再来。" | "Somebody has the ledger open; it was left alone. Try again when everybody has left.";
    /// Something is already there.
    TAKEN = "{0} 已经有了,没有覆盖。请换一个名字或给一个目录。" | "{0} is already there and was not overwritten. Give another name or a folder.";
    /// A copy of another ledger.
    OTHER_LEDGER = "{0} 是另一本台账的备份,没有用它恢复。要看它,请用 --db 打开。" | "{0} is a backup of another ledger and was not restored. To read it, open it with --db.";
    /// A copy that is open itself.
    OPEN_COPY = "{0} 正开着,或没有正常关闭,不能用来恢复。请先用 duban backup 给它做一份备份。" | "{0} is open or was not closed well and cannot be restored. Make a backup of it first, with `duban backup`.";
    /// What was purged cannot be taken back.
    PURGED = "第{1}号记录里进展#{0}的内容已清除,不能撤销或重做。" | "What record {1} held of entry #{0} was purged; it cannot be undone or redone.";
    /// Only deleted entries are purged whole.
    STILL_LIVE = "进展#{0}还在台账里,没有清除。先用 duban delete {0} 删除,或用 --record 指明要清除的记录。" | "Entry #{0} is still in the ledger; nothing was purged. Delete it first, or name the records with --record.";
    /// What an entry says now.
    IS_NOW = "第{1}号记录就是进展#{0}现在的内容,没有清除。先修改或删除它。" | "Record {1} is what entry #{0} says now; nothing was purged. Edit or delete it first.";
    /// A text that one must give.
    REASON = "清除要写明原因:{0}个字以内,一行,不能有控制字符。什么都没有清除。" | "A purge needs a reason: one line of at most {0} characters, without control characters. Nothing was purged.";
    /// A network file system.
    FILESYSTEM = "{0} 在 {1} 文件系统上,锁和断电保护靠不住,没有打开。请放到本机磁盘,或在设置里写 filesystem = \"any\" 自担风险。" | "{0} lies on {1}, where locks and syncing cannot be relied on; it was not opened. Move it to a local disk, or set filesystem = \"any\" at your own risk.";
    /// doctor found faults.
    AILING = "查出{0}处毛病,办法见上面。" | "Faults found: {0}. What to do is said above.";
    /// Damaged.
    DAMAGED = "台账文件已损坏({0}),没有再写入。请从备份恢复。" | "The ledger is damaged ({0}) and was not written to. Restore it from a backup.";
    /// verify found faults.
    UNSOUND = "台账与它的历史记录不符,有{0}处。不要再写入,请与备份核对:" | "The ledger is not what its history says; faults: {0}. Write nothing more and compare it with a backup:";
    /// A copy of a ledger does not hold.
    UNSOUND_COPY = "{0} 与它自己的历史记录不符,有{1}处,没有采用:" | "{0} is not what its own history says and was not used; faults: {1}:";
    /// A row of the record.
    UNSOUND_BODY = "第{0}号记录的内容被改过" | "what record {0} holds was changed";
    /// A row of the record.
    UNSOUND_BARE = "第{0}号记录的内容没有了,也没有清除的记录" | "what record {0} held is gone, and no record says that it was purged";
    /// A row that was noted down.
    UNSOUND_ABANDONED = "记下的第{0}号记录不在历史里:第{1}号记录说,从备份恢复时放弃了它" | "the record {0} that was noted down is not in the history: by record {1} it was left behind when a backup was restored";
    /// A row of the record.
    UNSOUND_CHAIN = "第{0}号记录被改过,或接不上前一号" | "record {0} was changed or does not follow the one before it";
    /// A row of the record that was noted down.
    UNSOUND_NOTED = "历史里没有记下的第{0}号记录:被截短或改写过" | "the history does not hold the record {0} that was noted down: it was cut or rewritten";
    /// The plan.
    UNSOUND_PLAN = "方案不是建台账时记下的那一份" | "the plan is not the one that was recorded";
    /// An entry.
    UNSOUND_ENTRY = "进展#{0}与它最后一次的记录不符" | "entry #{0} is not what its last record says";
    /// What the office decided.
    UNSOUND_ACT = "办公室的记录({0} {1})与它最后一次的历史不符" | "what the office decided ({0} {1}) is not what its last record says";
    /// An entry that is gone.
    UNSOUND_MISSING = "有进展#{0}的记录,没有这份进展" | "there are records of entry #{0}, but no such entry";
    /// A standing.
    UNSOUND_STANDING = "第{0}项任务{1}的现状与最新的进展不符" | "the standing of {1} in task {0} is not that of its latest entry";
    /// No head of a record.
    HEAD_FORM = "“{0}”不是“编号:校验值”;照 duban verify 输出的第一行写。" | "“{0}” is no SEQ:HASH: write it as the first line that `duban verify` prints.";
    /// Not the number of an entry.
    NOT_AN_ENTRY = "“{0}”不是进展编号;编号是 duban log 里 # 后面的数。" | "“{0}” is no entry's number: that is what follows # in `duban log`.";
    /// Nobody to ask.
    NEEDS_YES = "这里没有终端可以问,什么都没有写入。看过以上内容后加 --yes。" | "There is no terminal to ask on; nothing was written. Having read the above, add --yes.";
    /// Nobody is asked.
    JSON_NEEDS_YES = "有 --json 就不问,什么都没有写入。看过以上内容后加 --yes。" | "With --json nothing is asked, and nothing was written. Having read the above, add --yes.";
    /// An earlier record cannot be written to.
    LOOK_ONLY = "--known-at 只用于查看,什么都没有写入。" | "--known-at is for looking only; nothing was written.";
    /// A rule of the file refused the change.
    RULE = "台账的规则不允许这样写({0}),什么都没有写入。" | "A rule of the ledger forbids this ({0}); nothing was written.";
    /// Whatever else.
    OTHER = "台账出错({0}),什么都没有写入。" | "The ledger failed ({0}); nothing was written.";
    /// No place for the ledger.
    NO_HOME = "不知道台账放在哪里:没有主目录。请用 --db 指定文件。" | "There is no home directory to keep the ledger in. Name a file with --db.";
    /// The terminal went away.
    TERMINAL = "终端不能用了({0})。已保存的都在。" | "The terminal failed ({0}). Everything saved is kept.";
    /// A word that the command line does not know.
    USAGE_UNKNOWN = "不认识“{0}”。用法见 duban {1}--help。" | "“{0}” is not known here. See `duban {1}--help`.";
    /// A word is missing.
    USAGE_MISSING = "还缺 {0}。用法见 duban {1}--help。" | "{0} is missing. See `duban {1}--help`.";
    /// An option without its value.
    USAGE_VALUE = "{0} 后面要跟一个值。用法见 duban {1}--help。" | "{0} needs a value. See `duban {1}--help`.";
    /// An option that takes no value was given one.
    USAGE_NO_VALUE = "{0} 后面不跟值。用法见 duban {1}--help。" | "{0} takes no value. See `duban {1}--help`.";
    /// An option with a value that it cannot have.
    USAGE_CHOICE = "{0} 不对;可以写:{1}。" | "{0} will not do; it can be: {1}.";
    /// An option stands twice.
    USAGE_TWICE = "{0} 只能写一次。用法见 duban {1}--help。" | "{0} can be given only once. See `duban {1}--help`.";
    /// Options that exclude each other.
    USAGE_CONFLICT = "{0} 不能一起用。用法见 duban {1}--help。" | "{0} cannot be used together. See `duban {1}--help`.";
    /// A word that is no text.
    USAGE_UTF8 = "命令里有的字不是UTF-8。请先转成UTF-8。" | "A word of the command is not UTF-8. Convert it first.";
    /// More than the program makes.
    TOO_MANY = "{0} 太多,最多 {1}。" | "{0} is too many; at most {1}.";
    /// Not a whole number above zero.
    NUMBER = "{0} 不对:要写大于0的整数。" | "{0} will not do: write a whole number above 0.";
    /// No such entry.
    UNKNOWN_ENTRY = "没有第{0}份进展。编号见 duban log。" | "There is no entry {0}. `duban log` shows the numbers.";
    /// The system's answer.
    NO_SUCH_FILE = "没有这个文件或目录" | "no such file or folder";
    /// The system's answer.
    NO_PERMISSION = "没有权限" | "permission denied";
    /// The system's answer.
    A_FOLDER = "这是一个目录" | "it is a folder";
    /// The system's answer.
    NOT_A_FOLDER = "路径中间有一段不是目录" | "a part of the path is not a folder";
    /// Anything else that is wrong with the words typed.
    USAGE_OTHER = "命令写得不对:{0}。用法见 duban {1}--help。" | "The command cannot be read: {0}. See `duban {1}--help`.";
    /// A text that no cell of a spreadsheet holds.
    LONG_CELL = "表“{0}”第 {1} 行有一格超过 32767 字,电子表格放不下,没有写出文件。改用 docx 或 html。" | "A cell in row {1} of sheet “{0}” has more than 32767 characters, which no spreadsheet holds; nothing was written. Use docx or html.";
    /// A thread of the program fell over.
    BROKEN = "程序内部出错({0}),已退出。已保存的都在,没存的在草稿里;重开后接着写。" | "The program failed ({0}) and has ended. What was saved is kept, the rest is in your drafts; start it again and go on.";
    /// A word before a colon that is none of the table's.
    CONDITION = "没有“{0}:”这个条件;可以写:{1}。要找带冒号的字,写 含:\"{0}:...\"。" | "There is no condition “{0}:”; there are: {1}. For words with a colon write has:\"{0}:...\".";
    /// Nothing behind the colon.
    CONDITION_EMPTY = "“{0}:”后面还没有写;可以写:{1}。" | "Nothing follows “{0}:”; it can be: {1}.";
    /// One condition twice.
    CONDITION_TWICE = "“{0}:”写了两次,只能写一次;多个灯写成 灯:红黄。" | "“{0}:” stands twice, and can stand once; several lights are light:red,yellow.";
}
