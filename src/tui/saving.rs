//! What was sent to be saved and is not yet answered. The screen goes on meanwhile.

use super::effect::SaveId;
use super::form::Form;
use crate::store::Obstacle;

/// Whether the operator is on the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Leaving {
    /// No.
    #[default]
    No,
    /// As soon as everything is saved.
    WhenSaved,
    /// What still waits is given up; only what has begun is awaited.
    GivingUp,
}

/// The saves under way.
#[derive(Debug, Default)]
pub struct Saving {
    sent: Vec<(SaveId, Option<Box<Form>>)>,
    kept_waiting: Option<(SaveId, Obstacle)>,
    /// Whether to leave behind them.
    pub leaving: Leaving,
}

impl Saving {
    /// Whether everything is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sent.is_empty()
    }

    /// The numbers of all of them.
    #[must_use]
    pub fn ids(&self) -> Vec<SaveId> {
        self.sent.iter().map(|(id, _)| *id).collect()
    }

    /// One more, with the form it came from.
    pub fn send(&mut self, id: SaveId, form: Option<Box<Form>>) {
        self.sent.push((id, form));
    }

    /// One has to wait.
    pub fn waits(&mut self, id: SaveId, for_whom: Obstacle) {
        if self.sent.iter().any(|(sent, _)| *sent == id) {
            self.kept_waiting = Some((id, for_whom));
        }
    }

    /// Who is waited for, if it takes long enough to say so.
    #[must_use]
    pub fn obstacle(&self) -> Option<Obstacle> {
        self.kept_waiting.map(|(_, who)| who)
    }

    /// One is answered; its form comes back.
    pub fn answered(&mut self, id: SaveId) -> Option<Box<Form>> {
        if self.kept_waiting.is_some_and(|(waiting, _)| waiting == id) {
            self.kept_waiting = None;
        }
        let at = self.sent.iter().position(|(sent, _)| *sent == id)?;
        self.sent.remove(at).1
    }
}
