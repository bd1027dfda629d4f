//! `duban doctor`: what is wrong with the ledger and its surroundings, with a cure for each.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::config::Config;
use crate::error::Error;
use crate::ops::{self, Finding, Said, State};
use crate::strings::{Lang, care};
use crate::text::cells;

pub(super) const VERB: Verb = Verb { name: "doctor", about: care::DOCTOR, args, run };

fn args(command: Command, _: Lang) -> Command {
    command
}

fn run(context: &Context, _: &ArgMatches) -> Result<(), Error> {
    let found = ops::doctor(&context.path, context.actor(), context.clock, Config::load().map(|_| ()));
    let mut out = Out::new();
    if context.json {
        out.json(&found.iter().map(json::checked).collect::<Vec<_>>());
    } else {
        for finding in &found {
            print(&mut out, finding, context.lang);
        }
    }
    match found.iter().filter(|f| f.state == State::Fault).count() {
        0 => Ok(()),
        faults => Err(Error::Ailing(faults)),
    }
}

fn print(out: &mut Out, found: &Finding, lang: Lang) {
    let state = match found.state {
        State::Ok => care::STATE_OK,
        State::Warn => care::STATE_WARN,
        State::Fault => care::STATE_FAULT,
    };
    let wide = [care::STATE_OK, care::STATE_WARN, care::STATE_FAULT].map(|s| cells(s.say(lang)));
    let wide = wide.into_iter().max().unwrap_or(0);
    let margin = |text: &str| " ".repeat((wide + 1).saturating_sub(cells(text)));
    let parts: Vec<&str> = match &found.said {
        Said::Text(_, parts) => parts.iter().map(String::as_str).collect(),
        Said::Error(_) => Vec::new(),
    };
    let said = match &found.said {
        Said::Text(text, _) => text.with(lang, &parts),
        Said::Error(error) => error.say(lang),
    };
    let state = state.say(lang);
    out.line(&format!("{state}{}{said}", margin(state)));
    if found.check == "width" {
        for line in care::RULER {
            out.line(&format!("{}{line}", margin("")));
        }
    }
    if let Some(cure) = found.cure {
        out.line(&format!("{}{}", margin(""), cure.with(lang, &parts)));
    }
}
