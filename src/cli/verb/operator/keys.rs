//! `duban operator show`, `key` and `authorized-keys`: what an operator logs in with.

use clap::{Arg, ArgMatches, Command};

use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::verb::said::{given, standard_input};
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{OfficeFault, Operator, OperatorKey};
use crate::ops;
use crate::store::Reader;
use crate::strings::{Lang, Text, desk, gate};

const COLUMNS: [Text; 5] =
    [gate::COL_NUMBER, gate::COL_KIND, gate::COL_FINGERPRINT, gate::COL_ADDED, gate::COL_NOTE];

/// What each line of the file of keys allows: a terminal, and the one command.
const RIGHTS: &str = "restrict,pty";

pub(super) fn args(lang: Lang) -> [Command; 3] {
    let name = || word("name", "NAME", desk::OPERATOR_NAME, lang).required(true);
    // Unquoted, the line comes in several words; over SSH it always does.
    let line =
        Arg::new("line").value_name("LINE").num_args(1..).required(true).help(gate::KEY_LINE.say(lang));
    let add = Command::new("add").about(gate::KEY_ADD.say(lang)).args([name(), line]);
    let which = word("which", "KEY", gate::KEY_WHICH, lang).required(true);
    let remove = Command::new("remove").about(gate::KEY_REMOVE.say(lang)).args([name(), which]);
    [
        Command::new("show").about(gate::SHOW.say(lang)).arg(name()),
        Command::new("key").about(gate::KEY.say(lang)).subcommand_required(true).subcommands([add, remove]),
        Command::new("authorized-keys").about(gate::AUTHORIZED.say(lang)).args([
            word("user", "USER", gate::AUTHORIZED_USER, lang),
            word("kind", "TYPE", gate::AUTHORIZED_TYPE, lang).requires("key"),
            word("key", "KEY", gate::AUTHORIZED_KEY, lang),
        ]),
    ]
}

pub(super) fn show(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let name = given(words, "name").unwrap_or_default().trim();
    let office = reader.book(context.known_at)?;
    let operator = find(&office.operators, name)?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::operator_row(reader.plan(), operator));
        return Ok(());
    }
    let mut table = Table::new(context.lang, &super::COLUMNS);
    table.row(super::cells(reader.plan(), operator, context.lang));
    table.print(&mut out);
    if operator.keys.is_empty() {
        out.line(gate::NO_KEYS.say(context.lang));
        return Ok(());
    }
    let mut table = Table::new(context.lang, &COLUMNS);
    for (number, own) in (1..).zip(&operator.keys) {
        let cells =
            [own.key.kind().to_owned(), own.key.fingerprint(), own.added.to_string(), own.note.clone()];
        let [kind, fingerprint, added, note] = cells;
        table.row([number.to_string(), kind, fingerprint, added, note]);
    }
    table.print(&mut out);
    Ok(())
}

pub(super) fn key(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let Some((deed, words)) = words.subcommand() else { return Ok(()) };
    let name = given(words, "name").unwrap_or_default().trim();
    let (by, clock) = (context.actor(), context.clock);
    let mut writer = context.writer(reader)?;
    let (key, text) = if deed == "add" {
        let typed: Vec<&str> =
            words.get_many::<String>("line").into_iter().flatten().map(String::as_str).collect();
        let line = if typed == ["-"] { standard_input()? } else { typed.join(" ") };
        (ops::add_key(&mut writer, name, &line, by, clock)?, gate::KEY_ADDED)
    } else {
        let which = given(words, "which").unwrap_or_default();
        (ops::remove_key(&mut writer, name, which, by, clock)?, gate::KEY_REMOVED)
    };
    told(context, reader, name, &key, text)
}

fn told(context: &Context, reader: &Reader, name: &str, key: &OperatorKey, text: Text) -> Result<(), Error> {
    let mut out = Out::new();
    if context.json {
        let office = reader.book(None)?;
        out.json(&json::operator_row(reader.plan(), find(&office.operators, name)?));
    } else {
        out.line(&text.with(context.lang, &[name, &key.key.fingerprint()]));
    }
    Ok(())
}

fn find<'o>(operators: &'o [Operator], name: &str) -> Result<&'o Operator, Error> {
    let found = operators.iter().find(|o| o.name == name);
    found.ok_or_else(|| Error::Office(OfficeFault::NoOperator(name.to_owned())))
}

/// The file of keys. Asked by sshd, it holds nothing for any account but the one that this process has: the keys
/// open the ledger and no other account of the host.
pub(super) fn authorized(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let mut out = Out::new();
    if given(words, "user").is_some_and(|user| user != context.actor().name) {
        return Ok(());
    }
    let asked = given(words, "kind").zip(given(words, "key"));
    let wanted = |own: &&OperatorKey| {
        asked.is_none_or(|(kind, key)| (own.key.kind(), own.key.encoded().as_str()) == (kind, key))
    };
    let office = reader.book(None)?;
    for operator in office.operators.iter().filter(|o| o.disabled.is_none()) {
        for own in operator.keys.iter().filter(wanted) {
            let command = command(context, words, &operator.name)?;
            out.line(&format!("{RIGHTS},command=\"{command}\" {} {}", own.key, operator.name));
        }
    }
    Ok(())
}

/// The forced command, as the account's shell reads it.
fn command(context: &Context, words: &ArgMatches, name: &str) -> Result<String, Error> {
    let program = std::env::current_exe().map_err(|e| Error::File("duban".into(), e))?;
    let ledger = std::fs::canonicalize(&context.path).map_err(|e| Error::File(context.path.clone(), e))?;
    let mut parts = vec![plain(&program)?, "gate".into(), "--operator".into(), name.into(), "--db".into()];
    parts.push(plain(&ledger)?);
    if let Some(lang) = given(words, "lang") {
        parts.extend(["--lang".into(), lang.to_owned()]);
    }
    Ok(shell_words::join(parts))
}

/// A path that can stand between double quotes in the file.
fn plain(path: &std::path::Path) -> Result<String, Error> {
    let text = path.to_str().filter(|t| !t.contains(['"', '\n', '\r', '\0']));
    text.map(str::to_owned)
        .ok_or_else(|| Error::Usage(gate::BAD_PATH, path.display().to_string(), String::new()))
}
