//! Words looked for: which tasks mention them.

use std::collections::BTreeSet;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Lang;

    #[test]
    fn a_task_is_found_by_letters_pinyin_initials_and_units() {
        let plan = crate::plan::load(crate::plan::EMBEDDED).expect("the plan");
        let names = Names::new(&plan, Lang::Zh);
        let found = |words: &str| TextFilter::new(&plan, &names, words, &BTreeSet::new()).tasks;
        let task = plan.tasks.first().expect("a task");
        for words in
            [task.title.clone(), task.title.chars().take(2).collect::<String>().into(), task.gloss.clone()]
        {
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
