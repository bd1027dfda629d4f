//! The words that the command line knows, made from the table of verbs in the operator's language.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

use super::verb::{VERBS, Verb};
use crate::config::{Config, Encoding};
use crate::strings::{Lang, Text, cli, desk};

/// Where help lists what every verb takes: behind the verb's own options.
const LAST: usize = 900;

/// Who said what a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// An option on the command line.
    Option(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// A line of the settings file; 0 where it is still to be looked up.
    File(usize),
    /// Nobody, so it is what it is where nothing is said.
    Nobody,
}

/// The language to speak: `--lang`, then `DUBAN_LANG`, the settings, the locale, then Chinese.
pub(super) fn language(words: &[OsString], config: Config) -> (Lang, Said) {
    let variable =
        |name| Some((Lang::parse(&std::env::var(name).unwrap_or_default())?, Said::Variable(name)));
    spoken(words)
        .map(|lang| (lang, Said::Option("--lang")))
        .or_else(|| variable("DUBAN_LANG"))
        .or(config.lang.map(|lang| (lang, Said::File(0))))
        .or_else(|| ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable))
        .unwrap_or((Lang::default(), Said::Nobody))
}

/// The command line as far as these words need it: most of what it knows is for verbs that they do not name, and
/// making all of that took longer than most answers.
pub(super) fn command_for(words: &[OsString], lang: Lang) -> Command {
    let asks_for_help = |w: &OsString| w.to_str().is_some_and(|w| w.starts_with("-h") || w == "--help");
    if words.iter().any(asks_for_help) {
        return command(lang);
    }
    let named = |v: &&Verb| words.iter().skip(1).any(|w| w == v.name);
    command_of(VERBS.iter().copied().filter(named), lang)
}

/// The language that the words themselves name.
pub(super) fn spoken(words: &[OsString]) -> Option<Lang> {
    said(words, "--lang").and_then(Lang::parse)
}

/// How to print: `--encoding`, then the settings, then UTF-8.
pub(super) fn encoding(words: &[OsString], config: Config) -> Encoding {
    said(words, "--encoding").and_then(Encoding::parse).or(config.encoding).unwrap_or_default()
}

/// The value of an option that counts before all others are understood: faults of theirs are told in it.
fn said<'w>(words: &'w [OsString], option: &str) -> Option<&'w str> {
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.get(1..),
            _ => {}
        }
    }
    None
}

/// The whole command line.
pub(super) fn command(lang: Lang) -> Command {
    command_of(VERBS.iter().copied(), lang)
}

fn command_of(verbs: impl Iterator<Item = &'static Verb>, lang: Lang) -> Command {
    let globals = [
        value("db", "FILE", cli::DB, lang),
        value("lang", "LANG", cli::LANG, lang).value_parser(["zh", "en"]).hide_possible_values(true),
        value("encoding", "NAME", cli::ENCODING, lang)
            .value_parser(Encoding::NAMES)
            .hide_possible_values(true),
        value("as-of", "DAY", cli::AS_OF, lang),
        value("known-at", "TIME", cli::KNOWN_AT, lang),
        flag("json", cli::JSON, lang),
    ];
    let verbs = verbs.map(|v| page((v.args)(Command::new(v.name).about(v.about.say(lang)), lang), lang));
    let top = Command::new("duban").about(cli::ABOUT.say(lang)).version(env!("CARGO_PKG_VERSION")).arg(
        Arg::new("version")
            .long("version")
            .short('V')
            .action(ArgAction::Version)
            .help(cli::VERSION.say(lang)),
    );
    page(top.arg(value("view", "VIEW", desk::VIEW_OPTION, lang)), lang)
        .disable_version_flag(true)
        .args(globals.map(|a| a.global(true).display_order(LAST).help_heading(cli::OPTIONS.say(lang))))
        .subcommands(verbs)
}

/// Help in one language, headings included.
fn page(command: Command, lang: Lang) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", cli::USAGE.say(lang));
    let help = Arg::new("help").long("help").short('h').action(ArgAction::Help).help(cli::HELP.say(lang));
    let commands = cli::COMMANDS.say(lang);
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .help_template(template)
        .subcommand_help_heading(commands)
        .subcommand_value_name(commands)
        .arg(help)
        .mut_args(|a| {
            let heading = if a.is_positional() { cli::ARGUMENTS } else { cli::OPTIONS };
            a.help_heading(heading.say(lang))
        })
        .mut_subcommands(|c| page(c, lang))
}

/// Help whose one word that the parser does not let go of is in the language too.
pub(super) fn in_language(help: &str, lang: Lang) -> String {
    help.replace("[OPTIONS]", &format!("[{}]", cli::OPTIONS.say(lang)))
}

/// An option with a value.
pub(super) fn value(name: &'static str, shown: &'static str, help: Text, lang: Lang) -> Arg {
    Arg::new(name).long(name).value_name(shown).help(help.say(lang))
}

/// An option without one.
pub(super) fn flag(name: &'static str, help: Text, lang: Lang) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help.say(lang))
}

/// A word at its place.
pub(super) fn word(name: &'static str, shown: &'static str, help: Text, lang: Lang) -> Arg {
    Arg::new(name).value_name(shown).help(help.say(lang))
}
