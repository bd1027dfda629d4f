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
    GREY_MARK = "灰" | "-";
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
    /// Its own date is today.
    DUE_TODAY = "今天到期" | "due now";
    /// Said to be done.
    SAID_DONE = "报称完成" | "said done";
    /// Nothing reported.
    NOTHING_YET = "尚未报送" | "no report";
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
    REDONE = "重做" | "redone";
    /// A change of the record: taken out for good.
    PURGED = "清除" | "purged";
    /// Of a version whose text was purged.
    TEXT_PURGED = "已清除" | "purged";
}
