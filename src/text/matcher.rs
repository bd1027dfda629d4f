//! Finds names by what people type: hanzi, full pinyin, initials, part of a syllable, and any mix. Owns the match
//! of one query with one name and its score; refuses to know of other names.

use super::pinyin::{Readings, same_letter, syllables};
use super::safe::fold;

/// What was typed, made comparable: width and case folded, spaces and apostrophes dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    chars: Vec<char>,
    mask: u64,
}

/// How well a query fits a name. Two names found in the same class fit equally well: the query is ambiguous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// With characters left out between.
    Loose,
    /// A stretch of the name.
    Part,
    /// All of the name but a leading 县, 市, 省 or 区.
    Seatless,
    /// All of the name, by pinyin or initials.
    Whole,
    /// The name itself.
    Exact,
}

/// A name found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Higher is better; the class decides first.
    pub score: u32,
    /// How well it fits.
    pub class: Class,
    /// Which characters of the name matched, counted from 0, ascending.
    pub at: Vec<usize>,
}

/// One comparable character of a name.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    at: usize,
    literal: char,
    readings: Readings,
}

impl Cell {
    /// A folded character and its place.
    pub(super) fn of(at: usize, c: char) -> Self {
        let literal = if c == 'ü' { 'v' } else { c };
        Self { at, literal, readings: Readings::of(literal) }
    }

    /// Whether it is this folded character itself.
    pub(super) fn is(&self, c: char) -> bool {
        self.literal == if c == 'ü' { 'v' } else { c }
    }
}

/// A name prepared for matching.
#[derive(Debug, Clone)]
pub struct Name {
    cells: Vec<Cell>,
    mask: u64,
    /// The most characters typed that all of it can take.
    most: usize,
    seat: bool,
}

/// One bit per letter and digit, the rest shared: a name that lacks a bit of the query cannot match.
fn bit(c: char) -> u64 {
    let code = u32::from(c);
    1 << match c {
        // `ü` may be typed either way.
        'v' => u32::from(b'u' - b'a'),
        'a'..='z' => code - u32::from('a'),
        '0'..='9' => 26 + code - u32::from('0'),
        _ => 36 + code % 28,
    }
}

/// The comparable characters of one character.
fn folded(c: char) -> impl Iterator<Item = char> {
    let plain = matches!(c, '\u{4E00}'..='\u{9FFF}' | ' '..='~').then_some(c.to_ascii_lowercase());
    let rest = if plain.is_some() { String::new() } else { fold(c.encode_utf8(&mut [0; 4])) };
    let rest: Vec<char> = rest.chars().collect();
    plain
        .into_iter()
        .chain(rest)
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'))
        .map(|c| if c == 'ü' { 'v' } else { c })
}

impl Query {
    /// Prepares what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let chars: Vec<char> = typed.chars().flat_map(folded).collect();
        let mask = chars.iter().fold(0, |mask, c| mask | bit(*c));
        Self { chars, mask }
    }

    /// The comparable characters.
    pub(super) fn into_chars(self) -> Vec<char> {
        self.chars
    }

    /// Whether nothing was typed that could be looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }
}

impl Name {
    /// Prepares a name. A reading given with it (`chang le zhen`) replaces the tables' one if it has a syllable for
    /// each hanzi, see [`super::pinyin::reading_fits`]; else it is not used.
    #[must_use]
    pub fn new(text: &str, reading: Option<&str>) -> Self {
        let mut cells = Vec::with_capacity(text.chars().count());
        for (at, c) in text.chars().enumerate() {
            cells.extend(folded(c).map(|literal| Cell::of(at, literal)));
        }
        if let Some(given) = reading.and_then(syllables) {
            let hanzi = || cells.iter().filter(|cell| cell.readings != Readings::None).count();
            if given.len() == hanzi() {
                let read = cells.iter_mut().filter(|cell| cell.readings != Readings::None);
                for (cell, syllable) in read.zip(given) {
                    cell.readings = Readings::Given(syllable.into_boxed_str());
                }
            }
        }
        let (mut mask, mut most) = (0, 0);
        for cell in &cells {
            mask |= bit(cell.literal);
            most += cell.readings.iter().map(|reading| reading.chars().count()).max().unwrap_or(0).max(1);
            for letter in cell.readings.iter().flat_map(str::chars) {
                mask |= bit(if letter == 'ü' { 'v' } else { letter });
            }
        }
        let seat = cells.first().is_some_and(|cell| matches!(cell.literal, '县' | '市' | '省' | '区'));
        Self { cells, mask, most, seat }
    }

    /// Looks for the query in this name. An empty query is found everywhere, with nothing to highlight.
    #[must_use]
    pub fn find(&self, query: &Query) -> Option<Hit> {
        if query.is_empty() {
            return Some(Hit { score: 0, class: Class::Part, at: Vec::new() });
        }
        if query.mask & !self.mask != 0 || query.chars.len() > self.most {
            return None;
        }
        let (worth, path) = Table::fill(self, &query.chars).best()?;
        let class = self.class(query, &path);
        let share = path.len() * 20 / self.cells.len().max(1);
        let worth = worth.saturating_add(i32::try_from(share).unwrap_or(0)).saturating_add(MIDDLE);
        let score = ((class as u32) << 24) | u32::try_from(worth).unwrap_or(0).min(0x00FF_FFFF);
        let mut at: Vec<usize> = path.iter().filter_map(|i| self.cells.get(*i)).map(|cell| cell.at).collect();
        at.dedup();
        Some(Hit { score, class, at })
    }

    fn class(&self, query: &Query, path: &[usize]) -> Class {
        let first = path.first().copied().unwrap_or(0);
        let last = path.last().copied().unwrap_or(0);
        if path.len() != last + 1 - first {
            return Class::Loose;
        }
        match (first, last + 1 == self.cells.len()) {
            (0, true) if self.cells.iter().map(|c| c.literal).eq(query.chars.iter().copied()) => Class::Exact,
            (0, true) => Class::Whole,
            (1, true) if self.seat => Class::Seatless,
            _ => Class::Part,
        }
    }
}

/// Puts every sum of points above zero.
const MIDDLE: i32 = 0x0080_0000;
/// More than all points a match can earn: no gap is ever better than none.
const GAP: i32 = 10_000;

/// The best way to reach a state: its points, the cell before, and nothing if it cannot be reached.
#[derive(Debug, Clone, Copy)]
struct Way {
    points: i32,
    from: Option<(usize, usize)>,
}

/// The state (typed so far, last cell) for all of both.
struct Table {
    typed: usize,
    ways: Vec<Option<Way>>,
}

impl Table {
    fn fill(name: &Name, typed: &[char]) -> Self {
        let rows = typed.len() + 1;
        let mut table = Self { typed: typed.len(), ways: vec![None; rows * name.cells.len()] };
        // The best way to each count of typed characters that ends before the neighbouring cell.
        let mut apart: Vec<Option<(i32, usize)>> = vec![None; rows];
        for (i, cell) in name.cells.iter().enumerate() {
            for (done, slot) in apart.iter_mut().enumerate() {
                let fresh = i.checked_sub(2).and_then(|p| table.way(done, p).map(|way| (way.points, p)));
                *slot = slot.map(|(points, p)| (points - 1, p)).max(fresh);
            }
            let late = if name.seat && i == 1 { 0 } else { i32::try_from(i).unwrap_or(GAP) };
            for done in 0..typed.len() {
                let near = i.checked_sub(1).and_then(|p| table.way(done, p).map(|way| (way.points, p)));
                let far = apart.get(done).copied().flatten().map(|(points, p)| (points - GAP, p));
                let (points, before) = match near.max(far) {
                    _ if done == 0 => (-late, None),
                    Some((points, p)) => (points, Some((done, p))),
                    None => continue,
                };
                let rest = typed.get(done..).unwrap_or_default();
                each_match(cell, rest, |taken, worth| {
                    table.offer(done + taken, i, Way { points: points + worth, from: before });
                });
            }
        }
        table
    }

    fn way(&self, done: usize, cell: usize) -> Option<Way> {
        self.ways.get(cell * (self.typed + 1) + done).copied().flatten()
    }

    fn offer(&mut self, done: usize, cell: usize, way: Way) {
        if let Some(slot) = self.ways.get_mut(cell * (self.typed + 1) + done)
            && slot.is_none_or(|old| old.points < way.points)
        {
            *slot = Some(way);
        }
    }

    /// The points of the best match and its cells in order.
    fn best(&self) -> Option<(i32, Vec<usize>)> {
        let cells = self.ways.len() / (self.typed + 1);
        let ends = (0..cells).filter_map(|i| {
            let bonus = if i + 1 == cells { 5 } else { 0 };
            self.way(self.typed, i).map(|way| (way.points + bonus, i))
        });
        // Of equals the first, so that highlights stay put while a name grows at its end.
        let (points, last) = ends.max_by_key(|(points, i)| (*points, std::cmp::Reverse(*i)))?;
        let mut path = vec![last];
        let mut here = self.way(self.typed, last)?;
        while let Some((done, cell)) = here.from {
            path.push(cell);
            here = self.way(done, cell)?;
        }
        path.reverse();
        Some((points, path))
    }
}

/// Calls `found` with how many typed characters this cell can take, and what that is worth.
pub(super) fn each_match(cell: &Cell, typed: &[char], mut found: impl FnMut(usize, i32)) {
    let Some(first) = typed.first() else { return };
    if *first == cell.literal {
        found(1, 12);
    }
    for reading in cell.readings.iter() {
        let length = reading.chars().count();
        let mut worth = 0;
        for (taken, (read, typed)) in reading.chars().zip(typed).enumerate() {
            if !same_letter(read, *typed) {
                break;
            }
            worth += 4;
            found(taken + 1, if taken + 1 == length { worth + 3 } else { worth });
        }
    }
}

#[cfg(test)]
#[path = "matcher_tests.rs"]
mod tests;
