//! The words of the line of conditions.

crate::texts! {
    /// Condition: the unit.
    UNIT = "单位" | "unit";
    /// Condition: its part.
    ROLE = "角色" | "role";
    /// Condition: the group.
    GROUP = "组" | "group";
    /// Condition: the status.
    STATUS = "状态" | "status";
    /// Condition: the lights.
    LIGHT = "灯" | "light";
    /// Condition: the report for the current period.
    PERIOD = "本期" | "period";
    /// Condition: what the office said of the last report.
    REVIEW = "审核" | "review";
    /// Condition: a number of the document.
    NUMBERS = "指标" | "number";
    /// Condition: the order.
    SORT = "排序" | "sort";
    /// Condition: words.
    TEXT = "含" | "has";
    /// The report for the current period is not there.
    MISSING = "未报" | "missing";
}
