//! What the tables of documents are called, and their columns.

crate::texts! {
    /// Column.
    COL_ISSUED = "签发日期" | "issued";
    /// Column.
    COL_HEAD = "台账记录" | "record";
    /// Column.
    COL_PLACE = "位置" | "place";
    /// Column.
    COL_WAS = "原为" | "was";
    /// Column.
    COL_IS = "现为" | "is now";
    /// Caption.
    TABLE_LIGHTS = "亮灯情况表" | "Lights";
    /// Caption.
    CHART_LIGHTS = "亮灯情况图" | "Chart of lights";
    /// Caption.
    TABLE_NUMBERS = "指标情况表" | "Indicators";
    /// Caption.
    TABLE_TASKS = "任务进展表" | "Tasks";
    /// Caption.
    TABLE_UNITS = "单位报送统计表" | "Units";
    /// Caption.
    TABLE_ABOUT = "基本情况" | "Particulars";
    /// Caption.
    TABLE_REPORTS = "近期进展" | "Latest reports";
    /// Caption.
    TABLE_NOTICES = "督办记录" | "Notices";
    /// Column.
    COL_NO = "序号" | "no.";
    /// Column.
    COL_GROUP = "任务组" | "group";
    /// Column.
    COL_TITLE = "任务名称" | "task";
    /// Column.
    COL_TARGETS = "量化指标/目标值" | "targets";
    /// Column.
    COL_VALUES = "当前值" | "value";
    /// Column.
    COL_LEAD = "牵头单位" | "lead";
    /// Column.
    COL_SUPPORT = "配合单位" | "supporting";
    /// Column.
    COL_DUE = "完成时限（原/延）" | "due (first/moved)";
    /// Column.
    COL_STATUS = "状态" | "status";
    /// Column.
    COL_LIGHT = "亮灯" | "light";
    /// Column.
    COL_REASON = "亮灯原因" | "reason";
    /// Column.
    COL_PROGRESS = "本期进展情况" | "progress";
    /// Column.
    COL_PROBLEMS = "存在问题" | "problems";
    /// Column.
    COL_NEXT = "下一步措施" | "next steps";
    /// Column.
    COL_EVIDENCE = "佐证材料" | "evidence";
    /// Column.
    COL_NOTICES = "督办记录（次）" | "notices";
    /// Column.
    COL_REPORTER = "填报人/时间" | "reported by, on";
    /// Column.
    COL_REVIEW = "审核" | "review";
    /// Column.
    COL_REMARKS = "备注" | "remarks";
    /// Column.
    COL_MEANING = "含义" | "meaning";
    /// Column.
    COL_COUNT = "项数" | "count";
    /// Column.
    COL_SHARE = "占比" | "share";
    /// Column.
    COL_BEFORE = "上期" | "before";
    /// Column.
    COL_CHANGE = "较上期" | "change";
    /// Column.
    COL_STATE = "情况" | "state";
    /// Column.
    COL_UNIT = "单位" | "unit";
    /// Column.
    COL_LEADS = "牵头" | "leads";
    /// Column.
    COL_SUPPORTS = "配合" | "supports";
    /// Column.
    COL_OWED = "应报" | "owed";
    /// Column.
    COL_REPORTED = "已报" | "came";
    /// Column.
    COL_ON_TIME = "按时" | "in time";
    /// Column.
    COL_LATE = "迟报" | "late";
    /// Column.
    COL_MISSING = "未报" | "missing";
    /// Column.
    COL_RATE = "按时率" | "in-time rate";
    /// Column.
    COL_RETURNED = "退回" | "sent back";
    /// Column.
    COL_NOTICES_SENT = "督办" | "notices";
    /// Column.
    COL_POINTS = "得分" | "points";
    /// Column.
    COL_DEDUCTIONS = "扣分事由" | "deductions";
    /// Column.
    COL_ITEM = "项目" | "item";
    /// Column.
    COL_CONTENT = "内容" | "content";
    /// Column.
    COL_ID = "编号" | "id";
    /// Column.
    COL_INDICATOR = "指标" | "indicator";
    /// Column.
    COL_DAY = "日期" | "date";
    /// Column.
    COL_KIND = "方式" | "kind";
    /// Column.
    COL_ANSWER_BY = "反馈期限" | "answer by";
    /// Column.
    COL_ENDED = "办结" | "ended";
    /// Column.
    COL_ROLE = "角色" | "role";
}
