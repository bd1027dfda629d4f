//! The gate: what sshd hands over to the one command that operators without an account on the host can start.
//!
//! Owns who it is (the forced command's own argument and the key that sshd vouches for), the client's command taken
//! apart into words, and what a process may take of the host. Refuses to believe the client or the environment anything, to start a process, and to know what
//! the words mean: that is the command line's, and which of them pass is the ledger's table.

mod bounds;
mod vouched;
mod words;

use std::ffi::{OsStr, OsString};

use crate::ledger::{Actor, GateFault, Office, Way};

pub use bounds::confine;
pub use vouched::{Vouched, address, vouched};
pub use words::words;

/// What sshd says of a session, in the variables that it sets itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// What the client asked for instead of a shell.
    pub command: Option<OsString>,
    /// The file in which it says how the client proved who it is.
    pub proof: Option<OsString>,
    /// Whence it came.
    pub connection: Option<OsString>,
}

impl Said {
    /// What it says of this session.
    #[must_use]
    pub fn here() -> Self {
        let variable = |name| std::env::var_os(name).filter(|v: &OsString| !v.is_empty());
        Self {
            command: variable("SSH_ORIGINAL_COMMAND"),
            proof: variable("SSH_USER_AUTH"),
            connection: variable("SSH_CONNECTION"),
        }
    }
}

/// Who came in, if the office lets them: the operator of the forced command, with the key that was used.
///
/// # Errors
/// Why not.
pub fn admit(
    office: &Office,
    name: &str,
    proof: &Vouched,
    connection: Option<&OsStr>,
) -> Result<Actor, GateFault> {
    let own = office.operators.iter().find(|o| o.name == name);
    let is_own = |key: &&String| own.is_some_and(|o| o.keys.iter().any(|k| k.key.fingerprint() == **key));
    let key = match proof {
        Vouched::Nothing => None,
        Vouched::Unreadable => return Err(GateFault::Unreadable),
        // Of several that were asked for, the one that is known; else the first, for the sentence.
        Vouched::Keys(keys) => keys.iter().find(is_own).or(keys.first()).cloned(),
    };
    let actor = Actor { name: name.to_owned(), origin: address(connection), way: Way::Gate(key) };
    office.admits(&actor)?;
    Ok(actor)
}
