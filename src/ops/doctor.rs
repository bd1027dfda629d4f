//! What is wrong with a ledger and its surroundings, each with a cure. Looks only: nothing is mended or written.

mod file;
mod inside;
mod sshd;

use std::path::Path;

use crate::clock::Clock;
use crate::draft::Folder;
use crate::error::Error;
use crate::ledger::Actor;
use crate::store::sqlite_version;
use crate::strings::{Text, care};

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Ok,
    /// Worth a look.
    Warn,
    /// To be mended.
    Fault,
}

/// What a check found.
#[derive(Debug)]
pub struct Finding {
    /// The check, as machine output names it.
    pub check: &'static str,
    /// How it came out.
    pub state: State,
    /// What was found.
    pub said: Said,
    /// What to do.
    pub cure: Option<Text>,
}

/// What was found: a sentence and its parts, or a fault that has its own.
#[derive(Debug)]
pub enum Said {
    /// A sentence of this module's.
    Text(Text, Vec<String>),
    /// A fault of the program's table.
    Error(Box<Error>),
}

impl Finding {
    fn ok(check: &'static str, text: Text, parts: Vec<String>) -> Self {
        Self { check, state: State::Ok, said: Said::Text(text, parts), cure: None }
    }

    fn bad(check: &'static str, state: State, text: Text, cure: Text, parts: Vec<String>) -> Self {
        Self { check, state, said: Said::Text(text, parts), cure: Some(cure) }
    }

    fn error(check: &'static str, error: Error, cure: Text) -> Self {
        Self { check, state: State::Fault, said: Said::Error(Box::new(error)), cure: Some(cure) }
    }
}

/// Where the settings of an SSH server are.
const SSHD: &str = "/etc/ssh/sshd_config";

/// Looks at everything. `settings` is what reading the settings gave.
#[must_use]
pub fn doctor(ledger: &Path, by: &Actor, clock: Clock, settings: Result<(), Error>) -> Vec<Finding> {
    let mut found = vec![Finding::ok("sqlite", care::SQLITE, vec![sqlite_version().to_owned()])];
    found.extend(file::findings(ledger));
    found.extend(inside::findings(ledger, clock));
    found.push(inside::backups(ledger, clock));
    found.push(drafts(ledger, by));
    found.push(match settings {
        Ok(()) => Finding::ok("settings", care::SETTINGS, vec![]),
        Err(e) => Finding::error("settings", e, care::SETTINGS_BAD_CURE),
    });
    found.extend(sshd::findings(Path::new(SSHD), inside::keyed(ledger)));
    found.push(Finding {
        check: "width",
        state: State::Ok,
        said: Said::Text(care::WIDTH, vec![]),
        cure: Some(care::WIDTH_CURE),
    });
    found
}

fn drafts(ledger: &Path, by: &Actor) -> Finding {
    let drafts = Folder::beside(ledger).list(&by.name);
    let damaged = drafts.iter().filter(|d| d.damaged).count();
    if damaged > 0 || file::drafts_astray(ledger) {
        let parts = vec![damaged.to_string()];
        return Finding::bad("drafts", State::Warn, care::DRAFTS_BAD, care::DRAFTS_BAD_CURE, parts);
    }
    Finding::ok("drafts", care::DRAFTS, vec![drafts.len().to_string()])
}
