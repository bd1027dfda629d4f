//! What the verbs that look after the file say: backup, restore, doctor, purge.

/// Text whose width terminals disagree about, and as many columns as the program lays it out in.
pub const RULER: [&str; 2] = ["中文“”—…|", "123456789012|"];

crate::texts! {
    /// backup.
    BACKUP = "备份台账,别人照常使用,输出文件名和“编号:校验值”" | "Back the ledger up while others use it; prints the file and SEQ:HASH";
    /// backup TO.
    BACKUP_TO = "文件(不覆盖)或目录;不写就放在台账旁的 -backups 目录" | "A file, never overwritten, or a folder; by default -backups beside the ledger";
    /// backup --auto.
    BACKUP_AUTO = "今天还没有自动备份才做;多的自动备份会清理" | "Only if today has no automatic backup yet; clears older automatic ones away";
    /// backup --keep.
    BACKUP_KEEP = "留几份自动备份,缺省看设置 backup_keep,再缺省14" | "How many automatic ones stay; default: backup_keep in the settings, else 14";
    /// Printed by backup --auto.
    BACKUP_TODAY = "今天已有自动备份。" | "There is an automatic backup of today.";
    /// restore.
    RESTORE = "用备份恢复台账,原文件留下" | "Put a backup in the ledger's place; the old file is kept";
    /// restore FILE.
    RESTORE_FILE = "备份文件" | "The backup";
    /// Before restoring.
    RESTORE_ASK = "用 {0} 恢复 {1}?[y/N] " | "Put {0} in the place of {1}? [y/N] ";
    /// Printed by restore.
    RESTORED = "已恢复,恢复记在历史里。" | "Restored; the history says so.";
    /// Printed by restore.
    RESTORED_FROM = "备份的末尾 {0}" | "Head of the backup: {0}";
    /// Printed by restore.
    RESTORED_ABANDONED = "放弃的末尾 {0}" | "Head left behind: {0}";
    /// Printed by restore.
    RESTORED_UNREAD = "原来的历史读不出。" | "The history before could not be read.";
    /// Printed by restore.
    RESTORED_KEPT = "原文件 {0}" | "The file before: {0}";
    /// purge.
    PURGE = "从历史里彻底清除已删除进展的内容,记录在案" | "Take a deleted entry's texts out of the history for good, on record";
    /// purge --record.
    PURGE_RECORD = "只清除这一号记录,可写几次" | "Only this record; repeatable";
    /// purge --reason.
    PURGE_REASON = "原因,记在历史里" | "Why; it goes on record";
    /// Before purging.
    PURGE_WHAT = "要清除进展#{0}的记录:{1}。以前的备份里还有。" | "To be purged of entry #{0}, records: {1}. Backups made before still hold them.";
    /// Before purging.
    PURGE_ASK = "彻底清除?不能撤销。[y/N] " | "Purge for good? It cannot be undone. [y/N] ";
    /// After purging.
    PURGE_DONE = "已清除进展#{0}的记录:{1}。" | "Purged of entry #{0}, records: {1}.";
    /// Nothing left to purge.
    PURGE_NOTHING = "进展#{0}没有可清除的了。" | "There is nothing left to purge of entry #{0}.";
    /// Somebody was reading.
    PURGE_LATER = "有人正在读,旧内容还在 -wal 文件里;等会儿再执行一次同样的命令。" | "Somebody was reading, so the -wal file still holds it: run the same command again in a while.";
    /// Of a purge.
    GONE_WHY = "清除了记录{0},原因:{1}" | "Purged records {0}, because: {1}";
    /// Under a page of the log as it was known earlier.
    GONE_THEN = "当时还有进展{0},内容已清除。" | "There were also entries {0}, purged since.";
    /// verify of a ledger with purged records.
    VERIFY_PURGED = "有{0}号记录的内容按记录清除了。" | "Records purged of what they held, as other records say: {0}.";
    /// verify of a ledger that was restored.
    VERIFY_RESTORED = "第{0}号记录:从备份恢复,放弃了 {1}" | "Record {0}: restored from a backup, leaving behind {1}";
    /// An unknown head.
    UNKNOWN = "读不出的历史" | "a history that could not be read";
    /// doctor.
    DOCTOR = "检查台账文件和环境,有毛病的给出办法" | "Check the ledger's file and surroundings, with a cure for each fault";
    /// State of a check.
    STATE_OK = "好" | "ok";
    /// State of a check.
    STATE_WARN = "注意" | "look";
    /// State of a check.
    STATE_FAULT = "毛病" | "fault";
    /// SQLite.
    SQLITE = "自带 SQLite {0}" | "SQLite {0}, built in";
    /// The file system.
    FILESYSTEM_OK = "文件系统 {0},在本机" | "file system {0}, local";
    /// The file system.
    FILESYSTEM_NETWORK = "文件系统 {0} 是网络或共享的,锁靠不住" | "file system {0} is shared over a network; its locks cannot be relied on";
    /// The file system.
    FILESYSTEM_NETWORK_CURE = "把台账移到这台机器自己的磁盘上;大家登录到这台机器来用" | "move the ledger to a disk of this machine and let people log in here";
    /// The file system.
    FILESYSTEM_MEMORY = "文件系统 {0} 在内存里,重启就没有了" | "file system {0} is in memory and gone after a restart";
    /// The file system.
    FILESYSTEM_MEMORY_CURE = "把台账移到磁盘上" | "move the ledger to a disk";
    /// The file system.
    FILESYSTEM_COPYING = "文件系统 {0} 写时复制,会慢些;容器里的会随容器消失" | "file system {0} copies on write: slower, and in a container gone with it";
    /// The file system.
    FILESYSTEM_COPYING_CURE = "可以用;容器里请把台账放在挂载的卷上" | "usable; in a container keep the ledger on a volume";
    /// The file system.
    FILESYSTEM_UNKNOWN = "认不出文件系统({0})" | "an unknown file system ({0})";
    /// The file system.
    FILESYSTEM_UNKNOWN_CURE = "确认它是这台机器自己的磁盘" | "make sure that it is a disk of this machine";
    /// Free space.
    SPACE = "磁盘还有{0},台账{1}" | "free: {0}, the ledger: {1}";
    /// Free space.
    SPACE_LOW = "磁盘只剩{0},台账{1},做一次备份都勉强" | "free: {0}, the ledger: {1}; hardly enough for a backup";
    /// Free space.
    SPACE_LOW_CURE = "腾出空间,或把旧备份移走" | "free some room, or move old backups away";
    /// The file's mode.
    MODE = "权限 {0},目录 {1}" | "mode {0}, folder {1}";
    /// The file's mode.
    MODE_OPEN = "权限 {0},目录 {1}:不相干的人也能读或写" | "mode {0}, folder {1}: anybody can read or write it";
    /// The file's mode.
    MODE_OPEN_CURE = "chmod o-rwx {2} 及其目录" | "chmod o-rwx {2} and its folder";
    /// The file's mode.
    MODE_HALF = "权限 {0},目录 {1}:同组的人能写文件却不能写目录,或目录没有组标记" | "mode {0}, folder {1}: the group may write one and not the other, or the folder does not hand its group on";
    /// The file's mode.
    MODE_HALF_CURE = "chmod 0660 {2},并对目录 chmod 2770" | "chmod 0660 {2}, and 2770 the folder";
    /// The file's mode.
    MODE_CANNOT = "您不能写台账或它的目录(权限 {0},目录 {1})" | "you may not write the ledger or its folder (mode {0}, folder {1})";
    /// The file's mode.
    MODE_CANNOT_CURE = "请管理员把您加进能写 {2} 的组" | "ask to be let into the group that may write {2}";
    /// Sidecars.
    SIDECARS = "旁边的文件与台账一致" | "the files beside it fit";
    /// Sidecars.
    SIDECAR = "{0} 属于 {1},权限 {2},与台账不一致,会让别人写不进去" | "{0} belongs to {1}, mode {2}, unlike the ledger, and can keep others from writing";
    /// Sidecars.
    SIDECAR_CURE = "以它的主人或 root 身份:chgrp 和 chmod 成与台账一样;-wal 里可能有数据,不要删" | "as its owner or root, chgrp and chmod it like the ledger; never delete a -wal, it may hold data";
    /// The file is no ledger, or cannot be opened.
    FILE_CURE = "确认 --db 指的是台账;损坏的,用 duban restore 恢复最近的备份" | "make sure that --db names the ledger; if it is damaged, put the latest backup in its place with `duban restore`";
    /// The schema.
    SCHEMA = "格式 {0}" | "format {0}";
    /// The schema.
    SCHEMA_OLD = "旧格式 {0},下次打开时升级到 {1}" | "old format {0}; the next opening brings it to {1}";
    /// The schema.
    SCHEMA_OLD_CURE = "留出与台账一样大的空间;升级前会先存一份" | "keep as much room free as the ledger is big: a copy is kept";
    /// Integrity.
    WHOLE = "文件完整" | "the file is whole";
    /// Integrity.
    BROKEN = "文件已损坏:{0}" | "the file is damaged: {0}";
    /// Integrity.
    BROKEN_CURE = "不要再写入;用 duban restore 恢复最近的备份" | "write nothing more; put the latest backup in its place with `duban restore`";
    /// The record of a ledger of an older program.
    RECORD_OLD = "旧格式{0}的记录升到{1}后才能核对" | "the history of format {0} is checked once it is brought to {1}";
    /// The record.
    RECORD = "历史记录相符,末尾 {0}" | "the history holds, head {0}";
    /// The record.
    RECORD_BAD = "与历史记录不符,有{0}处" | "not what its history says; faults: {0}";
    /// The record.
    RECORD_BAD_CURE = "duban verify 逐处说明;与备份核对" | "`duban verify` names them; compare with a backup";
    /// The clock.
    CLOCK = "时钟 {0}" | "clock {0}";
    /// The clock.
    CLOCK_BEHIND = "时钟 {0} 比最后一号记录({1})早" | "the clock says {0}, before the last record ({1})";
    /// The clock.
    CLOCK_BEHIND_CURE = "校准机器的时间;在那之前新记录都记成 {1}" | "set the machine's clock; until then new records carry {1}";
    /// Backups.
    BACKUPS = "最近的备份 {0}" | "latest backup {0}";
    /// Backups.
    BACKUPS_OLD = "最近的备份是 {0}" | "the latest backup is of {0}";
    /// Backups.
    BACKUPS_NONE = "台账旁没有备份" | "there is no backup beside the ledger";
    /// Backups.
    BACKUPS_CURE = "执行 duban backup,或让 cron 每天执行 duban backup --auto;再存一份到别的机器" | "run `duban backup`, or `duban backup --auto` daily from cron, and keep copies on another machine";
    /// Drafts.
    DRAFTS = "自己的草稿 {0} 份" | "drafts of yours: {0}";
    /// Drafts.
    DRAFTS_BAD = "有{0}份草稿读不出,或草稿目录不是目录" | "drafts that cannot be read: {0}, or their folder is none";
    /// Drafts.
    DRAFTS_BAD_CURE = "duban drafts 列出,discard 丢弃;目录不对的请管理员移开" | "`duban drafts` lists them, discard throws away; have a wrong folder moved away";
    /// Settings.
    SETTINGS = "设置读得懂" | "the settings can be read";
    /// Settings.
    SETTINGS_BAD_CURE = "改好那一行,或删掉它" | "mend that line or take it out";
    /// The SSH server.
    SSHD_NONE = "本机没有SSH服务" | "no SSH server on this machine";
    /// The SSH server.
    SSHD_OK = "SSH服务设置得当" | "the SSH server is set up as it should be";
    /// The SSH server.
    SSHD_ALIVE = "断了线的SSH会话没人清理(ClientAliveInterval {0},或 ClientAliveCountMax 0)" | "SSH sessions whose client vanished stay (ClientAliveInterval {0}, or ClientAliveCountMax 0)";
    /// The SSH server.
    SSHD_ALIVE_CURE = "在 {1} 写 ClientAliveInterval 15 和 ClientAliveCountMax 4,再重载sshd" | "put ClientAliveInterval 15 and ClientAliveCountMax 4 into {1} and reload sshd";
    /// The SSH server.
    SSHD_ENV = "SSH客户端能带进环境变量 {0}" | "SSH clients may bring along these variables: {0}";
    /// The SSH server.
    SSHD_ENV_CURE = "把 {1} 里的 AcceptEnv 改成只剩 LANG LC_*,再重载sshd" | "leave only LANG LC_* in every AcceptEnv of {1} and reload sshd";
    /// The SSH server.
    SSHD_USER_ENV = "用户自己能设登录时的环境变量(PermitUserEnvironment {0})" | "users may set the variables of their logins (PermitUserEnvironment {0})";
    /// The SSH server.
    SSHD_USER_ENV_CURE = "在 {1} 写 PermitUserEnvironment no,再重载sshd" | "put PermitUserEnvironment no into {1} and reload sshd";
    /// The SSH server.
    SSHD_RC = "登录时会先执行用户的 ~/.ssh/rc(PermitUserRC {0})" | "a login first runs the user's ~/.ssh/rc (PermitUserRC {0})";
    /// The SSH server.
    SSHD_RC_CURE = "在 {1} 写 PermitUserRC no,再重载sshd;至少给每把公钥加 restrict" | "put PermitUserRC no into {1} and reload sshd; at the least restrict every key";
    /// The SSH server.
    SSHD_EXPOSE = "SSH不说登录用的是哪把公钥,记录里没有指纹(ExposeAuthInfo {0})" | "sshd does not say which key was used, so the record has no fingerprints (ExposeAuthInfo {0})";
    /// The SSH server.
    SSHD_EXPOSE_CURE = "在 {1} 写 ExposeAuthInfo yes,再重载sshd" | "put ExposeAuthInfo yes into {1} and reload sshd";
    /// The SSH server.
    SSHD_STARTS = "有公钥的人多,同时登录会有人被拒(MaxStartups {0})" | "when everybody with a key logs in at once some are turned away (MaxStartups {0})";
    /// The SSH server.
    SSHD_STARTS_CURE = "在 {1} 写 MaxStartups 200:30:400,再重载sshd" | "put MaxStartups 200:30:400 into {1} and reload sshd";
    /// The SSH server.
    SSHD_NAMES = "登录时要等域名解析(UseDNS {0})" | "logins wait for a name server (UseDNS {0})";
    /// The SSH server.
    SSHD_NAMES_CURE = "在 {1} 写 UseDNS no,再重载sshd" | "put UseDNS no into {1} and reload sshd";
    /// The SSH server.
    SSHD_UNREAD = "SSH服务的设置 {0} 读不了" | "the SSH server's settings in {0} cannot be read";
    /// The SSH server.
    SSHD_UNREAD_CURE = "请管理员执行 duban doctor" | "have an administrator run `duban doctor`";
    /// Width.
    WIDTH = "看宽度:下面两行的竖线应当对齐(“”—…各占两格)" | "look: the bars of the next two lines should stand in one column (“”—… two cells each)";
    /// Width.
    WIDTH_CURE = "对不齐也能用;要对齐:PuTTY、Xshell 选 UTF-8 和中文宽度,tmux 加 -u" | "it works all the same; to straighten it: UTF-8 and CJK width in PuTTY or Xshell, tmux -u";
}
