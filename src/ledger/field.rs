//! The fields of an entry, and why one cannot be stored as typed.

use jiff::civil::Date;

use crate::strings::{Text, ui};
use crate::text::{Piece, Unsafe, diff};

/// A field of an entry, for a message that stands beside it and for telling two versions apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 报送日期.
    Day,
    /// 报送期.
    Period,
    /// 状态.
    Status,
    /// 进度.
    Percent,
    /// 进展情况.
    Progress,
    /// 存在问题.
    Problems,
    /// 下一步措施.
    NextSteps,
    /// 指标值.
    Readings,
    /// 佐证.
    Evidence,
    /// 报送人.
    Reporter,
}

impl Field {
    /// All, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Day,
        Self::Period,
        Self::Status,
        Self::Percent,
        Self::Progress,
        Self::Problems,
        Self::NextSteps,
        Self::Readings,
        Self::Evidence,
        Self::Reporter,
    ];

    /// What the interface calls it.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Day => ui::FIELD_DAY,
            Self::Period => ui::FIELD_PERIOD,
            Self::Status => ui::FIELD_STATUS,
            Self::Percent => ui::FIELD_PERCENT,
            Self::Progress => ui::FIELD_PROGRESS,
            Self::Problems => ui::FIELD_PROBLEMS,
            Self::NextSteps => ui::FIELD_NEXT_STEPS,
            Self::Readings => ui::FIELD_READINGS,
            Self::Evidence => ui::FIELD_EVIDENCE,
            Self::Reporter => ui::FIELD_REPORTER,
        }
    }

    /// What changed between two values in words: a text word by word, a choice, a day or a name as a whole, because
    /// the hanzi that 正常推进 and 进展滞后 share say nothing.
    #[must_use]
    pub fn compare(self, old: &str, new: &str) -> Vec<Piece> {
        match self {
            Self::Progress | Self::Problems | Self::NextSteps | Self::Readings | Self::Evidence => {
                diff(old, new)
            }
            Self::Day | Self::Period | Self::Status | Self::Percent | Self::Reporter => {
                let pieces = [Piece::Removed(old.to_owned()), Piece::Added(new.to_owned())];
                pieces.into_iter().filter(|piece| !piece.text().is_empty()).collect()
            }
        }
    }

    /// What machine output calls it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "date",
            Self::Period => "period",
            Self::Status => "status",
            Self::Percent => "percent",
            Self::Progress => "progress",
            Self::Problems => "problems",
            Self::NextSteps => "next_steps",
            Self::Readings => "values",
            Self::Evidence => "evidence",
            Self::Reporter => "reporter",
        }
    }
}

/// Why a field cannot be stored as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFault {
    /// It says nothing and must.
    Empty,
    /// Longer than may be.
    Long {
        /// Characters typed.
        chars: usize,
        /// Characters allowed.
        most: usize,
    },
    /// More of them than may be.
    Many {
        /// How many.
        count: usize,
        /// Allowed.
        most: usize,
    },
    /// Holds a character that could do harm on a terminal.
    Unsafe(Unsafe),
    /// Reported for a day that has not come.
    Future(Date),
    /// Without a text a report must at least change the status, and not to one that needs a reason.
    Silent,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_compared_by_words_and_a_choice_as_a_whole() {
        let (removed, added) = (|t: &str| Piece::Removed(t.into()), |t: &str| Piece::Added(t.into()));
        let status = Field::Status.compare("正常推进", "进展滞后");
        assert_eq!(status, [removed("正常推进"), added("进展滞后")]);
        assert_eq!(Field::Percent.compare("", "80%"), [added("80%")]);
        let text = Field::Progress.compare("应诉8件", "应诉9件");
        assert_eq!(text, [Piece::Same("应诉".into()), removed("8"), added("9"), Piece::Same("件".into())]);
    }
}
