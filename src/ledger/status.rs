//! 状态: what a unit says of its own work.

use super::Coded;
use crate::strings::{Text, words};

/// How a unit says it stands with a task. Typed by people, never derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// 未启动.
    NotStarted,
    /// 正常推进.
    OnTrack,
    /// 进展滞后: needs a reason in the text.
    Behind,
    /// 已完成, in the unit's own words; the office closes.
    Done,
    /// 长期坚持: standing work without an end.
    Standing,
    /// 调整取消: needs a reason in the text.
    Dropped,
}

impl Status {
    /// Whether the text must say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Behind | Self::Dropped)
    }
}

impl Coded for Status {
    const ALL: &'static [Self] =
        &[Self::NotStarted, Self::OnTrack, Self::Behind, Self::Done, Self::Standing, Self::Dropped];

    fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::OnTrack => "on_track",
            Self::Behind => "behind",
            Self::Done => "done",
            Self::Standing => "standing",
            Self::Dropped => "dropped",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::NotStarted => words::NOT_STARTED,
            Self::OnTrack => words::ON_TRACK,
            Self::Behind => words::BEHIND,
            Self::Done => words::DONE,
            Self::Standing => words::STANDING,
            Self::Dropped => words::DROPPED,
        }
    }
}
