//! 审核: whether the office let a report pass.

use super::Coded;
use crate::strings::{Text, words};

/// How far the office has come with a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Review {
    /// 已报: waits for the office.
    Submitted,
    /// 已审: passed. What the office types itself is passed by being saved.
    #[default]
    Approved,
    /// 退回: to be reported again, for a reason.
    Returned,
}

impl Coded for Review {
    const ALL: &'static [Self] = &[Self::Submitted, Self::Approved, Self::Returned];

    fn code(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Approved => "approved",
            Self::Returned => "returned",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Submitted => words::SUBMITTED,
            Self::Approved => words::APPROVED,
            Self::Returned => words::RETURNED,
        }
    }
}

/// The office's word on one report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviewed {
    /// How far.
    pub state: Review,
    /// Why it was returned, or a remark; may be empty where it passed.
    pub note: String,
    /// Who reviewed it; empty where it passed by being typed by the office.
    pub by: String,
    /// 亮点: to be named in the bulletin.
    pub highlight: bool,
}
