//! 放行: which commands go through the gate, and what somebody must be permitted to do for it.
//!
//! One row for every command of the command line, its subcommands included; what has no row does not pass. A command
//! that passes is still held to the rules of what it does.

use super::OperatorDuty;
use super::permission::{Permission, Right, right};

/// Whether a command goes through the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// For whoever may do this, if only for a unit of their own.
    May(Permission),
    /// For nobody: it is about the host, its files or its accounts.
    Never,
}

use Passage::{May, Never};
use Permission::{Answer, Close, Contact, Extend, Look, Manage, Notify, Period, Report};

/// The commands, each by its words.
pub const PASSAGES: &[(&str, Passage)] = &[
    ("status", May(Look)),
    ("list", May(Look)),
    ("show", May(Look)),
    ("log", May(Look)),
    ("add", May(Report)),
    ("edit", May(Report)),
    ("delete", May(Report)),
    ("undo", May(Report)),
    ("redo", May(Report)),
    ("history", May(Look)),
    ("due", May(Look)),
    ("missing", May(Look)),
    ("period", May(Look)),
    ("period list", May(Look)),
    ("period open", May(Period)),
    ("period close", May(Period)),
    // Without a verdict it lists; with one it is the office's.
    ("review", May(Look)),
    ("review list", May(Look)),
    ("close", May(Close)),
    ("reopen", May(Close)),
    ("extend", May(Extend)),
    ("notice", May(Look)),
    ("notice list", May(Look)),
    ("notice show", May(Look)),
    ("notice send", May(Notify)),
    ("notice answer", May(Answer)),
    ("notice end", May(Notify)),
    // Without a value it lists; with one it is the office's.
    ("settings", May(Look)),
    ("operator", May(Look)),
    ("operator list", May(Look)),
    ("operator show", May(Look)),
    ("operator add", May(Manage)),
    ("operator disable", May(Manage)),
    ("operator key", May(Manage)),
    ("operator key add", May(Manage)),
    ("operator key remove", May(Manage)),
    ("operator authorized-keys", Never),
    ("drafts", May(Look)),
    ("drafts discard", May(Look)),
    ("units", May(Look)),
    ("indicators", May(Look)),
    ("plan", May(Look)),
    ("plan check", Never),
    ("view", May(Look)),
    ("view list", May(Look)),
    ("view save", May(Manage)),
    ("view remove", May(Manage)),
    ("units set", May(Contact)),
    // Issuing a bulletin is the office's.
    ("calendar", May(Look)),
    // About the host's own account and files.
    ("config", Never),
    ("completions", Never),
    ("man", Never),
    ("export", May(Look)),
    ("import", May(Report)),
    ("template", May(Look)),
    ("report", May(Look)),
    ("report bulletin", May(Look)),
    ("report ledger", May(Look)),
    ("report assess", May(Look)),
    ("report task", May(Look)),
    ("report unit", May(Look)),
    ("report issued", May(Look)),
    ("init", Never),
    ("demo", Never),
    // Reads the whole record.
    ("verify", May(Manage)),
    ("backup", Never),
    ("restore", Never),
    ("purge", Never),
    ("doctor", Never),
    ("gate", Never),
];

/// The row of a command.
#[must_use]
pub fn passage(command: &str) -> Option<Passage> {
    PASSAGES.iter().find(|(name, _)| *name == command).map(|(_, passage)| *passage)
}

/// Whether a command goes through the gate for somebody: else what they lack, or nothing where it goes for nobody.
///
/// # Errors
/// See above.
pub fn passes(duty: OperatorDuty, command: &str) -> Result<(), Option<Permission>> {
    match passage(command) {
        Some(May(permission)) if right(duty, permission) != Right::None => Ok(()),
        Some(May(permission)) => Err(Some(permission)),
        Some(Never) | None => Err(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::UnitIx;

    #[test]
    fn each_role_is_let_through_to_what_it_may_do() {
        let [office, reporter, viewer] =
            [OperatorDuty::Office, OperatorDuty::Reporter(UnitIx(1)), OperatorDuty::Viewer];
        for (command, roles) in [
            ("status", [true, true, true]),
            ("add", [true, true, false]),
            ("notice answer", [true, true, false]),
            ("notice send", [true, false, false]),
            ("close", [true, false, false]),
            ("operator key add", [true, false, false]),
            ("operator authorized-keys", [false, false, false]),
            ("backup", [false, false, false]),
            ("gate", [false, false, false]),
            ("sh", [false, false, false]),
            ("", [false, false, false]),
        ] {
            let found = [office, reporter, viewer].map(|duty| passes(duty, command).is_ok());
            assert_eq!(found, roles, "{command}");
        }
    }

    #[test]
    fn no_command_has_two_rows() {
        for (at, (command, _)) in PASSAGES.iter().enumerate() {
            assert!(PASSAGES.iter().skip(at + 1).all(|(other, _)| other != command), "{command}");
        }
    }
}
