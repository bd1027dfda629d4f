//! File names: operator, what the form is about, and the number, in letters that every file system keeps.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::Key;

/// Longest operator in a file name; a longer one is cut and told apart by a checksum.
const LONGEST: usize = 120;

/// What a file in the folder is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What was typed.
    Draft,
    /// The empty file whose lock says that the form is open.
    Open,
}

impl Kind {
    const fn ending(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
        }
    }
}

/// Which form of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The operator, encoded by [`operator`].
    pub(super) operator: String,
    /// What it is about.
    pub(super) key: Key,
    /// Number among the operator's drafts.
    pub(super) number: u32,
}

impl Name {
    /// The name of one of its files.
    pub(super) fn file(&self, kind: Kind) -> String {
        format!("{}.{}", self.stem(), kind.ending())
    }

    /// The name under which a draft is laid out before it takes its place.
    pub(super) fn unfinished(&self) -> String {
        format!("{}.new", self.stem())
    }

    fn stem(&self) -> String {
        let key = match &self.key {
            Key::New { task, unit } => format!("new-{task}-{}", escape(unit)),
            Key::Edit { entry } => format!("edit-{entry}"),
        };
        format!("{}.{key}.{}", self.operator, self.number)
    }

    /// Reads a file name. `None` for any that this program would not write.
    pub(super) fn read(file: &str) -> Option<(Self, Kind)> {
        let mut parts = file.split('.');
        let (operator, key) = (parts.next()?.to_owned(), key(parts.next()?)?);
        let name = Self { operator, key, number: parts.next()?.parse().ok()? };
        let ending = parts.next()?;
        let kind = [Kind::Draft, Kind::Open].into_iter().find(|k| k.ending() == ending)?;
        (name.file(kind) == file).then_some((name, kind))
    }

    /// The operator as people know it.
    pub(super) fn who(&self) -> String {
        unescape(self.operator.split('~').next().unwrap_or_default()).unwrap_or_else(|| self.operator.clone())
    }
}

/// Whether a file in the folder is a sign that a form is open, or was.
#[must_use]
pub fn is_sign(file: &[u8]) -> bool {
    std::str::from_utf8(file).ok().and_then(Name::read).is_some_and(|(_, kind)| kind == Kind::Open)
}

fn key(text: &str) -> Option<Key> {
    if let Some(entry) = text.strip_prefix("edit-") {
        return Some(Key::Edit { entry: entry.parse().ok()? });
    }
    let (task, unit) = text.strip_prefix("new-")?.split_once('-')?;
    Some(Key::New { task: task.parse().ok()?, unit: unescape(unit)? })
}

/// An operator's name as it stands in file names.
pub(super) fn operator(name: &str) -> String {
    let whole = escape(name);
    if whole.len() <= LONGEST {
        return whole;
    }
    let mut cut = String::new();
    for c in name.chars() {
        let next = escape(c.encode_utf8(&mut [0; 4]));
        if cut.len() + next.len() > LONGEST {
            break;
        }
        cut.push_str(&next);
    }
    let sum: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    cut.push('~');
    sum.iter().take(12).for_each(|b| write_byte(&mut cut, *b));
    cut
}

/// Small letters, digits, `-` and `_` stay; every other byte becomes `%xx`. Capitals too: some file systems do not
/// tell them apart.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                write_byte(&mut out, byte);
            }
        }
    }
    out
}

fn write_byte(out: &mut String, byte: u8) {
    // Writing to a String cannot fail.
    let _ = write!(out, "{byte:02x}");
}

fn unescape(text: &str) -> Option<String> {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(who: &str, key: Key) -> Name {
        Name { operator: operator(who), key, number: 3 }
    }

    #[test]
    fn names_are_plain() {
        let key = Key::New { task: 7, unit: "sfj".into() };
        assert_eq!(name("张a.Z", key).file(Kind::Draft), "%e5%bc%a0a%2e%5a.new-7-sfj.3.draft");
        assert_eq!(name("li", Key::Edit { entry: -1 }).file(Kind::Open), "li.edit--1.3.open");
        for bad in
            ["", ".", "li.edit-1.1.draft.x", "li.edit-01.1.draft", "li.edit-1.+1.open", "li.new-7.1.open"]
        {
            assert_eq!(Name::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn long_names_are_told_apart() {
        let long = "嵊".repeat(99);
        let (a, b) = (operator(&(long.clone() + "甲")), operator(&(long + "乙")));
        assert!(a != b && a.len() < 150);
        assert_eq!(Name { operator: a, key: Key::Edit { entry: 1 }, number: 1 }.who(), "嵊".repeat(13));
    }

    proptest! {
        #[test]
        fn every_name_survives(who: String, task: u16, unit: String, entry: i64) {
            for key in [Key::New { task, unit: unit.clone() }, Key::Edit { entry }] {
                let name = name(&who, key);
                for kind in [Kind::Draft, Kind::Open] {
                    let file = name.file(kind);
                    prop_assert!(file.bytes().all(|b| b.is_ascii_graphic() && b != b'/'));
                    prop_assert_eq!(Name::read(&file), Some((name.clone(), kind)));
                }
                prop_assert!(operator(&who).contains('~') || name.who() == who);
            }
        }

        #[test]
        fn no_file_name_does_harm(file: String) {
            if let Some((name, kind)) = Name::read(&file) {
                prop_assert_eq!(name.file(kind), file);
            }
        }
    }
}
