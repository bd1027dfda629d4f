//! Words looked for: which tasks mention them, and where they stand in a text.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Names;
use crate::plan::{Plan, TaskNo};
use crate::text::fold;

/// Words looked for, and the tasks that mention them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFilter {
    /// As typed.
    pub words: String,
    /// The tasks: in title, text, bracket, a unit's name, or what was reported.
    pub tasks: BTreeSet<TaskNo>,
}

impl TextFilter {
    /// Looks for words in the plan by letter, and in titles and units also by pinyin and initials; `in_entries`
    /// are the tasks whose entries hold them.
    #[must_use]
    pub fn new(plan: &Plan, names: &Names, words: &str, in_entries: &BTreeSet<TaskNo>) -> Self {
        let words = words.trim();
        let mut tasks: BTreeSet<TaskNo> = names.mentioning(&fold(words)).collect();
        tasks.extend(in_entries);
        tasks.extend(names.tasks(plan, words));
        Self { words: words.to_owned(), tasks }
    }
}

/// Where words stand in a text, whatever their case and width.
#[must_use]
pub fn hits(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = fold(words).chars().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    // Folding can make more of one character; each keeps the place it came from.
    let mut one = [0; 4];
    let folded: Vec<(char, usize, usize)> = text
        .char_indices()
        .flat_map(|(at, c)| {
            let part = fold(c.encode_utf8(&mut one));
            part.chars().map(|f| (f, at, at + c.len_utf8())).collect::<Vec<_>>()
        })
        .collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for window in folded.windows(wanted.len()) {
        let same = window.iter().map(|(c, ..)| c).eq(wanted.iter());
        if let (true, Some(first), Some(last)) = (same, window.first(), window.last())
            && found.last().is_none_or(|before| before.end <= first.1)
        {
            found.push(first.1..last.2);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Lang;

    #[test]
    fn hits_are_found_whatever_their_width_and_case() {
        assert_eq!(hits("行政复议,复议", "复议"), [6..12, 13..19]);
        assert_eq!(hits("ＧＤＰ增长gdp", "Gdp"), [0..9, 15..18]);
        assert_eq!(hits("哈哈哈哈哈", "哈哈"), [0..6, 6..12]);
        assert_eq!(hits("复议", ""), []);
    }

    #[test]
    fn a_task_is_found_by_letters_pinyin_initials_and_units() {
        let plan = crate::plan::load(crate::plan::EMBEDDED).expect("the plan");
        let names = Names::new(&plan, Lang::Zh);
        let found = |words: &str| TextFilter::new(&plan, &names, words, &BTreeSet::new()).tasks;
        let task = plan.tasks.first().expect("a task");
        for words in [task.title.clone(), task.title.chars().take(2).collect(), task.gloss.clone()] {
            assert!(found(&words).contains(&task.no), "{words}");
        }
        let initials: String = task.title.chars().take(4).filter_map(initial).collect();
        assert!(found(&initials).contains(&task.no), "{initials}");
        assert!(found("没有的字").is_empty());
    }

    fn initial(c: char) -> Option<char> {
        use pinyin::ToPinyin;
        c.to_pinyin().and_then(|p| p.plain().chars().next())
    }
}
