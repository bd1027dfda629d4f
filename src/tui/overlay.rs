//! What can lie over the main screen, as data.

use super::behind::Behind;
use super::clash::Clash;
use super::desk::Desk;
use super::effect::Again;
use super::export::Export;
use super::finder::Finder;
use super::form::Form;
use super::office::{ActAsk, Prompt, Queue, Reports};
use super::picker::Picker;
use crate::ledger::{Change, Entry};

/// What lies over the main screen and takes the keys.
#[derive(Debug)]
pub enum Overlay {
    /// Nothing.
    None,
    /// Choosing a unit, group or status.
    Picker(Picker),
    /// Writing a report, as a line or on the whole screen.
    Form(Box<Form>),
    /// Settling a conflict.
    Clash(Box<Clash>),
    /// A question before something is done.
    Confirm(Confirm),
    /// The versions of the task's entries, one of them open.
    Versions(usize),
    /// Language and how the office works; the row under the cursor.
    Settings(usize),
    /// What there is to do, for a unit or for all.
    Desk(Desk),
    /// Choosing the status of the next report.
    Status,
    /// Typing conditions and words.
    Find(Box<Finder>),
    /// Who has reported for a period.
    Reports(Reports),
    /// What waits to be reviewed.
    Queue(Box<Queue>),
    /// What can be done about the task.
    Office,
    /// The lines asked for an act.
    Prompt(Box<Prompt>),
    /// The whole at a glance, with the figure that is chosen.
    Overview(usize),
    /// A list behind one of its figures.
    Behind(Behind),
    /// Saved views, to open one.
    Views,
    /// A document of what is shown, to a file.
    Export(Box<Export>),
    /// The menu of actions.
    Menu,
    /// All keys.
    Help,
}

/// A question before something is done.
#[derive(Debug)]
pub enum Confirm {
    /// Delete this entry?
    Delete(Box<Entry>),
    /// Take these changes back, or bring them again? With what is to be said before.
    Again(Again, Vec<Change>, Option<String>),
    /// Do this? The question in words.
    Act(Box<ActAsk>, String),
}
