//! `duban backup`: a copy while others work, checked, with the head of its record.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Verb, entries};
use crate::cli::args::{flag, value};
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::store::{BackupTo, backup, backups_folder, of_day};
use crate::strings::{Lang, care};

pub(super) const VERB: Verb = Verb { name: "backup", about: care::BACKUP, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let to = Arg::new("to").value_name("TO").help(care::BACKUP_TO.say(lang));
    command.args([
        to.value_parser(value_parser!(PathBuf)),
        flag("auto", care::BACKUP_AUTO, lang).conflicts_with("to"),
        value("keep", "N", care::BACKUP_KEEP, lang).requires("auto"),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    context.must_be_local()?;
    let now = context.clock.now();
    let made = if words.get_flag("auto") {
        let keep = entries::number(words, "keep")?.and_then(|n| usize::try_from(n).ok());
        let keep = keep.unwrap_or(context.config.backups());
        of_day(&context.path, keep.max(1), now)?
    } else {
        let to = match words.get_one::<PathBuf>("to") {
            None => BackupTo::Folder(backups_folder(&context.path)),
            Some(folder) if folder.is_dir() => BackupTo::Folder(folder.clone()),
            Some(file) => BackupTo::File(file.clone()),
        };
        Some(backup(&context.path, &to, now)?)
    };
    let mut out = Out::new();
    match &made {
        _ if context.json => out.json(&made.as_ref().map(json::backed_up)),
        None => out.line(care::BACKUP_TODAY.say(context.lang)),
        Some(made) => {
            out.line(&made.path.display().to_string());
            out.line(&made.head.to_string());
        }
    }
    Ok(())
}
