//! What lists, headings and single words of the interface say.

crate::texts! {
    /// Between the names of a list.
    LIST_COMMA = "、" | ", ";
    /// The plan inside a ledger, where a path would stand.
    STORED_PLAN = "台账里的方案" | "the plan in the ledger";
    /// 报送日期.
    FIELD_DAY = "报送日期" | "the day";
    /// 进展情况.
    FIELD_PROGRESS = "进展情况" | "the progress";
    /// 存在问题.
    FIELD_PROBLEMS = "存在问题" | "the problems";
    /// 下一步措施.
    FIELD_NEXT_STEPS = "下一步措施" | "the next steps";
    /// 报送人.
    FIELD_REPORTER = "报送人" | "the reporter";
}
