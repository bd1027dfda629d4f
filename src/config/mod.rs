//! The settings file: `duban/config.toml` in the configuration directory of the XDG rules. None is needed.
//!
//! Owns what one person can set for themselves (a table, `keys`) and how a fault in it is told. Refuses anything that
//! would change what a command means: which ledger and which day are said where the command is typed. What holds for
//! everybody is set by the office, in the ledger.

mod encoding;
mod keys;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use etcetera::BaseStrategy;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use encoding::Encoding;
pub use keys::{KEYS, Key};

use crate::error::Error;
use crate::ledger::Assess;
use crate::strings::{Lang, Text, config as say};
use keys::Given;

/// What was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Config {
    /// Language of the interface.
    pub lang: Option<Lang>,
    /// How commands print.
    pub encoding: Option<Encoding>,
    /// After how long without a key the screen ends; never if not set.
    pub idle: Option<Duration>,
    /// Whether a ledger is opened on whatever file system.
    pub any_filesystem: bool,
    /// How many automatic backups stay; with 0 none are made.
    pub backup_keep: Option<usize>,
    /// By which rules units get points.
    pub assess: Assess,
}

/// How many automatic backups stay where nothing is set.
const BACKUPS: usize = 14;

/// The settings file as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What it says.
    pub config: Config,
    /// Where it is, or would be; nothing without a home directory.
    pub path: Option<PathBuf>,
    /// Whether it is there.
    pub there: bool,
    /// The lines on which settings stand.
    pub lines: Vec<(&'static str, usize)>,
}

impl Config {
    /// How many automatic backups stay; with 0 the screen makes none.
    #[must_use]
    pub fn backups(&self) -> usize {
        self.backup_keep.unwrap_or(BACKUPS)
    }

    /// Reads the settings file, if there is one.
    ///
    /// # Errors
    /// As [`Found::read`].
    pub fn load() -> Result<Self, Error> {
        Found::read().map(|found| found.config)
    }
}

impl Found {
    /// Reads the settings file, if there is one.
    ///
    /// # Errors
    /// [`Error::Config`] with the line that is wrong, or [`Error::File`] where it cannot be read.
    pub fn read() -> Result<Self, Error> {
        let Some(path) = path() else { return Ok(Self::default()) };
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&path, &text),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                Ok(Self { path: Some(path), ..Self::default() })
            }
            Err(e) => Err(Error::File(path, e)),
        }
    }

    /// The line on which a setting stands.
    #[must_use]
    pub fn line(&self, name: &str) -> Option<usize> {
        self.lines.iter().find(|(n, _)| *n == name).map(|(_, line)| *line)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let table = DeTable::parse(text).map_err(|e| {
            let at = e.span().map_or(0, |span| span.start);
            fault(path, line(text, at), say::BAD_TOML, &[e.message()])
        })?;
        let mut found = Self { path: Some(path.to_owned()), there: true, ..Self::default() };
        found.take(path, text, "", table.get_ref())?;
        found.lines.sort_by_key(|(_, line)| *line);
        Ok(found)
    }

    fn take(&mut self, path: &Path, text: &str, section: &str, table: &DeTable<'_>) -> Result<(), Error> {
        for (word, value) in table {
            let name = format!("{section}{}", word.get_ref());
            let inside = format!("{name}.");
            if let (DeValue::Table(table), true) =
                (value.get_ref(), KEYS.iter().any(|k| k.name.starts_with(&inside)))
            {
                self.take(path, text, &inside, table)?;
                continue;
            }
            let line = line(text, word.span().start);
            let Some(key) = keys::key(&name) else {
                let all: Vec<&str> = KEYS.iter().map(|k| k.name).collect();
                return Err(fault(path, line, say::BAD_NAME, &[&name, &all.join(", ")]));
            };
            if (key.set)(&mut self.config, given(value)).is_none() {
                let written = text.get(value.span()).unwrap_or_default();
                return Err(fault(path, line, say::BAD_VALUE, &[key.name, written, key.takes]));
            }
            self.lines.push((key.name, line));
        }
        Ok(())
    }
}

fn given<'a>(value: &'a Spanned<DeValue<'_>>) -> Given<'a> {
    match value.get_ref() {
        DeValue::String(text) => Given::Text(text),
        DeValue::Integer(number) => number.to_string().parse().map_or(Given::Other, Given::Number),
        DeValue::Float(number) => number.to_string().parse().map_or(Given::Other, Given::Decimal),
        _ => Given::Other,
    }
}

/// The line of an offset, from 1.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

fn fault(path: &Path, line: usize, what: Text, parts: &[&str]) -> Error {
    Error::Config(path.to_owned(), line, what, parts.iter().map(|p| (*p).to_owned()).collect())
}

fn path() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|dirs| dirs.config_dir().join("duban").join("config.toml"))
}

/// A settings file with every setting, each as a comment with what it means.
#[must_use]
pub fn sample(lang: Lang) -> String {
    let mut text = format!("# {}\n", say::SAMPLE_HEAD.say(lang));
    let mut section = "";
    for key in KEYS {
        let (of, name) = key.name.rsplit_once('.').unwrap_or(("", key.name));
        if of != section {
            section = of;
            let _ = writeln!(text, "\n[{section}]");
        }
        let takes = say::SAMPLE_TAKES.with(lang, &[key.takes]);
        let _ = writeln!(text, "\n# {}\n# {takes}\n# {name} = {}", key.meaning.say(lang), key.example());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Points;

    fn parse(text: &str) -> Result<Config, (usize, String)> {
        let found = Found::parse(Path::new("config.toml"), text).map(|found| found.config);
        found.map_err(|e| match e {
            Error::Config(_, line, what, parts) => {
                (line, what.with(Lang::En, &parts.iter().map(String::as_str).collect::<Vec<_>>()))
            }
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn what_is_set_holds() {
        assert_eq!(parse(""), Ok(Config::default()));
        let english = Config { lang: Some(Lang::En), ..Config::default() };
        assert_eq!(parse("# ours\nlang = \"en\"\n"), Ok(english));
        let older = Config { encoding: Some(Encoding::Gb18030), ..Config::default() };
        assert_eq!(parse("encoding = \"gb18030\"\n"), Ok(older));
        let assess = Assess { start: Some(Points(10000)), late: Some(Points(-50)), ..Assess::default() };
        let points = Config { assess, ..Config::default() };
        assert_eq!(parse("[assess]\nstart = 100\nlate = -0.5\n"), Ok(points));
        let ours = Config { any_filesystem: true, backup_keep: Some(3), ..Config::default() };
        assert_eq!(parse("filesystem = \"any\"\nbackup_keep = 3\n"), Ok(ours));
    }

    #[test]
    fn a_time_without_keys_is_set() {
        for (text, seconds) in [("30m", 1800), ("2h", 7200), ("90s", 90)] {
            let parsed = parse(&format!("idle = \"{text}\"")).expect("a time");
            assert_eq!(parsed.idle, Some(Duration::from_secs(seconds)), "{text}");
            let key = keys::key("idle").expect("a setting");
            assert_eq!(key.of(&parsed), format!("{text:?}"));
        }
        for wrong in ["\"0s\"", "\"-3m\"", "\"30\"", "\"soon\"", "\"\"", "\"9999999h\"", "30"] {
            let text = format!("lang = \"zh\"\nidle = {wrong}");
            assert_eq!(parse(&text).map_err(|(line, _)| line), Err(2), "{wrong}");
        }
    }

    #[test]
    fn a_fault_names_its_line_and_what_would_be_right() {
        for (text, line, says) in [
            ("\nfilesystem = \"nfs\"", 2, "filesystem cannot be \"nfs\"; it can be: \"local\", \"any\""),
            ("backup_keep = -1", 1, "backup_keep cannot be -1; it can be: 0, 1, 2 .."),
            ("\nlang = \"fr\"", 2, "lang cannot be \"fr\"; it can be: \"zh\", \"en\""),
            ("\n\nlang = ", 3, "TOML"),
            ("lang = \"zh\"\nlang = \"en\"\n", 2, "TOML"),
            (
                "lang = \"zh\"\ncolour = 1\n",
                2,
                "there is no setting colour; there are: lang, encoding, idle, backup_keep, filesystem, assess.start",
            ),
            ("\n[lang]\nzh = 1\n", 2, "lang cannot be"),
            ("[assess]\nlate = 5\n", 2, "assess.late cannot be 5"),
            ("[assess]\nearly = 5\n", 2, "there is no setting assess.early"),
        ] {
            let (found, said) = parse(text).expect_err(text);
            assert_eq!(found, line, "{text:?}");
            assert!(said.contains(says), "{text:?} {said}");
        }
    }

    #[test]
    fn the_sample_is_a_settings_file_whether_commented_or_not() {
        for lang in [Lang::Zh, Lang::En] {
            let sample = sample(lang);
            assert_eq!(parse(&sample), Ok(Config::default()));
            let set = |line: &str| line.strip_prefix("# ").is_some_and(|l| l.contains(" = "));
            let bare: Vec<&str> =
                sample.lines().map(|l| if set(l) { l.trim_start_matches("# ") } else { l }).collect();
            let found = Found::parse(Path::new("config.toml"), &bare.join("\n")).expect("settings");
            assert_eq!(found.lines.len(), KEYS.len());
            for key in KEYS {
                assert_eq!(key.of(&found.config), key.example(), "{}", key.name);
                assert!(key.default.is_empty() || key.of(&Config::default()) == key.default, "{}", key.name);
            }
        }
    }
}
