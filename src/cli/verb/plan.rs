//! `duban plan`: the document itself, and the check of a plan file.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::Verb;
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::plan::{Plan, load};
use crate::strings::{Lang, cli};

pub(super) const VERB: Verb = Verb { name: "plan", about: cli::PLAN, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let file = Arg::new("file").value_name("FILE").help(cli::PLAN_FILE.say(lang)).required(true);
    let check = Command::new("check").about(cli::PLAN_CHECK.say(lang));
    command.subcommand(check.arg(file.value_parser(value_parser!(PathBuf))))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    if let Some(("check", words)) = words.subcommand() {
        let path = words.get_one::<PathBuf>("file").cloned().unwrap_or_default();
        return check(context, &path);
    }
    let reader = context.reader()?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::plan_card(reader.plan()));
    } else {
        print(&mut out, reader.plan(), context.lang);
    }
    Ok(())
}

fn check(context: &Context, path: &Path) -> Result<(), Error> {
    let (_, plan) = read(path)?;
    let counts = [plan.groups.len(), plan.tasks.len(), plan.units.len(), plan.indicators.len()];
    let [groups, tasks, units, indicators] = counts.map(|n| n.to_string());
    let name = path.display().to_string();
    Out::new().line(&cli::PLAN_GOOD.with(context.lang, &[&name, &groups, &tasks, &units, &indicators]));
    Ok(())
}

/// A plan file's text and the plan it holds.
pub(super) fn read(path: &Path) -> Result<(String, Plan), Error> {
    let bytes = std::fs::read(path).map_err(|e| Error::File(path.to_owned(), e))?;
    let toml = String::from_utf8(bytes).map_err(|_| Error::FileNotUtf8(path.to_owned()))?;
    let plan = load(&toml).map_err(|faults| Error::PlanFile(path.to_owned(), faults))?;
    Ok((toml, plan))
}

fn print(out: &mut Out, plan: &Plan, lang: Lang) {
    let document = &plan.document;
    out.line(&document.title);
    if lang == Lang::En {
        out.line(&document.gloss);
    }
    for (label, value) in [
        (cli::DOC_NO, document.doc_no.clone()),
        (cli::INDEX_NO, document.index_no.clone()),
        (cli::ISSUER, document.issuer.clone()),
        (cli::DATED, document.dated.to_string().into()),
        (cli::PUBLISHED, document.published.to_string().into()),
        (cli::VALIDITY, document.validity.clone()),
        (cli::APPROVED, document.approved_by.clone()),
    ] {
        out.line(&format!("{} {value}", label.say(lang)));
    }
    for group in &plan.groups {
        out.line("");
        out.line(&format!("{} {}", group.numeral, group.title));
        for task in plan.tasks.iter().filter(|t| t.group == group.no) {
            let lead = task.lead().map(|u| plan.unit_name(u)).unwrap_or_default();
            out.line(&format!("  {:>2} {} ({lead})", task.no.0, task.title));
        }
    }
}
