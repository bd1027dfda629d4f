//! What invented reports are made of: `data/demo.toml`, held against the plan that it was written for.

use serde::Deserialize;

use super::template::{Lists, Template};
use crate::ledger::{Actor, EvidenceKind, LINE_CHARS, Measured, TEXT_CHARS};
use crate::plan::{Plan, TaskNo};
use crate::text::{Lines, clean_input};

/// Numbers that every text knows: the year and the number of its period.
pub(super) const GIVEN: [&str; 2] = ["year", "no"];

const TOML: &str = include_str!("../../data/demo.toml");

/// How a task's lead fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Course {
    Steady,
    Late,
    Done,
    Yearly,
    Standing,
    Silent,
}

/// A sentence about progress and the values that it tells.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) text: Template,
    /// Indicators, each with its value.
    pub(super) values: Vec<(String, Template)>,
}

/// What can be said of a task.
#[derive(Debug)]
pub(super) struct Matter {
    pub(super) course: Course,
    pub(super) reports: Vec<Told>,
    pub(super) problems: Vec<Template>,
    pub(super) next: Vec<Template>,
}

/// All of it.
#[derive(Debug)]
pub(super) struct Material {
    pub(super) openings: Vec<String>,
    pub(super) reporters: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) operators: Vec<Actor>,
    pub(super) evidence: Vec<(EvidenceKind, Template, String)>,
    /// In the order of the plan's tasks.
    pub(super) matters: Vec<(TaskNo, Matter)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    openings: Vec<String>,
    reporters: Vec<String>,
    sources: Vec<String>,
    operator: Vec<RawOperator>,
    list: Lists,
    evidence: Vec<RawEvidence>,
    any: RawAny,
    task: Vec<RawTask>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOperator {
    name: String,
    origin: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvidence {
    text: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAny {
    report: Vec<RawTold>,
    problems: Vec<String>,
    next: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTask {
    no: u16,
    course: Course,
    report: Vec<RawTold>,
    problems: Vec<String>,
    next: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTold {
    text: String,
    #[serde(default)]
    values: Vec<String>,
}

impl Material {
    /// Reads it.
    ///
    /// # Errors
    /// The first thing in it that does not fit.
    pub(super) fn of(plan: &Plan) -> Result<Self, String> {
        Self::read(TOML, plan)
    }

    fn read(toml: &str, plan: &Plan) -> Result<Self, String> {
        let raw: Raw = toml::from_str(toml).map_err(|e| e.to_string())?;
        for words in [&raw.openings, &raw.reporters, &raw.sources] {
            filled(words)?;
            words.iter().try_for_each(|w| line(w))?;
        }
        raw.list.values().flatten().try_for_each(|w| line(w))?;
        let evidence = raw.evidence.iter().map(|e| {
            line(&e.note)?;
            let text = sentence(&e.text, &raw.list)?.0;
            Ok((EvidenceKind::guess(&e.text.replace("{year}", "2025")), text, e.note.clone()))
        });
        let matters = plan.tasks.iter().map(|t| {
            let found = raw.task.iter().find(|m| m.no == t.no.0).ok_or_else(|| format!("no task {}", t.no.0));
            Ok((t.no, matter(plan, t.no, found?, &raw)?))
        });
        let (evidence, matters) = (all(evidence)?, all(matters)?);
        if matters.len() != raw.task.len() {
            return Err("a task that the plan does not have, or one twice".to_owned());
        }
        let operators = raw.operator.into_iter().map(|o| Actor {
            name: o.name,
            origin: o.origin,
            way: crate::ledger::Way::Local,
        });
        let operators: Vec<Actor> = operators.collect();
        filled(&operators)?;
        let Raw { openings, reporters, sources, .. } = raw;
        Ok(Self { openings, reporters, sources, operators, evidence, matters })
    }
}

fn matter(plan: &Plan, task: TaskNo, own: &RawTask, raw: &Raw) -> Result<Matter, String> {
    let sentences = |own: &[String], any: &[String]| {
        let both = own.iter().chain(any);
        all(both.map(|text| Ok(sentence(text, &raw.list)?.0)))
    };
    filled(&own.report)?;
    let reports = own.report.iter().chain(&raw.any.report).map(|told| {
        let (text, known) = sentence(&told.text, &raw.list)?;
        let values = told.values.iter().map(|v| value(plan, task, v, &known));
        Ok(Told { text, values: all(values)? })
    });
    Ok(Matter {
        course: own.course,
        reports: all(reports)?,
        problems: sentences(&own.problems, &raw.any.problems)?,
        next: sentences(&own.next, &raw.any.next)?,
    })
}

/// A text that can be stored as it is, and the numbers that it leaves.
fn sentence(text: &str, lists: &Lists) -> Result<(Template, Vec<String>), String> {
    let mut known: Vec<String> = GIVEN.map(str::to_owned).to_vec();
    let template = Template::read(text, lists, &mut known)?;
    stored(text, Lines::Many, TEXT_CHARS / 20)?;
    Ok((template, known))
}

/// `T14a {lost}/{judged}`: an indicator of the task and what it comes to.
fn value(plan: &Plan, task: TaskNo, text: &str, known: &[String]) -> Result<(String, Template), String> {
    let (id, value) = text.split_once(' ').ok_or_else(|| text.to_owned())?;
    let ours = plan.indicators.iter().any(|i| i.id == id && i.task.is_none_or(|t| t == task));
    let tried = known.iter().fold(value.to_owned(), |v, name| v.replace(&format!("{{{name}}}"), "1"));
    if !ours || tried.parse::<Measured>().is_err() {
        return Err(format!("{text} of task {}", task.0));
    }
    Ok((id.to_owned(), Template::read(value, &Lists::new(), &mut known.to_vec())?))
}

fn line(text: &str) -> Result<(), String> {
    stored(text, Lines::One, LINE_CHARS)
}

fn stored(text: &str, lines: Lines, most: usize) -> Result<(), String> {
    let same = clean_input(text, lines).is_ok_and(|clean| clean == text) && text.trim() == text;
    if same && text.chars().count() <= most { Ok(()) } else { Err(text.to_owned()) }
}

fn filled<T>(some: &[T]) -> Result<(), String> {
    if some.is_empty() { Err("an empty list".to_owned()) } else { Ok(()) }
}

fn all<T>(some: impl Iterator<Item = Result<T, String>>) -> Result<Vec<T>, String> {
    some.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::EMBEDDED;

    #[test]
    fn material_that_does_not_fit_is_refused() {
        let plan = crate::plan::load(EMBEDDED).expect("the plan");
        Material::of(&plan).expect("the material");
        for (right, wrong) in [
            ("no = 14", "no = 22"),
            ("course = \"yearly\"", "course = \"fast\""),
            ("T14a {k}/{m}", "T15a {k}/{m}"),
            ("T14a {k}/{m}", "T14a {z}/{m}"),
            ("T14a {k}/{m}", "T14a {k}//{m}"),
            ("{k%m}", "{k%z}"),
            ("reporters = [", "reporter = ["),
            ("\"王敏\"", "\"王\\u202e敏\""),
            ("note = \"扫描件\"", "note = \" 扫描件\""),
        ] {
            assert!(TOML.contains(right), "{right}");
            assert!(Material::read(&TOML.replacen(right, wrong, 1), &plan).is_err(), "{wrong}");
        }
    }
}
