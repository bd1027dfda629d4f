//! Letters that spell out hanzi in a running text: full pinyin, initials, and any mix with hanzi. Owns from how many
//! letters on and over how many characters that counts; reads each character as [`super::matcher`] does.

use std::ops::Range;

use super::matcher::{Cell, Query, each_match};
use super::safe::fold;

/// From how many characters typed on. Two initials stand in any report.
const LEAST: usize = 3;

/// As many as a set of places in what was typed can hold.
const MOST: usize = 127;

/// What was typed, where it can spell hanzi: letters, digits and hanzi, with letters among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelt {
    typed: Vec<char>,
}

impl Spelt {
    /// `None` where too little was typed, nothing to be read, or punctuation, which is looked for as it stands.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let typed = Query::new(typed).into_chars();
        let readable =
            typed.iter().all(|c| c.is_alphanumeric()) && typed.iter().any(char::is_ascii_alphabetic);
        ((LEAST..=MOST).contains(&typed.len()) && readable).then_some(Self { typed })
    }

    /// How many characters were typed.
    #[must_use]
    pub fn length(&self) -> usize {
        self.typed.len()
    }

    /// Up to where a character can take what was typed from a place on; several places where its reading may be cut
    /// short.
    #[must_use]
    pub fn takes(&self, c: char, from: usize) -> Vec<usize> {
        let mut places = Vec::new();
        self.each(&Cell::of(0, c), from, |to| places.push(to));
        places
    }

    fn each(&self, cell: &Cell, from: usize, mut found: impl FnMut(usize)) {
        each_match(cell, self.typed.get(from..).unwrap_or_default(), |taken, _| found(from + taken));
    }

    /// Whether a text has a stretch that reads so.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let letters = letters(text);
        (0..letters.len()).any(|at| self.length_at(letters.get(at..).unwrap_or_default()).is_some())
    }

    /// Of how many characters the stretch is that begins here. One hanzi alone is none: its sound is that of too
    /// many others.
    pub(super) fn length_at(&self, letters: &[Letter]) -> Option<usize> {
        let all = 1_u128 << self.typed.len();
        let mut reached = 1_u128;
        for (at, letter) in letters.iter().enumerate() {
            let mut next = 0;
            let mut rest = reached;
            while rest != 0 {
                let from = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                self.each(&letter.cell, from, |to| next |= 1 << to);
            }
            if next & all != 0 && at > 0 {
                return Some(at + 1);
            }
            if next & !all == 0 {
                return None;
            }
            reached = next & !all;
        }
        None
    }
}

/// A comparable character of a text and the bytes it came from.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    cell: Cell,
    pub(super) place: Range<usize>,
}

impl Letter {
    pub(super) fn is(&self, c: char) -> bool {
        self.cell.is(c)
    }
}

/// The characters of a text, folded; folding can make more of one, and each keeps the place it came from.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut all = Vec::with_capacity(text.len() / 2);
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        if matches!(c, '\u{4E00}'..='\u{9FFF}' | ' '..='~') {
            all.push(Letter { cell: Cell::of(at, c.to_ascii_lowercase()), place });
        } else {
            let folded = fold(c.encode_utf8(&mut [0; 4]));
            all.extend(folded.chars().map(|c| Letter { cell: Cell::of(at, c), place: place.clone() }));
        }
    }
    all
}

/// Where words stand in a text: as typed, whatever their case and width, or as letters that spell them.
#[must_use]
pub fn hits(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = fold(words).chars().collect();
    let spelt = Spelt::new(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    let letters = letters(text);
    let literal = |here: &[Letter]| {
        let same = here.len() >= wanted.len() && here.iter().zip(&wanted).all(|(l, c)| l.is(*c));
        same.then_some(wanted.len())
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(here) = letters.get(at..).filter(|h| !h.is_empty()) {
        let length = literal(here).or_else(|| spelt.as_ref()?.length_at(here));
        if let Some((first, last)) = length.and_then(|n| here.first().zip(here.get(n.checked_sub(1)?)))
            && found.last().is_none_or(|before| before.end <= first.place.start)
        {
            found.push(first.place.start..last.place.end);
        }
        at += length.unwrap_or(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &str) -> Vec<String> {
        hits(text, words).into_iter().map(|r| text.get(r).expect("whole characters").to_owned()).collect()
    }

    #[test]
    fn hits_are_found_whatever_their_width_and_case() {
        assert_eq!(hits("行政复议,复议", "复议"), [6..12, 13..19]);
        assert_eq!(hits("ＧＤＰ增长gdp", "Gdp"), [0..9, 15..18]);
        assert_eq!(hits("哈哈哈哈哈", "哈哈"), [0..6, 6..12]);
        assert!(hits("复议", "").is_empty());
    }

    #[test]
    fn hanzi_are_found_by_the_letters_that_spell_them() {
        for (text, words, expected) in [
            ("设公证处两处", "gzc", &["公证处"][..]),
            ("设公证处两处", "gongzhengchu", &["公证处"]),
            ("设公证处两处", "gong zheng chu", &["公证处"]),
            ("设公证处两处", "公zheng", &["公证"]),
            ("设公证处两处", "公zc", &["公证处"]),
            ("设公证处两处", "ＧＺＣ", &["公证处"]),
            ("GDP增长3个点", "gdpzz", &["GDP增长"]),
            ("GDP增长3个点", "gdp", &["GDP"]),
            ("GDP增长3个点", "3ged", &["3个点"]),
            ("请律师,绿色", "lush", &["律师"]),
            ("请律师,绿色", "lvshi", &["律师"]),
            ("调研重庆", "tiaoyan", &["调研"]),
            ("调研重庆", "chongqing", &["重庆"]),
            ("西安县", "xianx", &["西安县"]),
            // Nothing between them.
            ("公,证处", "gzc", &[]),
            ("公证\n处", "gzc", &[]),
            // Too little typed, one hanzi alone, and punctuation.
            ("公证处", "gz", &[]),
            ("公证处", "gong", &[]),
            ("公证处(二)", "gzc(", &[]),
            ("公证处公证处", "gzc", &["公证处", "公证处"]),
        ] {
            assert_eq!(shown(text, words), expected, "{text} {words}");
            let spelt = Spelt::new(words).is_some_and(|s| s.is_in(text));
            assert_eq!(spelt || fold(text).contains(&fold(words)), !expected.is_empty(), "{text} {words}");
        }
    }

    #[test]
    fn only_letters_that_can_be_read_spell_anything() {
        for (typed, spells) in [
            ("gzc", true),
            ("ab", false),
            ("2025", false),
            ("公证处", false),
            ("50%abc", false),
            (" g z c", true),
        ] {
            assert_eq!(Spelt::new(typed).is_some(), spells, "{typed}");
        }
        assert_eq!(Spelt::new(&"a".repeat(MOST)).map(|s| s.length()), Some(MOST));
        assert_eq!(Spelt::new(&"a".repeat(MOST + 1)), None);
    }

    #[test]
    fn a_character_takes_its_reading_or_the_beginning_of_it() {
        let spelt = Spelt::new("gongzhengchu").expect("letters");
        assert_eq!(spelt.takes('公', 0), [1, 2, 3, 4]);
        assert_eq!(spelt.takes('证', 4), [5, 6, 7, 8, 9]);
        assert_eq!(spelt.takes('c', 9), [10]);
        assert_eq!(spelt.takes('公', 1), [0; 0]);
        assert_eq!(spelt.takes('处', 12), [0; 0]);
    }
}
