//! Finds every number and date word in the goals and tasks of the published text.

use duban::plan::{Plan, TaskNo};

use crate::official::Official;

/// Where a number stands: in the goals and headings (no task) or in a task, in a line of text, at an offset.
#[derive(Debug)]
pub struct Number {
    pub task: Option<usize>,
    pub line: String,
    pub at: usize,
}

/// Digits, numerals and words for stretches of time.
fn counts(c: char) -> bool {
    c.is_numeric() || "〇零一二三四五六七八九十百千万亿两双半年月季天".contains(c)
}

pub fn found(text: &Official) -> Vec<Number> {
    let goals = text.part("二").2.iter().chain(text.groups.iter().map(|(_, title)| title)).map(|l| (None, l));
    let tasks =
        text.tasks.iter().flat_map(|t| [&t.title, &t.body, &t.bracket].map(|line| (Some(t.no), line)));
    goals
        .chain(tasks)
        .flat_map(|(task, line)| {
            let hits = line.char_indices().filter(|(_, c)| counts(*c));
            hits.map(move |(at, _)| Number { task, line: line.clone(), at })
        })
        .collect()
}

/// Whether a quote of that task covers the number.
pub fn within(number: &Number, task: Option<TaskNo>, quote: &str) -> bool {
    task.map(|no| usize::from(no.0)) == number.task
        && number
            .line
            .match_indices(quote)
            .any(|(start, _)| (start..start + quote.len()).contains(&number.at))
}

/// Whether an indicator or an aside covers the number.
pub fn accounted(plan: &Plan, number: &Number) -> bool {
    plan.indicators.iter().any(|i| within(number, i.task, &i.quote))
        || plan.asides.iter().any(|a| within(number, a.task, &a.quote))
}
