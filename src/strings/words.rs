//! Words of the field: statuses, lights, roles, reasons, periods.

use super::Text;
use crate::plan::Role;

/// The word for a unit's part in a task.
#[must_use]
pub const fn role(role: Role) -> Text {
    match role {
        Role::Lead => LEAD,
        Role::Support => SUPPORT,
        Role::Covered => COVERED,
    }
}

crate::texts! {
    /// 未启动.
    NOT_STARTED = "未启动" | "not started";
    /// 正常推进.
    ON_TRACK = "正常推进" | "on track";
    /// 进展滞后.
    BEHIND = "进展滞后" | "behind";
    /// 已完成.
    DONE = "已完成" | "done";
    /// 长期坚持.
    STANDING = "长期坚持" | "standing";
    /// 调整取消.
    DROPPED = "调整取消" | "dropped";
    /// 红, in two cells.
    RED_MARK = "红" | "R";
    /// 黄, in two cells.
    YELLOW_MARK = "黄" | "Y";
    /// 绿, in two cells.
    GREEN_MARK = "绿" | "G";
    /// 灰, in two cells.
    GREY_MARK = "灰" | "N";
    /// 核, in two cells.
    PENDING_MARK = "核" | "P";
    /// 结, in two cells.
    CLOSED_MARK = "结" | "C";
    /// 红.
    RED = "红" | "red";
    /// 黄.
    YELLOW = "黄" | "yellow";
    /// 绿.
    GREEN = "绿" | "green";
    /// 灰.
    GREY = "灰" | "grey";
    /// 核.
    PENDING = "核" | "pending";
    /// 结.
    CLOSED = "结" | "closed";
    /// Past its own date.
    OVERDUE = "逾期{0}天" | "{0}d late";
    /// Past its own date by a hundred days or more, where room is scarce.
    OVERDUE_LONG = "逾{0}天" | "{0} late";
    /// Its own date is near.
    DUE_IN = "剩{0}天" | "{0}d left";
    /// An answer is awaited, without a date for it.
    DUE_EVER = "无期限" | "no date";
    /// Its own date is today.
    DUE_TODAY = "今天到期" | "due now";
    /// Said to be done.
    SAID_DONE = "报称完成" | "said done";
    /// 办公室.
    OFFICE = "办公室" | "office";
    /// 填报.
    REPORTER_DUTY = "填报" | "reporter";
    /// 查看.
    VIEWER = "查看" | "viewer";
    /// Deed: a bulletin was issued.
    DEED_ISSUE = "签发通报" | "issue";
    /// Somebody may issue bulletins.
    MAY_ISSUE = "签发通报" | "issue bulletins";
    /// Somebody may look.
    MAY_LOOK = "查看" | "look";
    /// Somebody may report.
    MAY_REPORT = "填报、修改、删除进展" | "report, edit and delete";
    /// Somebody may answer.
    MAY_ANSWER = "反馈督办" | "answer notices";
    /// Somebody may review.
    MAY_REVIEW = "审核、退回" | "review reports";
    /// Somebody may open and close periods.
    MAY_PERIOD = "开期、关期" | "open and close periods";
    /// Somebody may close tasks.
    MAY_CLOSE = "销号、收回销号" | "close and reopen tasks";
    /// Somebody may move dates.
    MAY_EXTEND = "准予延期" | "grant extensions";
    /// Somebody may send notices.
    MAY_NOTIFY = "下发督办" | "send notices";
    /// Somebody may set.
    MAY_MANAGE = "改设置、管经办人、存视图" | "change settings and operators and views";
    /// A period was opened.
    DEED_OPEN = "开期" | "opened";
    /// A period or a task was closed.
    DEED_CLOSE = "关闭" | "closed";
    /// The same was taken back.
    DEED_REOPEN = "重新打开" | "reopened";
    /// A date was moved.
    DEED_EXTEND = "延期" | "extended";
    /// That was taken back.
    DEED_WITHDRAW = "收回延期" | "extension withdrawn";
    /// A notice was sent.
    DEED_SEND = "下发" | "sent";
    /// A notice was answered.
    DEED_ANSWER = "反馈" | "answered";
    /// A notice was ended.
    DEED_END = "办结" | "ended";
    /// A setting was set.
    DEED_SET = "设置" | "set";
    /// A sheet was taken in.
    DEED_IMPORT = "导入" | "import";
    /// Supporting units with trouble.
    SUPPORT_TROUBLED = "配合单位滞后或退回:{0}" | "supporting units behind or sent back: {0}";
    /// A number, its value and what it should be.
    NUMBER_OFF = "{0}{1} 应{2}" | "{0} {1}, should be {2}";
    /// A general report, in two cells.
    GENERAL_MARK = "综" | " *";
    /// Every unit.
    ALL_UNITS = "全部单位" | "all units";
    /// A unit's report without a task.
    GENERAL = "综合" | "general";
    /// A number without a value.
    NO_VALUE = "没有报数" | "no value";
    /// A number whose target the document leaves open.
    NO_TARGET = "无目标值" | "no target";
    /// Accepted as finished by the office.
    ACCEPTED = "已销号" | "closed";
    /// A number was missed at its date.
    TARGET_MISSED = "指标未达" | "target missed";
    /// A number is above its limit.
    LIMIT_EXCEEDED = "指标超限" | "over limit";
    /// Nothing came for so many periods running.
    RUNNING_UNREPORTED = "连续{0}期未报" | "{0} periods unreported";
    /// The same in eight cells.
    RUNNING_UNREPORTED_MARK = "连续未报" | "no reports";
    /// Behind or unreported for so many periods running.
    RUNNING_BEHIND = "连续{0}期滞后或未报" | "{0} periods behind or unreported";
    /// The same in eight cells.
    RUNNING_BEHIND_MARK = "连续滞后" | "behind again";
    /// Nothing came for this period.
    UNREPORTED = "本期未报" | "not reported";
    /// Sent back by the office.
    SENT_BACK = "退回未改" | "sent back";
    /// The plan's term is over.
    TO_SUM_UP = "待总结" | "to sum up";
    /// Nothing reported.
    NOTHING_YET = "尚未报送" | "no report";
    /// 已报.
    SUBMITTED = "已报" | "submitted";
    /// 已审.
    APPROVED = "已审" | "approved";
    /// 退回.
    RETURNED = "退回" | "returned";
    /// 催办.
    REMIND = "催办" | "reminder";
    /// 书面督查.
    WRITTEN = "书面督查" | "written inspection";
    /// 实地督查.
    ON_SITE = "实地督查" | "on-site inspection";
    /// 挂牌督办.
    LISTED = "挂牌督办" | "listed supervision";
    /// 典型案例通报.
    CIRCULAR = "典型案例通报" | "circular of a case";
    /// 应报.
    OWED = "应报" | "owed";
    /// 按时.
    ON_TIME = "按时" | "in time";
    /// 迟报.
    LATE = "迟报" | "late";
    /// 未报.
    MISSING = "未报" | "missing";
    /// 退回重报.
    RETURNED_AGAIN = "退回重报" | "to report again";
    /// Due: a task's own date.
    DUE_TASK = "任务时限" | "task";
    /// Due: a report.
    DUE_REPORT = "报送" | "report";
    /// Due: an answer.
    DUE_NOTICE = "督办反馈" | "answer";
    /// Entry: waits for the office.
    WAITING = "待审" | "to review";
    /// Entry: sent back, and why.
    SENT_BACK_FOR = "退回({0})" | "returned ({0})";
    /// Entry: the office's own, passed by whoever typed it.
    SELF_REVIEWED = "自审" | "self-reviewed";
    /// Entry: to be named in the bulletin.
    HIGHLIGHT = "亮点" | "highlight";
    /// 双月.
    TWO_MONTHS = "双月" | "two months";
    /// 月.
    MONTH = "月" | "month";
    /// 季.
    QUARTER = "季" | "quarter";
    /// Setting: how long a period is.
    SET_PERIOD = "报送期" | "length of a period";
    /// Setting: the day of the cut-off.
    SET_CUTOFF = "截止日" | "day of the cut-off";
    /// Setting: how near is near.
    SET_NEAR = "临期天数" | "days that are near";
    /// Setting: how many bad periods make red.
    SET_RUNNING = "连续几期亮红" | "bad periods that make red";
    /// Setting: who owes a general report.
    SET_GENERAL = "报综合情况的单位" | "units with a general report";
    /// Setting: the office's own unit.
    SET_OFFICE = "办公室所在单位" | "the office's own unit";
    /// A period within a year that is said elsewhere.
    PERIOD = "第{0}期" | "period {0}";
    /// A period in full.
    PERIOD_LONG = "第{0}期 {1}年{2}月" | "period {0} {1} month {2}";
    /// 牵头.
    LEAD = "牵头" | "leads";
    /// 配合.
    SUPPORT = "配合" | "supports";
    /// 涉及.
    COVERED = "涉及" | "covered";
    /// Any part.
    ANY_ROLE = "全部" | "any";
    /// 牵头 or 配合.
    NAMED = "点名" | "named";
    /// Order of the document.
    BY_TASK = "任务顺序" | "task order";
    /// Red first.
    BY_LIGHT = "亮灯" | "by light";
    /// Nearest date first.
    BY_DUE = "时限" | "by due date";
    /// Latest report first.
    BY_LAST = "最近报送" | "by last report";
    /// By leading unit.
    BY_UNIT = "牵头单位" | "by unit";
    /// By how the leading unit's name is read.
    BY_PINYIN = "牵头单位拼音" | "by the unit's pinyin";
    /// What came in last first.
    BY_CAME = "最近来的" | "newest first";
    /// 分管领导.
    LEADER = "分管领导" | "leader";
    /// 联络员.
    PERSON = "联络员" | "contact";
    /// 电话.
    PHONE = "电话" | "phone";
    /// May say whom one calls.
    MAY_CONTACT = "登记联系人" | "set contacts";
    /// A value meets its target.
    MET = "达标" | "met";
    /// A value misses its target.
    MISSED = "未达标" | "missed";
    /// A rate of nothing.
    NO_CASES = "无案件" | "no cases";
    /// A value that no target can judge.
    UNJUDGED = "不评判" | "not judged";
    /// Evidence: a file.
    PATH = "文件" | "file";
    /// Evidence: a page.
    URL = "网址" | "page";
    /// Evidence: a document's number.
    DOC_NO = "文号" | "document number";
    /// 是.
    YES = "是" | "yes";
    /// 否.
    NO = "否" | "no";
    /// A change: written.
    ADDED = "填报" | "added";
    /// A change: written again.
    EDITED = "修改" | "edited";
    /// A change: deleted.
    DELETED = "删除" | "deleted";
    /// A change: an earlier version brought back.
    RESTORED = "恢复旧版" | "restored";
    /// A change: taken back.
    UNDONE = "撤销" | "undone";
    /// A change: brought again.
    REDONE = "恢复" | "redone";
    /// A change of the record: taken out for good.
    PURGED = "清除" | "purged";
    /// Of a version whose text was purged.
    TEXT_PURGED = "已清除" | "purged";
}
