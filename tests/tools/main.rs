//! What other programs take from this one: calendars, completions, manual pages, a settings file.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod calendar;
mod completions;
mod config;
mod manual;
#[path = "../support/cli.rs"]
mod support;

use support::Home;

/// The verbs that help lists.
fn verbs(home: &Home) -> Vec<String> {
    let help = home.run(["--lang", "en", "--help"]).ok();
    let lines = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    let verbs: Vec<String> = lines.map(|l| l.split_whitespace().next().unwrap().to_owned()).collect();
    assert!(verbs.len() > 30, "{verbs:?}");
    verbs
}

/// The options and the inner verbs that help lists for a command.
fn of_help(home: &Home, command: &[&str]) -> (Vec<String>, Vec<String>) {
    let words = ["--lang", "en"].iter().chain(command).chain(&["--help"]);
    let help = home.run(words).ok();
    let options = help.lines().map(str::trim_start).filter(|l| l.starts_with('-'));
    let long = |l: &str| l.split([' ', ',']).find(|w| w.starts_with("--")).map(str::to_owned);
    let inner = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    let inner = inner.map(|l| l.split_whitespace().next().unwrap().to_owned());
    (options.filter_map(long).collect(), inner.collect())
}
