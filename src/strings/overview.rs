//! What the overview, the reports of a period and the review queue say.

crate::texts! {
    /// Head of the overview.
    TITLE = "督办 总览" | "duban overview";
    /// The same while one looks back.
    TITLE_BACK = "督办 总览(回看)" | "duban overview (looking back)";
    /// The period beside it.
    PERIOD = "{0} 截止{1} {2}" | "{0} cut-off {1} {2}";
    /// All tasks.
    TASKS = "全部{0}项" | "{0} tasks";
    /// Change since the end of a period.
    SINCE = "较{0}末" | "since {0}";
    /// Nothing changed.
    NO_CHANGE = "没有变化" | "no change";
    /// How many tasks show another light.
    TURNED = "{0}项变了" | "{0} turned";
    /// No period was opened.
    NO_PERIOD = "还没有开过报送期,不计应报。办公室开期:按 p 再按 +" | "No period was opened yet, so nothing is owed. The office opens one: p, then +";
    /// Reports owed.
    OWED = "应报{0}份" | "owed {0}";
    /// Reports that came.
    CAME = "已报{0}" | "came {0}";
    /// Reports that did not.
    MISSING = "未报{0}" | "not {0}";
    /// Reports sent back.
    RETURNED = "退回{0}" | "sent back {0}";
    /// Reports to review.
    WAITING = "待审{0}" | "to review {0}";
    /// Reports that came since the last visit.
    NEW = "新到{0}" | "new {0}";
    /// The period before.
    LAST = "上期" | "last:";
    /// All numbers.
    NUMBERS = "指标{0}项" | "{0} figures";
    /// Numbers met.
    MET = "达标{0}" | "met {0}";
    /// Numbers not met.
    MISSED = "未达{0}" | "missed {0}";
    /// Numbers without a value.
    UNKNOWN = "未报{0}" | "unknown {0}";
    /// Numbers whose target is open.
    OPEN = "无目标值{0}" | "open {0}";
    /// Numbers to strive for.
    STRIVE = "其中力争{0}项" | "to strive for {0}";
    /// Of these, met.
    STRIVE_MET = "已达{0}" | "met {0}";
    /// Heading.
    GROUPS = "主要任务" | "Groups";
    /// Heading.
    EACH = "逐项亮灯" | "Each task";
    /// Heading.
    NOW = "本期" | "now";
    /// Heading.
    BEFORE = "上期" | "before";
    /// Heading.
    TO_DO = "要办的事 {0}" | "To do: {0}";
    /// Heading.
    NOT_CAME = "本期未报、退回 {0}" | "Not there: {0}";
    /// Heading.
    LAST_PERIODS = "近几期报送" | "The last periods";
    /// Mark of a report.
    DUE_MARK = "应" | "..";
    /// Mark of a report.
    ON_TIME_MARK = "按" | "ok";
    /// Mark of a report.
    LATE_MARK = "迟" | "lt";
    /// Mark of a report.
    MISSING_MARK = "未" | "--";
    /// Mark of a report.
    RETURNED_MARK = "退" | "rt";
    /// Keys of the overview.
    KEYS = "方向键选格 Enter看清单 <上期 >下期 v审核 p报送 x导出 q返回" | "arrows choose, Enter opens, < > periods, v review, p reports, x export, q back";
    /// The same where there is little room.
    KEYS_SHORT = "方向键选 Enter看清单 <上期 >下期 v审核 p报送 q返回" | "arrows, Enter opens, < > period, v p x, q back";
    /// There is more below the last row.
    MORE_BELOW = "下面还有{0}行 PgDn往下" | "{0} more rows, PgDn";
    /// Head of the list of numbers.
    LIST_NUMBERS = "指标 {0} {1}项 截至{2}" | "Figures: {0} {1}, as of {2}";
    /// Which numbers.
    PICK_ALL = "全部" | "all";
    /// Which numbers.
    PICK_STRIVE = "力争" | "to strive for";
    /// Which numbers.
    PICK_STRIVE_MET = "力争已达" | "to strive for, met";
    /// Head of the lights that turned.
    LIST_TURNED = "亮灯变了 {0}项 截至{1}" | "Lights that turned: {0}, as of {1}";
    /// A light that turned.
    FROM_TO = "{0}变{1}" | "{0} to {1}";
    /// An empty list.
    NONE = "没有。" | "None.";
    /// Keys of such a list.
    BEHIND_KEYS = "上下键选 Enter看任务 PgDn翻页 q返回" | "arrows choose, Enter opens the task, PgDn on, q back";
    /// A goal without a task.
    PLAN_WIDE = "这是整个方案的目标,不属于哪一项任务,文件原文就在下面。" | "This is a goal of the whole plan and of no task; the document's words stand below.";
    /// There is no earlier or later period.
    NO_MORE = "没有别的报送期了。" | "There is no other period.";
}
