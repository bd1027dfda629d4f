//! Why the screen ended, and what is said of it once the terminal is as it was before.

use super::fall::Fall;
use super::term::Tty;
use crate::error::Error;
use crate::ledger::GateFault;
use crate::strings::{Lang, tui as say};

/// Why the loop ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Over {
    /// The operator left.
    Left,
    /// No key came for as long as the settings allow.
    Idle,
    /// A thread of the program fell over.
    Fell,
    /// Frames reach nobody.
    ScreenGone,
    /// The gate does not let the operator in any more.
    Barred(GateFault),
}

impl Over {
    /// Says what there is to say; an end that was not wished for is an error.
    pub(super) fn told(self, tty: &Tty, lang: Lang, fall: &Fall) -> Result<(), Error> {
        match self {
            Self::Left => {}
            Self::Idle => tty.say(say::IDLE.say(lang)),
            Self::Fell => return Err(Error::Broken(fall.place())),
            Self::Barred(fault) => return Err(Error::Gate(fault)),
            Self::ScreenGone => return Err(Error::Terminal(std::io::ErrorKind::BrokenPipe.into())),
        }
        Ok(())
    }
}
