//! How a hanzi is read, without tones. Owns the choice among several readings: the usual one, a short curated list
//! for characters that names use in another way, and a reading given with the name. Refuses the raw table of all
//! readings ever recorded, in which 信 is also `shen` and finds the wrong office.

use pinyin::ToPinyin;

/// The readings under which one character can be found; empty for what is not a hanzi.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Readings {
    /// Found only as itself.
    None,
    /// The usual reading.
    One(&'static str),
    /// Several in use.
    Some(&'static [&'static str]),
    /// Given with the name; it alone counts.
    Given(Box<str>),
}

impl Readings {
    /// The readings of a character.
    pub(super) fn of(c: char) -> Self {
        if c.is_ascii() {
            return Self::None;
        }
        match curated(c) {
            Some(several) => Self::Some(several),
            None => c.to_pinyin().map_or(Self::None, |found| Self::One(found.plain())),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let (one, several): (Option<&str>, &[&'static str]) = match self {
            Self::None => (None, &[]),
            Self::One(one) => (Some(one), &[]),
            Self::Some(several) => (None, several),
            Self::Given(given) => (Some(given), &[]),
        };
        one.into_iter().chain(several.iter().copied())
    }
}

/// Characters whose first reading in the table is not the only one in names of places, people and offices, or is
/// the wrong one; by code point.
const CURATED: &[(char, &[&str])] = &[
    ('乐', &["le", "yue"]),
    ('仇', &["qiu", "chou"]),
    ('会', &["hui", "kuai"]),
    ('传', &["chuan", "zhuan"]),
    ('便', &["bian", "pian"]),
    ('六', &["liu", "lu"]),
    ('剡', &["yan", "shan"]),
    ('区', &["qu", "ou"]),
    ('单', &["dan", "shan"]),
    ('卜', &["bo", "bu"]),
    ('厦', &["xia", "sha"]),
    ('参', &["can", "shen"]),
    ('尉', &["wei", "yu"]),
    ('曾', &["zeng", "ceng"]),
    ('朝', &["chao", "zhao"]),
    ('朴', &["piao", "pu"]),
    ('柏', &["bai", "bo"]),
    ('查', &["cha", "zha"]),
    ('率', &["lv", "shuai"]),
    ('盖', &["gai", "ge"]),
    ('盛', &["sheng", "cheng"]),
    ('省', &["sheng", "xing"]),
    ('缪', &["miao", "mou"]),
    ('翟', &["zhai", "di"]),
    ('莘', &["xin", "shen"]),
    ('藏', &["cang", "zang"]),
    ('蚌', &["beng", "bang"]),
    ('行', &["xing", "hang"]),
    ('覃', &["qin", "tan"]),
    ('解', &["jie", "xie"]),
    ('调', &["diao", "tiao"]),
    ('都', &["du", "dou"]),
    ('重', &["zhong", "chong"]),
    ('长', &["chang", "zhang"]),
];

fn curated(c: char) -> Option<&'static [&'static str]> {
    let at = CURATED.binary_search_by_key(&c, |(hanzi, _)| *hanzi).ok()?;
    CURATED.get(at).map(|(_, readings)| *readings)
}

/// What a name is sorted by where hanzi stand in the order of their sounds: each by the reading given with the name,
/// else by its usual one, everything else by itself. The same under any locale.
#[must_use]
pub fn sort_key(name: &str, given: Option<&str>) -> Vec<(String, char)> {
    let given = given.filter(|given| reading_fits(name, given)).and_then(syllables).unwrap_or_default();
    let mut given = given.into_iter();
    let mut sound = |c: char| {
        let usual = Readings::of(c).iter().next().map(str::to_owned)?;
        Some(given.next().unwrap_or(usual))
    };
    let sounds: Vec<_> = name.chars().map(&mut sound).collect();
    sounds
        .into_iter()
        .zip(name.chars())
        .map(|(sound, c)| (sound.unwrap_or_else(|| c.to_string()), c))
        .collect()
}

/// The syllables of a given reading: parted by spaces, apostrophes or hyphens, lower case, `ü` as `v`. `None` if one
/// of them is not plain letters, so that a wrong table is noticed.
#[must_use]
pub fn syllables(given: &str) -> Option<Vec<String>> {
    let folded = super::safe::fold(given).replace('ü', "v");
    let parts = folded.split([' ', '\'', '’', '-']).filter(|part| !part.is_empty());
    parts.map(|part| part.bytes().all(|b| b.is_ascii_lowercase()).then(|| part.to_owned())).collect()
}

/// Whether a given reading has one syllable for each hanzi of the name, which is what makes it count.
#[must_use]
pub fn reading_fits(name: &str, given: &str) -> bool {
    let hanzi = name.chars().filter(|c| Readings::of(*c) != Readings::None).count();
    syllables(given).is_some_and(|found| found.len() == hanzi)
}

/// Whether a letter typed is the letter of a reading; `ü` may be typed `v` or `u`.
pub(super) fn same_letter(read: char, typed: char) -> bool {
    read == typed || (matches!(read, 'ü' | 'v') && matches!(typed, 'v' | 'u'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(c: char) -> Vec<String> {
        Readings::of(c).iter().map(str::to_owned).collect()
    }

    #[test]
    fn the_usual_reading_and_the_curated_ones() {
        assert_eq!(read('司'), ["si"]);
        assert_eq!(read('信'), ["xin"]);
        assert_eq!(read('重'), ["zhong", "chong"]);
        assert_eq!(read('嵊'), ["sheng"]);
        assert!(read('a').is_empty() && read('，').is_empty() && read('9').is_empty());
    }

    #[test]
    fn the_curated_list_is_in_order() {
        assert!(CURATED.is_sorted_by(|one, next| one.0 < next.0));
        assert_eq!(read('长'), ["chang", "zhang"]);
    }

    #[test]
    fn a_given_reading_is_checked() {
        assert_eq!(syllables("Xian Si'fa-ju").unwrap(), ["xian", "si", "fa", "ju"]);
        assert_eq!(syllables("lü"), Some(vec!["lv".to_owned()]));
        assert_eq!(syllables("si1 fa"), None);
        assert!(reading_fits("县司法局", "xian si fa ju"));
        assert!(!reading_fits("县司法局", "sifaju"));
    }

    #[test]
    fn letters_for_the_umlaut() {
        assert!(
            same_letter('ü', 'v') && same_letter('ü', 'u') && same_letter('v', 'u') && same_letter('a', 'a')
        );
        assert!(!same_letter('u', 'v') && !same_letter('a', 'b'));
    }
}
