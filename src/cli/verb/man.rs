//! `duban man`: manual pages, made from the table of verbs.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_mangen::Man;

use super::Verb;
use crate::cli::out::Out;
use crate::cli::{Context, args};
use crate::error::Error;
use crate::strings::{Lang, cli, manual};

pub(super) const VERB: Verb = Verb { name: "man", about: manual::MAN, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let output = Arg::new("output").long("output").short('o').value_name("DIR");
    command.arg(output.value_parser(value_parser!(PathBuf)).help(manual::MAN_OUTPUT.say(lang)))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let lang = context.lang;
    let mut whole = args::command(lang);
    whole.build();
    let Some(folder) = words.get_one::<PathBuf>("output") else {
        Out::new().text(&page(whole, "duban", lang));
        return Ok(());
    };
    let failed = |path: &PathBuf, e| Error::File(path.clone(), e);
    std::fs::create_dir_all(folder).map_err(|e| failed(folder, e))?;
    let commands = with_inner("duban".to_owned(), &whole);
    let written = commands.len().to_string();
    for (name, command) in commands {
        let path = folder.join(format!("{name}.1"));
        std::fs::write(&path, page(command, &name, lang)).map_err(|e| failed(&path, e))?;
    }
    let shown = folder.display().to_string();
    Out::new().line(&manual::MAN_DONE.with(lang, &[&written, &shown]));
    Ok(())
}

/// A command and all within it, each with the name of its page.
fn with_inner(name: String, command: &Command) -> Vec<(String, Command)> {
    let inner = command.get_subcommands().flat_map(|c| with_inner(format!("{name}-{}", c.get_name()), c));
    let inner: Vec<_> = inner.collect();
    std::iter::once((name, command.clone())).chain(inner).collect()
}

/// What stands at the head of a page instead of what the library writes, which loses a date that is empty.
const HEAD: &str = concat!(" 1 \"\" \"duban ", env!("CARGO_PKG_VERSION"), "\" duban");

/// One page. The library writes its own headings in English.
fn page(command: Command, name: &str, lang: Lang) -> String {
    let mut roff = Vec::new();
    if Man::new(command).render(&mut roff).is_err() {
        return String::new();
    }
    let line = |line: &str| match line.strip_prefix(".TH ") {
        Some(_) => format!(".TH {}{HEAD}\n", name.to_uppercase()),
        None => format!("{}\n", line.trim_end()),
    };
    let mut text: String = String::from_utf8_lossy(&roff).lines().map(line).collect();
    for heading in [manual::NAME, manual::SYNOPSIS, manual::DESCRIPTION, manual::VERSION] {
        text = text.replace(&format!(".SH {}\n", heading.en), &format!(".SH {}\n", heading.say(lang)));
    }
    args::in_language(&text, lang).replace(".SH SUBCOMMANDS\n", &format!(".SH {}\n", cli::COMMANDS.say(lang)))
}
