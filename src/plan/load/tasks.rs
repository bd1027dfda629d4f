//! Checks the groups and tasks of a plan file and makes the model's groups and tasks of them.
//!
//! Owns numbering, the tie of body and measures, and who leads. Refuses gaps, second leads and a lead that does
//! not come first. What a bracket says is held against its units by `bracket`.

use std::collections::HashSet;

use unicode_width::UnicodeWidthStr;

use super::bracket;
use super::raw::{RawAssignment, RawGroup, RawTask, RawUnit};
use super::read::{At, Book, Once};
use super::units::Codes;
use crate::plan::faults as f;
use crate::plan::{Assignment, Group, GroupNo, Role, Task, TaskNo};

/// Most cells of a group's own short name, and of its English one.
const SHORT_CELLS: usize = 8;
const SHORT_GLOSS_CELLS: usize = 14;

/// The plan's groups, in the file's order.
pub(super) fn groups(book: &Book, raw: &[RawGroup]) -> Vec<Group> {
    check_numbers(book, raw.iter().map(|group| &group.no));
    // A short name may equal its title, so each kind of name is held against its own kind.
    let mut words: [Once; 4] = Default::default();
    raw.iter()
        .map(|group| {
            let names = [&group.numeral, &group.title, &group.short, &group.short_gloss];
            for (once, name) in words.iter_mut().zip(names) {
                once.check(book, name);
            }
            check_width(book, &group.short, SHORT_CELLS);
            check_width(book, &group.short_gloss, SHORT_GLOSS_CELLS);
            Group {
                no: GroupNo(group.no.value),
                numeral: group.numeral.value.clone().into(),
                title: group.title.value.clone().into(),
                short: group.short.value.clone().into(),
                gloss: group.gloss.clone().into(),
                short_gloss: group.short_gloss.value.clone().into(),
            }
        })
        .collect()
}

/// The plan's tasks, in the file's order.
pub(super) fn tasks(
    book: &Book,
    raw: &[RawTask],
    groups: &[RawGroup],
    units: &[RawUnit],
    codes: &Codes<'_>,
) -> Vec<Task> {
    check_numbers(book, raw.iter().map(|task| &task.no));
    check_grouping(book, raw, groups);
    let mut titles = Once::default();
    raw.iter()
        .map(|task| {
            titles.check(book, &task.title);
            check_body(book, task);
            check_lead(book, task);
            bracket::check(book, task);
            make(book, task, units, codes)
        })
        .collect()
}

fn make(book: &Book, raw: &RawTask, units: &[RawUnit], codes: &Codes<'_>) -> Task {
    let mut once = Once::default();
    let mut assign = |a: &RawAssignment| {
        once.check(book, &a.unit);
        assignment(book, a, units, codes)
    };
    Task {
        no: TaskNo(raw.no.value),
        group: GroupNo(raw.group.value),
        title: raw.title.value.clone().into(),
        body: raw.body.value.clone().into(),
        measures: raw.measures.iter().map(|m| m.value.clone().into()).collect(),
        bracket: raw.bracket.value.clone().into(),
        note: raw.note.as_ref().map(|n| n.value.clone().into()),
        assignments: raw.assignments.iter().filter_map(&mut assign).collect(),
        gloss: raw.gloss.clone().into(),
    }
}

fn assignment(book: &Book, raw: &RawAssignment, units: &[RawUnit], codes: &Codes<'_>) -> Option<Assignment> {
    let role = match raw.role.value.as_str() {
        "lead" => Role::Lead,
        // An empty role was noted when it was read.
        "support" | "" => Role::Support,
        other => {
            book.note(raw.role.line, (f::BAD_ROLE, f::BAD_ROLE_CURE), &[other]);
            Role::Support
        }
    };
    let unit = codes.find(book, &raw.unit)?;
    let written = &raw.as_written;
    let called = units.get(usize::from(unit.0))?;
    let known = [&called.name].into_iter().chain(&called.aliases).any(|name| name.value == written.value);
    if !known && !written.value.is_empty() {
        let parts = [written.value.as_str(), &called.name.value];
        book.note(written.line, (f::STRANGE_SPELLING, f::STRANGE_SPELLING_CURE), &parts);
    }
    Some(Assignment { unit, role, as_written: written.value.clone().into() })
}

/// Numbers run from 1 without gaps. After a fault the count goes on from the number found, so that one slip is
/// told once.
fn check_numbers<'a>(book: &Book, numbers: impl Iterator<Item = &'a At<u16>>) {
    let mut due = 1u16;
    for no in numbers {
        if no.value != 0 && no.value != due {
            let parts = [no.value.to_string(), due.to_string()];
            book.note(no.line, (f::OUT_OF_TURN, f::OUT_OF_TURN_CURE), &[&parts[0], &parts[1]]);
            due = no.value;
        }
        due = due.saturating_add(1);
    }
}

/// Every task stands in a group, every group has a task, and groups do not interleave.
fn check_grouping(book: &Book, tasks: &[RawTask], groups: &[RawGroup]) {
    let known: HashSet<u16> = groups.iter().map(|group| group.no.value).collect();
    let used: HashSet<u16> = tasks.iter().map(|task| task.group.value).collect();
    let mut last = 0;
    for group in tasks.iter().map(|task| &task.group).filter(|group| group.value != 0) {
        let no = group.value.to_string();
        if !known.contains(&group.value) {
            book.note(group.line, (f::NO_GROUP, f::NO_GROUP_CURE), &[&no]);
        } else if group.value < last {
            book.note(group.line, (f::GROUP_BACK, f::GROUP_BACK_CURE), &[&no]);
        } else {
            last = group.value;
        }
    }
    for group in groups.iter().map(|group| &group.no).filter(|no| no.value != 0 && !used.contains(&no.value))
    {
        book.note(group.line, (f::GROUP_IDLE, f::GROUP_IDLE_CURE), &[&group.value.to_string()]);
    }
}

fn check_width(book: &Book, text: &At<String>, most: usize) {
    // Ambiguous characters count as two cells: so they are laid out.
    let cells = text.value.width_cjk();
    if cells > most {
        let (cells, most) = (cells.to_string(), most.to_string());
        book.note(text.line, (f::WIDE, f::WIDE_CURE), &[&text.value, &cells, &most]);
    }
}

fn check_body(book: &Book, task: &RawTask) {
    // A missing or empty piece was noted when it was read.
    let told = task.body.value.is_empty() || task.measures.iter().any(|m| m.value.is_empty());
    let joined = || task.measures.iter().map(|m| m.value.as_str()).collect::<String>();
    if !told && !task.measures.is_empty() && joined() != task.body.value {
        let line = task.measures.first().map_or(task.line, |m| m.line);
        book.note(line, (f::BODY_DIFFERS, f::BODY_DIFFERS_CURE), &[]);
    }
}

fn check_lead(book: &Book, task: &RawTask) {
    let no = task.no.value.to_string();
    let told = task.assignments.is_empty() || task.assignments.iter().any(|a| a.role.value.is_empty());
    let mut leads = task.assignments.iter().enumerate().filter(|(_, a)| a.role.value == "lead");
    match (leads.next(), leads.next()) {
        _ if told => {}
        (None, _) => book.note(task.line, (f::NO_LEAD, f::NO_LEAD_CURE), &[&no]),
        (Some(_), Some((_, second))) => {
            book.note(second.role.line, (f::TWO_LEADS, f::TWO_LEADS_CURE), &[&no]);
        }
        (Some((0, _)), None) => {}
        (Some((_, lead)), None) => {
            book.note(lead.role.line, (f::LEAD_NOT_FIRST, f::LEAD_NOT_FIRST_CURE), &[&no]);
        }
    }
}
