//! What lists, headings and single words of the interface say.

crate::texts! {
    /// Between the names of a list.
    LIST_COMMA = "、" | ", ";
    /// Between two clauses.
    SEMICOLON = ";" | "; ";
    /// Between two parts of a clause.
    COMMA = "," | ", ";
    /// Between a label and what it labels.
    COLON = ":" | ": ";
    /// The plan inside a ledger, where a path would stand.
    STORED_PLAN = "台账里的方案" | "the plan in the ledger";
    /// 报送日期.
    FIELD_DAY = "报送日期" | "the day";
    /// 报送期.
    FIELD_PERIOD = "报送期" | "the period";
    /// 状态.
    FIELD_STATUS = "状态" | "the status";
    /// 进度.
    FIELD_PERCENT = "进度" | "the percent";
    /// 指标值.
    FIELD_READINGS = "指标值" | "the values";
    /// 佐证.
    FIELD_EVIDENCE = "佐证" | "the evidence";
    /// 进展情况.
    FIELD_PROGRESS = "进展情况" | "the progress";
    /// 存在问题.
    FIELD_PROBLEMS = "存在问题" | "the problems";
    /// 下一步措施.
    FIELD_NEXT_STEPS = "下一步措施" | "the next steps";
    /// 报送人.
    FIELD_REPORTER = "报送人" | "the reporter";
    /// As-of day.
    AS_OF = "截至{0}" | "as of {0}";
    /// Saved without a text.
    STATUS_ONLY = "已改状态 {0} {1},没有写进展,不算一份报送。" | "Status changed, {0} {1}; without a text it is not a report.";
    /// In a changed text: what is no longer there.
    REMOVED = "【删:{0}】" | "[deleted: {0}]";
    /// In a changed text: what is new.
    INSERTED = "【增:{0}】" | "[added: {0}]";
}
