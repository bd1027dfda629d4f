//! The settings file: what each setting means, and what is wrong in the file.

crate::texts! {
    /// lang.
    KEY_LANG = "界面语言;不写就看系统语言,再不然是中文" | "Language of the interface; where not set, the system's, else Chinese";
    /// encoding.
    KEY_ENCODING = "命令输出用的编码;屏幕和JSON总是UTF-8" | "How commands print; the screen and JSON are always UTF-8";
    /// idle.
    KEY_IDLE = "屏幕多久没有按键就自己退出,草稿都留着;不写就不退出" | "After how long without a key the screen ends itself, drafts kept; never where not set";
    /// `backup_keep`.
    KEY_BACKUP_KEEP = "自动备份留几份;写0,屏幕就不做自动备份" | "How many automatic backups stay; with 0 the screen makes none";
    /// filesystem.
    KEY_FILESYSTEM = "any 表示网络文件系统上的台账也打开,锁和断电保护自担风险" | "With any, a ledger on a network file system is opened too, at your own risk";
    /// assess.start.
    KEY_ASSESS_START = "考评起评分;各项都不写就不计分" | "Points that every unit begins with; with none of these set there are no points";
    /// assess.unreported.
    KEY_ASSESS_UNREPORTED = "考评:每份未报" | "Assessment: for each report that did not come";
    /// assess.late.
    KEY_ASSESS_LATE = "考评:每份迟报" | "Assessment: for each that came late";
    /// assess.returned.
    KEY_ASSESS_RETURNED = "考评:每份退回" | "Assessment: for each that was sent back";
    /// assess.notice.
    KEY_ASSESS_NOTICE = "考评:每件督办" | "Assessment: for each notice";
    /// A setting that there is not.
    BAD_NAME = "没有 {0} 这一项;可以写:{1}" | "there is no setting {0}; there are: {1}";
    /// A value that it cannot have.
    BAD_VALUE = "{0} 不能是 {1};可以写:{2}" | "{0} cannot be {1}; it can be: {2}";
    /// No TOML.
    BAD_TOML = "不合TOML的写法({0});每项一行,如 lang = \"zh\"" | "it is not TOML ({0}); a setting is a line such as lang = \"zh\"";
    /// What `config` does.
    CONFIG = "自己的设置:每项的值和来处(大家共用的见 settings)" | "Your own settings and where each comes from (for everybody: settings)";
    /// --sample.
    SAMPLE = "印出一份带说明的设置文件" | "Print a settings file with every setting explained";
    /// Head of the sample.
    SAMPLE_HEAD = "督办的设置。去掉行首的 # 就生效。" | "Settings of duban. Take the # away and a line holds.";
    /// What a setting can be.
    SAMPLE_TAKES = "可以写:{0}" | "It can be: {0}";
    /// The file.
    FILE = "设置文件 {0}" | "Settings file {0}";
    /// The file is not there.
    NO_FILE = "设置文件 {0}(还没有;duban config --sample 印出样子)" | "Settings file {0} (not there yet; duban config --sample prints one)";
    /// Column: where a value comes from.
    COL_FROM = "来自" | "from";
    /// Nobody said anything.
    BY_DEFAULT = "缺省" | "default";
    /// Said on the command line.
    BY_OPTION = "命令行 {0}" | "command line {0}";
    /// Said by a variable.
    BY_VARIABLE = "环境变量 {0}" | "environment {0}";
    /// Said in the file.
    BY_FILE = "{0} 第{1}行" | "{0} line {1}";
    /// The ledger.
    KEY_DB = "台账文件;用 --db 或 DUBAN_DB 指定,不写在设置文件里" | "The ledger's file; named by --db or DUBAN_DB, not in the settings file";
}
