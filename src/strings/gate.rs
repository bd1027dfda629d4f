//! What is said of logging in over SSH: keys, the gate's refusals, limits.

crate::texts! {
    /// init --shared.
    SHARED = "在这个目录里建供一个组共用的台账 ledger.db:目录2770,文件0660" | "Make ledger.db in this folder for a group to share: folder 2770, file 0660";
    /// init --group.
    GROUP = "共用台账的系统组" | "The system's group that shares it";
    /// After it.
    SHARED_DONE = "组 {0} 的成员可以写;让他们用 DUBAN_DB={1},或按 docs/deploy.md 用一个服务账号。" | "Members of the group {0} may write it; set DUBAN_DB={1} for them, or use one service account as docs/deploy.md says.";
    /// No such group.
    NO_GROUP = "系统里没有组“{0}”,什么都没有写入。先 groupadd {0}。" | "The system has no group “{0}”; nothing was written. First `groupadd {0}`.";
    /// operator show.
    SHOW = "一位经办人和他的公钥" | "An operator and their keys";
    /// operator key.
    KEY = "经办人的公钥:增加、删除" | "An operator's keys: add, remove";
    /// operator key add.
    KEY_ADD = "增加一把公钥,登录用" | "Add a public key to log in with";
    /// operator key add LINE.
    KEY_LINE = ".pub 文件里的一行;写 - 从标准输入读" | "The line of the .pub file; - reads standard input";
    /// operator key remove.
    KEY_REMOVE = "删除一把公钥;正在用它的会话一分钟内结束" | "Remove a key; sessions that use it end within a minute";
    /// operator key remove WHICH.
    KEY_WHICH = "编号(见 operator show)或指纹开头 SHA256:.." | "Its number (see `operator show`) or the beginning of its fingerprint, SHA256:..";
    /// operator authorized-keys.
    AUTHORIZED = "输出 authorized_keys;sshd 的 AuthorizedKeysCommand 也用它" | "Print authorized_keys; serves sshd as AuthorizedKeysCommand too";
    /// operator authorized-keys USER.
    AUTHORIZED_USER = "登录的系统账号,即 sshd 的 %u;不是本账号就什么都不输出" | "The system account that is logged in to, sshd's %u; for any but this process's own nothing is printed";
    /// operator authorized-keys TYPE.
    AUTHORIZED_TYPE = "只要这一把:种类,即 %t" | "Only this key: its kind, sshd's %t";
    /// operator authorized-keys KEY.
    AUTHORIZED_KEY = "只要这一把:公钥,即 %k" | "Only this key: the key, sshd's %k";
    /// Column.
    COL_KEYS = "公钥" | "Keys";
    /// Column.
    COL_NUMBER = "编号" | "No.";
    /// Column.
    COL_KIND = "种类" | "Kind";
    /// Column.
    COL_FINGERPRINT = "指纹" | "Fingerprint";
    /// Column.
    COL_ADDED = "加入" | "Added";
    /// Column.
    COL_NOTE = "备注" | "Comment";
    /// A key was added.
    KEY_ADDED = "{0}:已加公钥 {1}" | "{0}: added key {1}";
    /// A key was removed.
    KEY_REMOVED = "{0}:已删公钥 {1}" | "{0}: removed key {1}";
    /// Has no keys.
    NO_KEYS = "没有公钥。" | "No keys.";
    /// No line of a key.
    KEY_FORM = "这不是一行公钥,什么都没有写入。请给 .pub 文件里的一整行:种类、公钥、备注;前面不要有选项。" | "That is not a line with a public key; nothing was written. Give the whole line of the .pub file: kind, key, comment, without options in front.";
    /// A private key.
    KEY_PRIVATE = "这是私钥,什么都没有写入。私钥不能离开本人;请给 .pub 文件里的公钥,并换一把新的。" | "That is a private key; nothing was written. It must not leave its owner: give the public one from the .pub file, and make a new pair.";
    /// A kind that is not taken.
    KEY_KIND = "不收“{0}”这种公钥或选项,什么都没有写入。可用:ssh-ed25519、ecdsa-sha2-nistp256/384/521、sk-ssh-ed25519、ssh-rsa(2048位以上)。" | "“{0}” is no kind of key that is taken; nothing was written. These are: ssh-ed25519, ecdsa-sha2-nistp256/384/521, sk-ssh-ed25519, ssh-rsa of 2048 bits and more.";
    /// A key cut off.
    KEY_DAMAGED = "公钥不完整或被改动过,什么都没有写入。请重新复制 .pub 文件里的一整行。" | "The key is cut off or altered; nothing was written. Copy the whole line of the .pub file again.";
    /// Bits.
    KEY_BITS = "{0}位的RSA公钥不能用,什么都没有写入;要2048到16384位。" | "An RSA key of {0} bits will not do; nothing was written. It needs 2048 to 16384.";
    /// Somebody has the key.
    KEY_TAKEN = "公钥 {0} 已经是 {1} 的,什么都没有写入。一把公钥只归一个人。" | "Key {0} is {1}'s already; nothing was written. One key is one person's.";
    /// Too many keys.
    MANY_KEYS = "一个人最多{0}把公钥,什么都没有写入。" | "One person has at most {0} keys; nothing was written.";
    /// No such key.
    NO_KEY = "{0} 没有这把公钥:{1}。编号和指纹见 duban operator show {0}。" | "{0} has no such key: {1}. `duban operator show {0}` lists numbers and fingerprints.";
    /// gate.
    GATE = "SSH的强制命令,只由sshd启动" | "The forced command for SSH, started by sshd alone";
    /// Setting: `key_required`.
    SET_KEY = "SSH须证明公钥(1是)" | "SSH: key proven (1: yes)";
    /// Setting: `session_idle`.
    SET_IDLE = "SSH空闲几分钟结束" | "SSH: minutes without a key";
    /// Setting: `sessions_each`.
    SET_EACH = "SSH一人几个屏幕" | "SSH: screens each";
    /// Setting: `sessions_all`.
    SET_ALL = "SSH共几个屏幕" | "SSH: screens in all";
    /// Setting: `entry_chars`.
    SET_CHARS = "SSH每份进展几字" | "SSH: characters in a report";
    /// Setting: `entries_minute`.
    SET_MINUTE = "SSH一人每分钟几份" | "SSH: reports a minute each";
    /// Setting: `entries_day`.
    SET_DAY = "SSH一人每天几份" | "SSH: reports a day each";
    /// Nobody of that name.
    STRANGER = "名单上没有经办人“{0}”,什么都没有做。请找办公室:duban operator add {0}。" | "There is no operator “{0}”; nothing was done. Ask the office: `duban operator add {0}`.";
    /// Disabled.
    DISABLED = "经办人“{0}”{1} 已停用,不能再登录;没保存的留作草稿。请找办公室。" | "The operator “{0}” was disabled on {1} and cannot log in; what was not saved is kept as a draft. Ask the office.";
    /// Another key.
    OTHER_KEY = "公钥 {1} 不是经办人“{0}”的,或已删除;没保存的留作草稿。请找办公室:duban operator key add {0}。" | "Key {1} is not, or no longer, one of “{0}”; what was not saved is kept as a draft. Ask the office: `duban operator key add {0}`.";
    /// sshd says nothing of the key.
    NOT_VOUCHED = "办公室要求由sshd证明公钥,而sshd没有说是哪一把,什么都没有做。请管理员在 sshd_config 里设 ExposeAuthInfo yes。" | "The office wants sshd to vouch for the key, and sshd does not say which it was; nothing was done. The host needs `ExposeAuthInfo yes` in sshd_config.";
    /// What sshd says cannot be read.
    UNREADABLE = "sshd留下的公钥证明读不了,什么都没有做。请管理员查看 /tmp 和 sshd_config 里的 ExposeAuthInfo。" | "What sshd says of the key cannot be read; nothing was done. The host's /tmp and `ExposeAuthInfo` in sshd_config need a look.";
    /// One's own places are taken.
    SEATS = "您已经开着{0}个屏幕,这是上限。先退出一个;查询不受限制。" | "You have {0} screens open, which is the limit. Leave one first; look-ups are not limited.";
    /// All places are taken.
    ALL_SEATS = "已经有{0}个屏幕开着,这是上限。请稍后再来;查询不受限制。" | "{0} screens are open, which is the limit. Try again later; look-ups are not limited.";
    /// No text.
    BYTES = "命令里有控制字符,或不是UTF-8,什么都没有做。长文字请用 - 从标准输入送。" | "The command holds control characters or is no UTF-8; nothing was done. Long texts go over standard input, written as -.";
    /// Too long.
    LONG = "命令超过{0}字节,什么都没有做。长文字请用 - 从标准输入送。" | "The command is longer than {0} bytes; nothing was done. Long texts go over standard input, written as -.";
    /// Quotes.
    QUOTE = "命令里的引号不成对,什么都没有做。" | "A quotation mark in the command has no other one; nothing was done.";
    /// Closed to everybody.
    CLOSED = "“{0}”不能经SSH用,什么都没有做;它是主机管理员的事。" | "“{0}” does not work over SSH; nothing was done. It is for whoever looks after the host.";
    /// No right.
    LACKS = "您没有“{1}”的权限,不能用“{0}”,什么都没有做。请找办公室。" | "“{0}” needs the right to {1}, which you do not have; nothing was done. Ask the office.";
    /// A file.
    FILE = "{0} 不能经SSH用,什么都没有做:文件都在主机上。可以写 -,经标准输入、标准输出传送。" | "{0} does not work over SSH; nothing was done: files are the host's. Write - to use standard input or output.";
    /// A report too long.
    ENTRY_LONG = "这份进展{0}字,经SSH最多{1}字,没有保存;您写的还在。" | "This report has {0} characters and may have {1} over SSH; it was not saved, and what you wrote is still there.";
    /// Too many in a minute.
    OFTEN_MINUTE = "您这一分钟里已经写了{0}份进展,到了上限,没有保存;您写的还在,过一分钟再保存。" | "You wrote {0} reports within a minute, which is the limit; it was not saved, and what you wrote is still there. Save it in a minute.";
    /// Too many in a day.
    OFTEN_DAY = "您24小时里已经写了{0}份进展,到了上限,没有保存;您写的还在。请找办公室改设置 entries_day。" | "You wrote {0} reports within a day, which is the limit; it was not saved, and what you wrote is still there. Ask the office to change the setting entries_day.";
    /// A command that lasts.
    LASTED = "这条命令{0}分钟没有做完,到了上限(设置 session_idle),就此结束;没做完的没有写入。" | "This command was not done after {0} minutes, the limit (setting session_idle), and ends here; what was not done is not written.";
    /// Not by hand.
    MISPLACED = "gate 只由sshd启动,写在 authorized-keys 里,什么都没有做。见 docs/deploy.md。" | "`gate` is started by sshd alone, from authorized-keys; nothing was done. See docs/deploy.md.";
    /// A path that cannot stand in a file of keys.
    BAD_PATH = "路径“{0}”不能写进 authorized_keys:有换行或双引号。" | "The path “{0}” cannot stand in authorized_keys: it holds a line end or a double quote.";
}
