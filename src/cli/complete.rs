//! What a shell offers when Tab is pressed: the words of the command line, and as values what the ledger holds.
//!
//! Owns which option takes what, by the name its value has in help. Refuses to make or mend a ledger: where there is
//! none that can be read, the plan that comes with the program is gone by. The shell's script (`duban completions`)
//! calls the program with a variable set, so that what is offered is never older than the ledger.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Command;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter};
use clap_complete::env::Shells;

use super::args;
use super::out::Out;
use crate::ledger::{Coded, Light, NoticeKind, Office, Setting, Status};
use crate::plan::{Plan, embedded};
use crate::query::{Names, RoleFilter, Sort, view_names};
use crate::store::{LedgerFile, Reader, default_path};
use crate::strings::Lang;
use crate::text::visible;

/// The shells that are served.
pub(super) const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// The variable by which a shell asks.
const ASKED: &str = "DUBAN_COMPLETE";

/// In the library's script for zsh: what adds the values.
const ZSH_ADDS: &str = "_describe -V 'values' other\n";

/// The same, with values taken that do not begin with what was typed: `sifaju` is 县司法局. zsh would drop them.
const ZSH_TAKES: &str = "{ if [[ -n $PREFIX && -z ${(M)other:#${(b)PREFIX}*} ]]; then
            compstate[insert]=menu
            _describe -V 'values' other -U
        else
            _describe -V 'values' other
        fi }\n";

/// A value and what it means.
type Offer = (String, String);

/// What there is to offer.
struct Known {
    plan: Arc<Plan>,
    names: Names,
    office: Office,
    lang: Lang,
    /// The shell drops what has what was typed neither in its value nor in its help: fish does.
    sieves: bool,
}

/// Offers values for what is typed so far.
type Values = fn(&Known, &str) -> Vec<Offer>;

/// What takes which values: the verb, or any; the value's name in help; the values.
const TABLE: &[(&str, &str, Values)] = &[
    ("", "UNIT", units),
    ("", "UNITS", units),
    ("", "TASK", tasks),
    ("", "TASKS", tasks),
    ("", "GROUP", groups),
    ("", "WHAT", anything),
    ("", "STATUS", |k, typed| coded::<Status>(k, typed)),
    ("", "LIGHT", |k, typed| coded::<Light>(k, typed)),
    ("", "ORDER", |k, typed| coded::<Sort>(k, typed)),
    ("", "KIND", |k, typed| coded::<NoticeKind>(k, typed)),
    ("", "PERIOD", periods),
    ("list", "ROLE", |k, typed| coded::<RoleFilter>(k, typed)),
    ("operator", "ROLE", |_, typed| plain(&["office", "reporter", "viewer"], typed)),
    ("settings", "NAME", |k, typed| coded::<Setting>(k, typed)),
    ("", "VIEW", views),
    ("notice", "N", notices),
    ("", "LANG", |_, typed| plain(&["zh", "en"], typed)),
    ("", "SHELL", |_, typed| plain(&SHELLS, typed)),
];

/// Values that are files or folders.
const PATHS: [&str; 3] = ["FILE", "DIR", "TO"];

/// The shell that asks, if one does.
pub(super) fn asked() -> Option<OsString> {
    std::env::var_os(ASKED).filter(|shell| !shell.is_empty())
}

/// The script for a shell; nothing for one that is not served.
pub(super) fn script(shell: &str) -> Option<String> {
    let shells = Shells::builtins();
    let completer = SHELLS.contains(&shell).then(|| shells.completer(shell)).flatten()?;
    let mut script = Vec::new();
    completer.write_registration(ASKED, "duban", "duban", "duban", &mut script).ok()?;
    String::from_utf8(script).ok().map(|script| script.replace(ZSH_ADDS, ZSH_TAKES))
}

/// Answers a shell. Nothing that goes wrong may disturb who is typing.
pub(super) fn answer(shell: &OsStr, words: Vec<OsString>, lang: Lang) -> ExitCode {
    let mut words = words.into_iter().skip_while(|w| w != "--").skip(1).collect::<Vec<_>>();
    let shells = Shells::builtins();
    let sieves = shell == "fish";
    let Some(shell) = shell.to_str().and_then(|name| shells.completer(name)) else {
        return ExitCode::FAILURE;
    };
    let Some(known) = known(&words, lang).map(|known| Arc::new(Known { sieves, ..known })) else {
        return ExitCode::FAILURE;
    };
    let mut command = with_values(args::command(lang), "", &known);
    let folder = std::env::current_dir().ok();
    let mut offered = Vec::new();
    if words.is_empty() {
        words.push("duban".into());
    }
    if shell.write_complete(&mut command, words, folder.as_deref(), &mut offered).is_err() {
        return ExitCode::FAILURE;
    }
    Out::new().text(&String::from_utf8_lossy(&offered));
    ExitCode::SUCCESS
}

/// The ledger that the words are about, without making or mending one.
fn known(words: &[OsString], lang: Lang) -> Option<Known> {
    let named = words.iter().position(|w| w == "--db").and_then(|at| words.get(at + 1)).map(PathBuf::from);
    let variable = || std::env::var_os("DUBAN_DB").filter(|v| !v.is_empty()).map(PathBuf::from);
    let path = named.or_else(variable).or_else(default_path);
    let there = path.filter(|p| LedgerFile::look(p).is_ok_and(|f| f == LedgerFile::Ledger));
    let reader = there.and_then(|p| Reader::open(&p).ok());
    let office = reader.as_ref().and_then(|r| r.book(None).ok()).unwrap_or_default();
    let plan = match reader {
        Some(reader) => reader.plan().clone(),
        None => Arc::new(embedded().ok()?),
    };
    let names = Names::new(&plan, lang);
    Some(Known { plan, names, office, lang, sieves: false })
}

fn with_values(command: Command, verb: &str, known: &Arc<Known>) -> Command {
    let filled = command.mut_args(|arg| {
        let name = arg.get_value_names().and_then(|n| n.first()).map(|n| n.as_str().to_owned());
        let Some(name) = name else { return arg };
        if PATHS.contains(&name.as_str()) {
            return arg.add(ArgValueCompleter::new(PathCompleter::any()));
        }
        let row = TABLE.iter().find(|(of, value, _)| (of.is_empty() || *of == verb) && *value == name);
        let Some((.., values)) = row else { return arg };
        let (known, values) = (known.clone(), *values);
        arg.add(ArgValueCompleter::new(move |typed: &OsStr| offer(&known, values, typed)))
    });
    filled.mut_subcommands(|inner| {
        let verb = if verb.is_empty() { inner.get_name().to_owned() } else { verb.to_owned() };
        with_values(inner, &verb, known)
    })
}

fn offer(known: &Known, values: Values, typed: &OsStr) -> Vec<CompletionCandidate> {
    let typed = typed.to_str().unwrap_or_default();
    let candidate = |(value, help): Offer| {
        let dropped = known.sieves && !value.contains(typed) && !help.contains(typed);
        let help = if dropped { format!("{help} {typed}") } else { help };
        CompletionCandidate::new(value).help(Some(help.into()))
    };
    values(known, typed).into_iter().map(candidate).collect()
}

fn beginning(offers: impl Iterator<Item = Offer>, typed: &str) -> Vec<Offer> {
    offers.filter(|(value, _)| value.starts_with(typed)).collect()
}

fn plain(values: &[&str], typed: &str) -> Vec<Offer> {
    beginning(values.iter().map(|v| ((*v).to_owned(), String::new())), typed)
}

fn coded<T: Coded>(known: &Known, typed: &str) -> Vec<Offer> {
    beginning(T::ALL.iter().map(|v| (v.code().to_owned(), v.word().say(known.lang).to_owned())), typed)
}

/// Units by whatever names them: what is typed is replaced by the name.
fn units(known: &Known, typed: &str) -> Vec<Offer> {
    let all = || known.plan.units().map(|(ix, _)| ix).collect();
    let fit = || known.names.units(typed).into_iter().map(|r| r.id).collect();
    let found: Vec<_> = if typed.is_empty() { all() } else { fit() };
    let unit = found.into_iter().filter_map(|ix| known.plan.unit(ix));
    unit.map(|u| (u.name.to_string(), u.code.to_string())).collect()
}

fn tasks(known: &Known, typed: &str) -> Vec<Offer> {
    beginning(known.plan.tasks.iter().map(|t| (t.no.0.to_string(), visible(&t.title).into_owned())), typed)
}

fn groups(known: &Known, typed: &str) -> Vec<Offer> {
    let all = || known.plan.groups.iter().map(|g| g.no).collect();
    let fit = || known.names.groups(typed).into_iter().map(|r| r.id).collect();
    let found: Vec<_> = if typed.is_empty() { all() } else { fit() };
    let group = found.into_iter().filter_map(|no| known.plan.group(no));
    group.map(|g| (g.short.to_string(), visible(&g.title).into_owned())).collect()
}

fn anything(known: &Known, typed: &str) -> Vec<Offer> {
    [tasks, groups, units].iter().flat_map(|values| values(known, typed)).collect()
}

fn periods(known: &Known, typed: &str) -> Vec<Offer> {
    let opened = known.office.periods.iter().rev();
    beginning(opened.map(|o| (o.period.to_string(), o.period.long(known.lang))), typed)
}

fn views(known: &Known, typed: &str) -> Vec<Offer> {
    let named = view_names(&known.office, known.lang).into_iter();
    beginning(named.map(|(number, name)| (number.to_string(), visible(&name).into_owned())), typed)
}

fn notices(known: &Known, typed: &str) -> Vec<Offer> {
    let standing = known.office.notices.iter().filter(|(_, n)| n.ended.is_none());
    let text = |t: &str| visible(t.lines().next().unwrap_or_default()).into_owned();
    beginning(standing.map(|(id, n)| (id.0.to_string(), text(&n.text))), typed)
}
