//! 入门: who is let in through the gate, at the start of a session and as long as it lasts.

use jiff::civil::Date;

use super::{Actor, Limit, Office, Permission, Way};

/// Why the gate does not let somebody in, or a command through. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GateFault {
    /// Nobody is listed under the name.
    Stranger(String),
    /// The operator was disabled, on this day.
    Disabled(String, Date),
    /// The key that was used is none of the operator's.
    OtherKey(String, String),
    /// The office wants sshd to vouch for the key, and it does not.
    NotVouched,
    /// What sshd wrote down of the key cannot be read.
    Unreadable,
    /// The operator has so many screens open already.
    Seats(usize),
    /// So many screens are open in all.
    AllSeats(usize),
    /// The command is no text, or holds control characters.
    Bytes,
    /// The command is longer than this.
    Long(usize),
    /// A quotation mark without its other one.
    Quote,
    /// The command goes through for nobody.
    Closed(String),
    /// The command needs a right that the operator does not have.
    Lacks(String, Permission),
    /// The option names a file, and the files are the host's.
    File(String),
    /// The texts of a report have so many characters, and may have so many.
    EntryLong(usize, usize),
    /// The operator wrote so many reports in the span of this limit already.
    Often(Limit, usize),
    /// A command was not done after so many minutes.
    Lasted(u64),
    /// The gate is opened by sshd alone, in the form that `operator authorized-keys` prints.
    Misplaced,
}

impl Office {
    /// Whether somebody who came through the gate is still welcome.
    ///
    /// # Errors
    /// Why not.
    pub fn admits(&self, actor: &Actor) -> Result<(), GateFault> {
        let Way::Gate(key) = &actor.way else { return Ok(()) };
        let found = self.operators.iter().find(|o| o.name == actor.name);
        let operator = found.ok_or_else(|| GateFault::Stranger(actor.name.clone()))?;
        if let Some(day) = operator.disabled {
            return Err(GateFault::Disabled(actor.name.clone(), day));
        }
        match key {
            Some(key) if operator.keys.iter().any(|own| own.key.fingerprint() == *key) => Ok(()),
            Some(key) => Err(GateFault::OtherKey(actor.name.clone(), key.clone())),
            None if self.settings.limits.get(Limit::KeyRequired) > 0 => Err(GateFault::NotVouched),
            None => Ok(()),
        }
    }
}
