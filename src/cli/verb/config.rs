//! `duban config`: what one person set, value by value, and who said so.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::args::{Said, flag};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::config::{Found, KEYS, sample};
use crate::error::Error;
use crate::strings::{Lang, Text, cli, config as say, desk};

pub(super) const VERB: Verb = Verb { name: "config", about: say::CONFIG, args, run };

const COLUMNS: [Text; 4] = [cli::COL_NAME, desk::COL_VALUE, say::COL_FROM, desk::COL_MEANING];

fn args(command: Command, lang: Lang) -> Command {
    command.arg(flag("sample", say::SAMPLE, lang).conflicts_with("json"))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let mut out = Out::new();
    if words.get_flag("sample") {
        out.text(&sample(context.lang));
        return Ok(());
    }
    let found = Found::read()?;
    if context.json {
        out.json(&json::settings_found(context, &found));
        return Ok(());
    }
    let lang = context.lang;
    let path = found.path.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
    out.line(&if found.there { say::FILE } else { say::NO_FILE }.with(lang, &[&path]));
    let mut table = Table::new(lang, &COLUMNS);
    let ledger = context.path.display().to_string();
    table.row([
        "db".to_owned(),
        ledger,
        in_words(context.path_said, &path, lang),
        say::KEY_DB.say(lang).to_owned(),
    ]);
    for key in KEYS {
        let said = said(context, &found, key.name);
        let value = if key.name == "lang" { json::lang_code(lang) } else { key.of(&found.config) };
        table.row([
            key.name.to_owned(),
            value,
            in_words(said, &path, lang),
            key.meaning.say(lang).to_owned(),
        ]);
    }
    table.print(&mut out);
    Ok(())
}

/// Who said what a setting is.
pub(in crate::cli) fn said(context: &Context, found: &Found, name: &str) -> Said {
    match found.line(name) {
        _ if name == "lang" && context.lang_said != Said::File(0) => context.lang_said,
        Some(line) => Said::File(line),
        None => Said::Nobody,
    }
}

fn in_words(said: Said, path: &str, lang: Lang) -> String {
    match said {
        Said::Option(name) => say::BY_OPTION.with(lang, &[name]),
        Said::Variable(name) => say::BY_VARIABLE.with(lang, &[name]),
        Said::File(line) => say::BY_FILE.with(lang, &[path, &line.to_string()]),
        Said::Nobody => say::BY_DEFAULT.say(lang).to_owned(),
    }
}
