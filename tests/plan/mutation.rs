//! One change at a time to every field of a TOML file, found by walking its tables without knowing their keys.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Keys with at most so many different texts hold words of a fixed choice; their texts are changed to another
/// of those words, which is the harder change to notice.
const CHOICE: usize = 12;

/// A piece of the file and what to put there.
pub struct Change {
    pub what: String,
    source: &'static str,
    place: Range<usize>,
    new: String,
}

impl Change {
    pub fn toml(&self) -> String {
        [&self.source[..self.place.start], &self.new, &self.source[self.place.end..]].concat()
    }
}

struct Walk {
    source: &'static str,
    words: BTreeMap<String, BTreeSet<String>>,
    /// How many tables there are at a path, and how often a key stands in them.
    counts: BTreeMap<String, usize>,
    /// Keys that stand in every table of their path and were taken away once: each time would be the same.
    gone: BTreeSet<String>,
    changes: Vec<Change>,
}

/// Every scalar changed, every item of a list taken away, every optional key taken away, and every other key once.
pub fn changes(source: &'static str) -> Vec<Change> {
    let root = DeTable::parse(source).unwrap();
    let mut walk = Walk {
        source,
        words: BTreeMap::new(),
        counts: BTreeMap::new(),
        gone: BTreeSet::new(),
        changes: vec![],
    };
    walk.gather("", &DeValue::Table(root.get_ref().clone()));
    walk.table("", root.get_ref());
    walk.changes
}

impl Walk {
    fn gather(&mut self, key: &str, value: &DeValue<'_>) {
        match value {
            DeValue::String(text) => {
                self.words.entry(key.into()).or_default().insert(text.to_string());
            }
            DeValue::Array(items) => items.iter().for_each(|item| self.gather(key, item.get_ref())),
            DeValue::Table(table) => {
                *self.counts.entry(key.into()).or_default() += 1;
                for (name, value) in table {
                    let path = format!("{key}.{}", name.get_ref());
                    *self.counts.entry(format!("{path} =")).or_default() += 1;
                    self.gather(&path, value.get_ref());
                }
            }
            _ => {}
        }
    }

    fn change(&mut self, what: &str, place: Range<usize>, new: String) {
        let line = self.source[..place.start].matches('\n').count() + 1;
        let what = format!("{what} on line {line} to {new:?}");
        self.changes.push(Change { what, source: self.source, place, new });
    }

    fn table(&mut self, path: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let key = format!("{path}.{}", name.get_ref());
            self.value(&key, value);
            // Tables with a heading of their own are taken away whole, as items, below.
            let headed = self.source[value.span().start..].starts_with("[[") || value.get_ref().is_table();
            let always = self.counts[&format!("{key} =")] == self.counts[path];
            if headed || (always && !self.gone.insert(key.clone())) {
                continue;
            }
            let place = name.span().start..self.past_comma(value.span().end);
            self.change(&format!("{key} gone"), place, String::new());
        }
    }

    fn value(&mut self, path: &str, value: &Spanned<DeValue<'_>>) {
        let place = value.span();
        match value.get_ref() {
            DeValue::String(text) => {
                let new = self.other_text(path, text);
                self.change(path, place, format!("\"{new}\""));
            }
            DeValue::Integer(number) => {
                let new = number.as_str().parse::<i64>().unwrap() + 1;
                self.change(path, place, new.to_string());
            }
            DeValue::Boolean(flag) => self.change(path, place, (!flag).to_string()),
            DeValue::Datetime(day) => {
                let day = day.to_string();
                let new = format!("{}{}", &day[..day.len() - 1], if day.ends_with('0') { '1' } else { '0' });
                self.change(path, place, new);
            }
            DeValue::Array(items) => self.items(path, items.iter()),
            DeValue::Table(table) => self.table(path, table),
            DeValue::Float(_) => panic!("{path}: the file holds no floats"),
        }
    }

    fn items<'a, 'b: 'a>(&mut self, path: &str, items: impl Iterator<Item = &'a Spanned<DeValue<'b>>>) {
        for item in items {
            let Range { start, end } = item.span();
            let end = if self.source[start..].starts_with("[[") {
                self.source[start + 2..].find("\n[").map_or(self.source.len(), |at| start + 2 + at)
            } else {
                self.past_comma(end)
            };
            self.change(&format!("{path} item gone"), start..end, String::new());
            self.value(path, item);
        }
    }

    /// The end of a piece with the comma that follows it.
    fn past_comma(&self, end: usize) -> usize {
        let rest = &self.source[end..];
        let bare = rest.trim_start_matches(' ');
        if bare.starts_with(',') { end + rest.len() - bare.len() + 1 } else { end }
    }

    fn other_text(&self, path: &str, text: &str) -> String {
        let words = &self.words[path];
        if words.len() > CHOICE || words.len() == 1 {
            return format!("{text}x");
        }
        words
            .range::<str, _>((std::ops::Bound::Excluded(text), std::ops::Bound::Unbounded))
            .next()
            .or(words.first())
            .unwrap()
            .clone()
    }
}
