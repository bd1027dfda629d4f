//! The verbs, one file each, and the table that names them.

mod add;
mod backup;
mod beside;
mod calendar;
mod change;
mod close;
mod completions;
mod config;
mod delete;
mod demo;
mod doctor;
mod drafts;
mod due;
mod edit;
mod entries;
mod export;
mod extend;
mod gate;
mod history;
mod import;
mod indicators;
mod init;
mod issue;
mod list;
mod log;
mod man;
mod missing;
mod notice;
mod operator;
mod period;
mod plan;
mod purge;
mod redo;
mod reopen;
mod report;
mod restore;
mod review;
mod said;
mod settings;
mod show;
mod status;
mod template;
mod typed;
mod undo;
mod units;
mod verify;
mod view;

use clap::{ArgMatches, Command};

pub(super) use config::said;

use super::Context;
use crate::error::Error;
use crate::strings::{Lang, Text};

/// A verb of the command line.
pub(super) struct Verb {
    /// As typed.
    pub(super) name: &'static str,
    /// What it does, for help.
    pub(super) about: Text,
    /// Its own words.
    pub(super) args: fn(Command, Lang) -> Command,
    /// What it does.
    pub(super) run: fn(&Context, &ArgMatches) -> Result<(), Error>,
}

/// All verbs, in the order of help.
pub(super) const VERBS: &[&Verb] = &[
    &status::VERB,
    &list::VERB,
    &show::VERB,
    &log::VERB,
    &add::VERB,
    &edit::VERB,
    &delete::VERB,
    &undo::VERB,
    &redo::VERB,
    &history::VERB,
    &view::VERB,
    &due::VERB,
    &missing::VERB,
    &calendar::VERB,
    &period::VERB,
    &review::VERB,
    &close::VERB,
    &reopen::VERB,
    &extend::VERB,
    &notice::VERB,
    &report::VERB,
    &settings::VERB,
    &config::VERB,
    &operator::VERB,
    &gate::VERB,
    &drafts::VERB,
    &units::VERB,
    &indicators::VERB,
    &plan::VERB,
    &init::VERB,
    &demo::VERB,
    &template::VERB,
    &import::VERB,
    &export::VERB,
    &verify::VERB,
    &backup::VERB,
    &restore::VERB,
    &purge::VERB,
    &doctor::VERB,
    &completions::VERB,
    &man::VERB,
];

/// What is asked when something is wrong.
pub(super) const DOCTOR: &Verb = &doctor::VERB;

/// A saved view from a shell.
pub(super) use list::of_view;

/// What is said where there is no terminal to open the screen on.
pub(super) const OVERVIEW: &Verb = &status::VERB;
