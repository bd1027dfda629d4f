//! The settings file: `duban/config.toml` in the configuration directory of the XDG rules. None is needed.
//!
//! Owns what can be set and how a fault in it is told. Refuses anything that would change what a command means:
//! which ledger and which day are said where the command is typed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use etcetera::BaseStrategy;
use serde::Deserialize;

use crate::error::Error;
use crate::strings::Lang;

/// What was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Config {
    /// Language of the interface.
    pub lang: Option<Lang>,
    /// After how long without a key the screen ends; never if not set.
    pub idle: Option<Duration>,
    /// Whether a ledger is opened on whatever file system.
    pub any_filesystem: bool,
    /// How many automatic backups stay; with 0 none are made.
    pub backup_keep: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    lang: Option<toml::Spanned<String>>,
    idle: Option<toml::Spanned<String>>,
    filesystem: Option<toml::Spanned<String>>,
    backup_keep: Option<usize>,
}

/// How many automatic backups stay where nothing is set.
const BACKUPS: usize = 14;

impl Config {
    /// How many automatic backups stay; with 0 the screen makes none.
    #[must_use]
    pub fn backups(&self) -> usize {
        self.backup_keep.unwrap_or(BACKUPS)
    }

    /// Reads the settings file, if there is one.
    ///
    /// # Errors
    /// [`Error::Config`] with the line that is wrong, or [`Error::File`] where it cannot be read.
    pub fn load() -> Result<Self, Error> {
        let Some(path) = path() else { return Ok(Self::default()) };
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&path, &text),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(e) => Err(Error::File(path, e)),
        }
    }

    fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let line = |at: usize| text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        let fault = |at, what: String| Error::Config(path.to_owned(), line(at), what);
        let raw: Raw = toml::from_str(text)
            .map_err(|e| fault(e.span().map_or(0, |s| s.start), e.message().to_owned()))?;
        let lang = match raw.lang {
            None => None,
            Some(set) => match set.get_ref().as_str() {
                "zh" => Some(Lang::Zh),
                "en" => Some(Lang::En),
                other => return Err(fault(set.span().start, format!("lang = {other:?}: zh, en"))),
            },
        };
        let idle = match raw.idle {
            None => None,
            Some(set) => match duration(set.get_ref()) {
                Some(idle) => Some(idle),
                None => {
                    return Err(fault(set.span().start, format!("idle = {:?}: 30m, 2h, 90s", set.get_ref())));
                }
            },
        };
        let any_filesystem = match raw.filesystem {
            None => false,
            Some(set) => match set.get_ref().as_str() {
                "any" => true,
                "local" => false,
                other => return Err(fault(set.span().start, format!("filesystem = {other:?}: local, any"))),
            },
        };
        Ok(Self { lang, idle, any_filesystem, backup_keep: raw.backup_keep })
    }
}

/// A time that is not nothing: `30m`, `2h`, `90s`.
fn duration(text: &str) -> Option<Duration> {
    let long: jiff::SignedDuration = text.parse().ok()?;
    Duration::try_from(long).ok().filter(|d| !d.is_zero() && d.as_secs() < 1 << 30)
}

fn path() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|dirs| dirs.config_dir().join("duban").join("config.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, (usize, String)> {
        Config::parse(Path::new("config.toml"), text).map_err(|e| match e {
            Error::Config(_, line, what) => (line, what),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn the_language_is_set() {
        assert_eq!(parse(""), Ok(Config::default()));
        let english = Config { lang: Some(Lang::En), ..Config::default() };
        assert_eq!(parse("# ours\nlang = \"en\"\n"), Ok(english));
        let ours = Config { any_filesystem: true, backup_keep: Some(3), ..Config::default() };
        assert_eq!(parse("filesystem = \"any\"\nbackup_keep = 3\n"), Ok(ours));
    }

    #[test]
    fn a_time_without_keys_is_set() {
        for (text, seconds) in [("30m", 1800), ("2h", 7200), ("90s", 90)] {
            let parsed = parse(&format!("idle = \"{text}\""));
            assert_eq!(parsed.map(|c| c.idle), Ok(Some(Duration::from_secs(seconds))), "{text}");
        }
        for wrong in ["\"0s\"", "\"-3m\"", "\"30\"", "\"soon\"", "\"\"", "\"9999999h\"", "30"] {
            let text = format!("lang = \"zh\"\nidle = {wrong}");
            assert_eq!(parse(&text).map_err(|(line, _)| line), Err(2), "{wrong}");
        }
    }

    #[test]
    fn a_fault_names_its_line() {
        for (text, line) in [
            ("\nfilesystem = \"nfs\"", 2),
            ("backup_keep = -1", 1),
            ("\nlang = \"fr\"", 2),
            ("\n\nlang = ", 3),
            ("lang = \"zh\"\ncolour = 1\n", 2),
        ] {
            assert_eq!(parse(text).map_err(|(line, _)| line), Err(line), "{text:?}");
        }
    }
}
