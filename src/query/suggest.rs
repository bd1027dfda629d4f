//! What a line of conditions could go on with: conditions while a word is typed, values behind a colon.

use super::Names;
use super::conditions::{CONDITIONS, Condition};
use super::tokens::{Token, quoted, tokens};
use crate::plan::Plan;
use crate::strings::Lang;
use crate::text::{Class, Name, Query, Ranked, rank};

/// Most that is offered.
const MOST: usize = 12;

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What is offered.
    pub shown: String,
    /// The line with it.
    pub line: String,
}

/// How a line could go on, best first.
#[must_use]
pub fn suggest(plan: &Plan, names: &Names, lang: Lang, line: &str) -> Vec<Suggestion> {
    let ended = line.is_empty() || line.ends_with(char::is_whitespace);
    let last = tokens(line).pop().filter(|_| !ended);
    let before = last.as_ref().map_or(line, |t| line.get(..t.at).unwrap_or_default());
    match last {
        None => conditions("", lang).into_iter().map(|c| begun(before, c, lang)).collect(),
        Some(Token { key: None, value, .. }) => {
            conditions(&value, lang).into_iter().map(|c| begun(before, c, lang)).collect()
        }
        Some(Token { key: Some(key), value, .. }) => {
            let Some(condition) = Condition::named(&key) else { return Vec::new() };
            let fitting = values(plan, names, condition, &value, lang);
            // What is there already is not offered.
            let all = fitting.into_iter().filter(|v| *v != value).take(MOST);
            let word = condition.word(lang);
            all.map(|v| Suggestion { line: format!("{before}{word}:{} ", quoted(&v)), shown: v }).collect()
        }
    }
}

fn begun(before: &str, condition: Condition, lang: Lang) -> Suggestion {
    let shown = format!("{}:", condition.word(lang));
    Suggestion { line: format!("{before}{shown}"), shown }
}

/// Conditions whose word, in either language, or its pinyin or initials begin so.
fn conditions(typed: &str, lang: Lang) -> Vec<Condition> {
    if typed.is_empty() {
        return CONDITIONS.iter().map(|(c, ..)| *c).collect();
    }
    let named = CONDITIONS.iter().map(|(c, word, also)| {
        let also = also.iter().chain([&word.en]).map(|w| Name::new(w, None)).collect::<Vec<_>>();
        (*c, Name::new(word.zh, None), also)
    });
    let named: Vec<_> = named.collect();
    let found = rank(&Query::new(typed), named.iter().map(|(c, name, also)| (*c, name, also.as_slice())));
    let begins = |hit: &crate::text::Hit| hit.class > Class::Loose && hit.at.first() == Some(&0);
    found.into_iter().filter(|r| begins(&r.hit)).map(|r| r.id).filter(|c| c.word(lang) != typed).collect()
}

fn values(plan: &Plan, names: &Names, condition: Condition, typed: &str, lang: Lang) -> Vec<String> {
    match condition {
        Condition::Unit => {
            fitting(names.units(typed)).iter().map(|r| plan.unit_name(r.id).to_owned()).collect()
        }
        Condition::Group => {
            let found = fitting(names.groups(typed));
            let named = found.iter().filter_map(|r| plan.group(r.id));
            named
                .map(|g| if lang == Lang::Zh { g.short.to_string() } else { g.short_gloss.to_string() })
                .collect()
        }
        closed => {
            let named: Vec<(&str, Name)> =
                closed.values(lang).into_iter().map(|v| (v, Name::new(v, None))).collect();
            let found = rank(&Query::new(typed), named.iter().map(|(v, name)| (*v, name, [].as_slice())));
            fitting(found).into_iter().map(|r| r.id.to_owned()).collect()
        }
    }
}

/// Scattered letters fit by chance; they help only where nothing fits better.
fn fitting<I>(mut found: Vec<Ranked<I>>) -> Vec<Ranked<I>> {
    if found.iter().any(|r| r.hit.class > Class::Loose) {
        found.retain(|r| r.hit.class > Class::Loose);
    }
    found
}
