//! `duban init`: a new ledger, with the built-in plan or another, alone or for a group.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::said::given;
use super::{Verb, plan};
use crate::cli::Context;
use crate::cli::args::value;
use crate::cli::out::Out;
use crate::error::Error;
use crate::plan::EMBEDDED;
use crate::store::{LedgerFile, Reader, create, share_folder};
use crate::strings::{Lang, cli, errors, gate};

pub(super) const VERB: Verb = Verb { name: "init", about: cli::INIT, args, run };

/// What the ledger in a shared folder is called.
const LEDGER: &str = "ledger.db";

fn args(command: Command, lang: Lang) -> Command {
    let plan = Arg::new("plan").long("plan").value_name("FILE").help(cli::INIT_PLAN.say(lang));
    let shared = value("shared", "DIR", gate::SHARED, lang).value_parser(value_parser!(PathBuf));
    command.args([
        plan.value_parser(value_parser!(PathBuf)),
        shared.requires("group").conflicts_with("db"),
        value("group", "GROUP", gate::GROUP, lang).requires("shared"),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let shared = words.get_one::<PathBuf>("shared");
    let context = &shared.map_or_else(|| context.clone(), |folder| context.at(folder.join(LEDGER)));
    context.must_be_local()?;
    if LedgerFile::look(&context.path)? == LedgerFile::Ledger {
        return Err(Error::Exists(context.path.clone()));
    }
    let named = words.get_one::<PathBuf>("plan").map(|p| plan::read(p)).transpose()?;
    let toml = named.map_or_else(|| EMBEDDED.to_owned(), |(toml, _)| toml);
    if let Some(folder) = shared {
        share(folder, given(words, "group").unwrap_or_default())?;
    }
    create(&context.path, &toml, context.actor(), context.clock.now())?;
    let reader = Reader::open(&context.path)?;
    let title = &reader.plan().document.title;
    let mut out = Out::new();
    let path = context.path.display().to_string();
    out.line(&cli::INIT_DONE.with(context.lang, &[&path, title]));
    if let Some(group) = given(words, "group") {
        out.line(&gate::SHARED_DONE.with(context.lang, &[group, &path]));
    }
    Ok(())
}

/// A folder for a group of the system's.
fn share(folder: &Path, group: &str) -> Result<(), Error> {
    let found = uzers::get_group_by_name(group);
    let found = found.ok_or_else(|| Error::Usage(gate::NO_GROUP, group.to_owned(), String::new()))?;
    if folder.as_os_str().is_empty() {
        return Err(Error::Usage(errors::USAGE_VALUE, "--shared <DIR>".to_owned(), "init ".to_owned()));
    }
    Ok(share_folder(folder, found.gid())?)
}
