//! Reads TOML tables key by key and notes every fault with its line instead of stopping at the first.
//!
//! Owns the way from bytes to checked values of plain types. A value that is missing or wrong is noted and
//! replaced by an empty one, which later checks pass over, so that one slip is told once. Refuses to know what
//! any key means.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::plan::faults::{self as f, Fault, Trouble, unseen};

/// Most items in one list. Far above any plan; keeps every number within its type.
const MOST_ITEMS: usize = 5_000;

/// A value and the line on which it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct At<T> {
    pub line: usize,
    pub value: T,
}

/// The faults found so far and the way from offsets to lines.
pub(super) struct Book {
    /// Offset of each line feed.
    feeds: Vec<usize>,
    faults: RefCell<Vec<Fault>>,
}

impl Book {
    pub(super) fn new(text: &str) -> Self {
        let feeds = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect();
        Self { feeds, faults: RefCell::default() }
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, span: &Range<usize>) -> usize {
        self.feeds.partition_point(|feed| *feed < span.start) + 1
    }

    pub(super) fn note(&self, line: usize, trouble: Trouble, parts: &[&str]) {
        self.faults.borrow_mut().push(Fault::new(line, trouble, parts));
    }

    /// All faults by line.
    pub(super) fn close(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| fault.line);
        faults
    }
}

/// Words that may stand once only.
#[derive(Default)]
pub(super) struct Once(HashMap<String, usize>);

impl Once {
    /// Notes a word that was there before. Empty words were noted when they were read.
    pub(super) fn check(&mut self, book: &Book, word: &At<String>) {
        if word.value.is_empty() {
            return;
        }
        if let Some(first) = self.0.get(&word.value) {
            book.note(word.line, (f::DUPLICATE, f::DUPLICATE_CURE), &[&word.value, &first.to_string()]);
        } else {
            self.0.insert(word.value.clone(), word.line);
        }
    }
}

/// One table being read. [`Table::done`] must follow the last key: it finds the keys that nobody asked for.
pub(super) struct Table<'a> {
    book: &'a Book,
    name: &'static str,
    line: usize,
    map: &'a DeTable<'a>,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    pub(super) fn root(book: &'a Book, map: &'a DeTable<'a>) -> Self {
        Self { book, name: "plan", line: 1, map, known: Vec::new() }
    }

    pub(super) const fn line(&self) -> usize {
        self.line
    }

    fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.map.get(key)
    }

    fn needed(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.value(key);
        if value.is_none() {
            self.book.note(self.line, (f::MISSING_KEY, f::MISSING_KEY_CURE), &[key, self.name]);
        }
        value
    }

    /// A text that must be there and hold something.
    pub(super) fn text(&mut self, key: &'static str) -> At<String> {
        let value = self.needed(key);
        self.text_of(key, value)
    }

    /// A text that may be missing, but not empty.
    pub(super) fn maybe_text(&mut self, key: &'static str) -> Option<At<String>> {
        let value = self.value(key)?;
        Some(self.text_of(key, Some(value)))
    }

    fn text_of(&self, key: &str, value: Option<&Spanned<DeValue<'_>>>) -> At<String> {
        let Some(value) = value else { return At { line: self.line, value: String::new() } };
        let line = self.book.line(&value.span());
        let text = value.get_ref().as_str();
        match text {
            None => self.book.note(line, (f::NOT_TEXT, f::NOT_TEXT_CURE), &[key]),
            Some(text) if text.trim().is_empty() => {
                self.book.note(line, (f::EMPTY, f::EMPTY_CURE), &[key]);
                return At { line, value: String::new() };
            }
            Some(text) => {
                if let Some(c) = text.chars().find(|c| unseen(*c)) {
                    let code = format!("U+{:04X}", u32::from(c));
                    self.book.note(line, (f::UNSEEN, f::UNSEEN_CURE), &[key, &code]);
                }
            }
        }
        At { line, value: text.unwrap_or_default().to_owned() }
    }

    /// Texts in a list that may be missing, but not empty.
    pub(super) fn maybe_texts(&mut self, key: &'static str) -> Option<Vec<At<String>>> {
        let value = self.value(key)?;
        Some(self.items(key, value).iter().map(|item| self.text_of(key, Some(item))).collect())
    }

    /// Texts in a list that must be there.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<At<String>> {
        self.needed(key).map_or_else(Vec::new, |value| {
            self.items(key, value).iter().map(|item| self.text_of(key, Some(item))).collect()
        })
    }

    fn items(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> &'a [Spanned<DeValue<'a>>] {
        let line = self.book.line(&value.span());
        let Some(items) = value.get_ref().as_array() else {
            self.book.note(line, (f::NOT_LIST, f::NOT_LIST_CURE), &[key]);
            return &[];
        };
        if items.is_empty() {
            self.book.note(line, (f::EMPTY_LIST, f::EMPTY_LIST_CURE), &[key]);
        }
        if items.len() > MOST_ITEMS {
            let (found, most) = (items.len().to_string(), MOST_ITEMS.to_string());
            self.book.note(line, (f::TOO_MANY, f::TOO_MANY_CURE), &[key, &found, &most]);
            return &[];
        }
        items
    }

    /// A whole number from 1 that must be there; 0 after a fault.
    pub(super) fn number(&mut self, key: &'static str) -> At<u16> {
        self.needed(key).map_or(At { line: self.line, value: 0 }, |value| self.number_of(key, value))
    }

    /// A whole number from 1 that may be missing; 0 after a fault.
    pub(super) fn maybe_number(&mut self, key: &'static str) -> Option<At<u16>> {
        self.value(key).map(|value| self.number_of(key, value))
    }

    fn number_of(&self, key: &str, value: &Spanned<DeValue<'_>>) -> At<u16> {
        let line = self.book.line(&value.span());
        let number =
            value.get_ref().as_integer().and_then(|i| u16::from_str_radix(i.as_str(), i.radix()).ok());
        let number = number.filter(|n| *n > 0);
        if number.is_none() {
            self.book.note(line, (f::NOT_NUMBER, f::NOT_NUMBER_CURE), &[key]);
        }
        At { line, value: number.unwrap_or_default() }
    }

    /// True or false, with what holds where the key is missing.
    pub(super) fn flag(&mut self, key: &'static str, default: bool) -> bool {
        let Some(value) = self.value(key) else { return default };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.book.note(self.book.line(&value.span()), (f::NOT_FLAG, f::NOT_FLAG_CURE), &[key]);
            default
        })
    }

    /// A day that must be there.
    pub(super) fn date(&mut self, key: &'static str) -> Date {
        let Some(value) = self.needed(key) else { return Date::default() };
        day(value.get_ref()).unwrap_or_else(|| {
            self.book.note(self.book.line(&value.span()), (f::NOT_DATE, f::NOT_DATE_CURE), &[key]);
            Date::default()
        })
    }

    /// A table within this one that must be there.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Self> {
        let value = self.needed(key)?;
        self.table_of(key, value)
    }

    /// A table within this one that may be missing.
    pub(super) fn maybe_table(&mut self, key: &'static str) -> Option<Self> {
        let value = self.value(key)?;
        self.table_of(key, value)
    }

    /// Tables in a list that must be there.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Self> {
        let items = self.needed(key).map_or(&[][..], |value| self.items(key, value));
        items.iter().filter_map(|item| self.table_of(key, item)).collect()
    }

    /// Tables in a list that may be missing.
    pub(super) fn maybe_tables(&mut self, key: &'static str) -> Vec<Self> {
        if self.map.contains_key(key) {
            return self.tables(key);
        }
        self.known.push(key);
        Vec::new()
    }

    fn table_of(&self, key: &'static str, value: &'a Spanned<DeValue<'a>>) -> Option<Self> {
        let line = self.book.line(&value.span());
        let map = value.get_ref().as_table();
        if map.is_none() {
            self.book.note(line, (f::NOT_TABLE, f::NOT_TABLE_CURE), &[key]);
        }
        Some(Self { book: self.book, name: key, line, map: map?, known: Vec::new() })
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn done(self) {
        for key in self.map.keys().filter(|key| !self.known.contains(&key.get_ref().as_ref())) {
            let line = self.book.line(&key.span());
            let known = self.known.join(", ");
            self.book.note(line, (f::UNKNOWN_KEY, f::UNKNOWN_KEY_CURE), &[key.get_ref(), self.name, &known]);
        }
    }
}

/// A TOML local date as a day; nothing for a time, an offset or a day that no calendar has.
fn day(value: &DeValue<'_>) -> Option<Date> {
    let stamp = value.as_datetime().filter(|stamp| stamp.time.is_none() && stamp.offset.is_none())?;
    let date = stamp.date?;
    let year = i16::try_from(date.year).ok()?;
    Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
