//! Checks the units of a plan file and makes the model's units of them.
//!
//! Owns codes, names, aliases, collectives and their members, and whether the document names a unit. Refuses
//! two units that one word could mean.

use std::collections::{HashMap, HashSet};

use super::raw::{RawTask, RawUnit};
use super::read::{At, Book, Once};
use crate::plan::faults as f;
use crate::plan::{Kind, Origin, Unit, UnitIx};

/// Longest code.
const CODE_CHARS: usize = 32;

/// Finds a unit's place by its code.
pub(super) struct Codes<'a>(HashMap<&'a str, UnitIx>);

impl<'a> Codes<'a> {
    pub(super) fn of(units: &'a [RawUnit]) -> Self {
        let mut places = HashMap::new();
        for (ix, unit) in (0u16..).zip(units) {
            places.entry(unit.code.value.as_str()).or_insert(UnitIx(ix));
        }
        Self(places)
    }

    /// The unit of a code; notes a code that no unit has. An empty code was noted when it was read.
    pub(super) fn find(&self, book: &Book, code: &At<String>) -> Option<UnitIx> {
        if code.value.is_empty() {
            return None;
        }
        let found = self.0.get(code.value.as_str()).copied();
        if found.is_none() {
            book.note(code.line, (f::NO_UNIT, f::NO_UNIT_CURE), &[&code.value]);
        }
        found
    }
}

/// Notes a code that is not letters, digits and `-` after a letter; `lower` refuses capitals.
pub(super) fn check_code(book: &Book, code: &At<String>, lower: bool) {
    let fits = |c: char| c.is_ascii_digit() || c == '-' || letter(c, lower);
    let well = code.value.starts_with(|c| letter(c, lower)) && code.value.chars().all(fits);
    if !code.value.is_empty() && (!well || code.value.len() > CODE_CHARS) {
        book.note(code.line, (f::BAD_CODE, f::BAD_CODE_CURE), &[&code.value]);
    }
}

fn letter(c: char, lower: bool) -> bool {
    c.is_ascii_lowercase() || (!lower && c.is_ascii_uppercase())
}

/// The plan's units, in the file's order. A faulty unit keeps its place.
pub(super) fn units(book: &Book, raw: &[RawUnit], codes: &Codes<'_>, tasks: &[RawTask]) -> Vec<Unit> {
    let mut words = Once::default();
    let named: HashSet<&str> =
        tasks.iter().flat_map(|t| &t.assignments).map(|a| a.unit.value.as_str()).collect();
    raw.iter()
        .map(|unit| {
            check_code(book, &unit.code, true);
            for word in [&unit.code, &unit.name].into_iter().chain(&unit.aliases) {
                words.check(book, word);
            }
            check_pinyin(book, unit);
            check_origin(book, unit, &named);
            make(unit, kind(book, unit, codes, raw))
        })
        .collect()
}

fn make(raw: &RawUnit, kind: Kind) -> Unit {
    Unit {
        code: raw.code.value.clone().into(),
        name: raw.name.value.clone().into(),
        kind,
        aliases: raw.aliases.iter().map(|a| a.value.clone().into()).collect(),
        origin: raw
            .outside
            .as_ref()
            .map_or(Origin::Document, |why| Origin::Outside(why.value.clone().into())),
        pinyin: raw.pinyin.as_ref().map(|p| p.value.clone().into()),
        ranked: raw.ranked,
        gloss: raw.gloss.clone().into(),
    }
}

fn kind(book: &Book, unit: &RawUnit, codes: &Codes<'_>, all: &[RawUnit]) -> Kind {
    let name = unit.name.value.as_str();
    match (unit.kind.value.as_str(), &unit.members, unit.members_unknown) {
        ("named", None, false) => return Kind::Named,
        ("named", ..) => book.note(unit.line, (f::NAMED_MEMBERS, f::NAMED_MEMBERS_CURE), &[name]),
        ("collective", None, true) => return Kind::Collective(None),
        ("collective", Some(found), false) => {
            return Kind::Collective(Some(members(book, found, codes, all)));
        }
        ("collective", ..) => {
            book.note(unit.line, (f::COLLECTIVE_MEMBERS, f::COLLECTIVE_MEMBERS_CURE), &[name]);
        }
        ("", ..) => {}
        (other, ..) => book.note(unit.kind.line, (f::BAD_KIND, f::BAD_KIND_CURE), &[other]),
    }
    Kind::Named
}

fn members(book: &Book, raw: &[At<String>], codes: &Codes<'_>, all: &[RawUnit]) -> Vec<UnitIx> {
    let mut once = Once::default();
    let mut member = |code: &At<String>| {
        once.check(book, code);
        let ix = codes.find(book, code)?;
        if all.get(usize::from(ix.0)).is_some_and(|unit| unit.kind.value == "collective") {
            book.note(code.line, (f::NESTED, f::NESTED_CURE), &[&code.value]);
        }
        Some(ix)
    };
    raw.iter().filter_map(&mut member).collect()
}

/// One lower-case syllable for each character of the name.
fn check_pinyin(book: &Book, unit: &RawUnit) {
    let Some(pinyin) = &unit.pinyin else { return };
    let syllables: Vec<&str> = pinyin.value.split(' ').collect();
    let well = syllables.iter().all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase()));
    if !pinyin.value.is_empty() && (!well || syllables.len() != unit.name.value.chars().count()) {
        book.note(pinyin.line, (f::BAD_PINYIN, f::BAD_PINYIN_CURE), &[&pinyin.value, &unit.name.value]);
    }
}

/// The brackets name exactly the units that are not from outside.
fn check_origin(book: &Book, unit: &RawUnit, named: &HashSet<&str>) {
    let name = unit.name.value.as_str();
    match (&unit.outside, named.contains(unit.code.value.as_str())) {
        (None, false) => book.note(unit.line, (f::UNNAMED, f::UNNAMED_CURE), &[name]),
        (Some(why), true) => book.note(why.line, (f::NOT_OUTSIDE, f::NOT_OUTSIDE_CURE), &[name]),
        _ => {}
    }
}
