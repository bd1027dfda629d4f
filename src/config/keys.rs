//! The table of settings: whatever reads, shows, documents or samples them goes by it.
//!
//! A further setting is a row here and a field of [`Config`]; a dot in its name is a section of the file.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::{Config, Encoding};
use crate::ledger::Points;
use crate::strings::{Lang, Text, config as say};

/// Most points of one rule, up or down, in hundredths.
const POINTS: i64 = 1_000_000;

/// A value as the file has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Given<'a> {
    /// `"zh"`.
    Text(&'a str),
    /// `14`.
    Number(i64),
    /// `-0.5`.
    Decimal(f64),
    /// What no setting takes.
    Other,
}

impl<'a> Given<'a> {
    fn text(self) -> Option<&'a str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    fn number(self) -> Option<i64> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// Points in hundredths, within limits.
    fn points(self, limits: RangeInclusive<i64>) -> Option<Points> {
        let hundredths = match self {
            Self::Number(whole) => whole.checked_mul(100)?,
            // Within a million either way, so that no digit is lost.
            #[allow(clippy::cast_possible_truncation)]
            Self::Decimal(number) if number.abs() <= 10_000.0 => (number * 100.0).round() as i64,
            _ => return None,
        };
        limits.contains(&hundredths).then_some(Points(hundredths))
    }
}

/// A setting.
#[derive(Debug)]
pub struct Key {
    /// As the file names it, behind a dot where it stands in a section.
    pub name: &'static str,
    /// What it can be, as written in the file.
    pub takes: &'static str,
    /// What holds where nothing is said, as written in the file; empty where that is nothing.
    pub default: &'static str,
    /// What it means.
    pub meaning: Text,
    /// Takes a value; nothing where it cannot be that.
    pub(super) set: fn(&mut Config, Given<'_>) -> Option<()>,
    /// What it is, as written in the file; empty where nothing holds.
    pub(super) get: fn(&Config) -> String,
}

impl Key {
    /// What a configuration says of it, as written in the file.
    #[must_use]
    pub fn of(&self, config: &Config) -> String {
        (self.get)(config)
    }

    /// A value for the sample: what holds anyway, else the first that it takes.
    #[must_use]
    pub fn example(&self) -> &'static str {
        let first = self.takes.split(", ").next().unwrap_or_default();
        if self.default.is_empty() { first } else { self.default }
    }
}

/// Every setting, in the order of help.
pub const KEYS: &[Key] = &[
    Key {
        name: "lang",
        takes: r#""zh", "en""#,
        default: "",
        meaning: say::KEY_LANG,
        set: |c, v| {
            c.lang = Some(match v.text()? {
                "zh" => Lang::Zh,
                "en" => Lang::En,
                _ => return None,
            });
            Some(())
        },
        get: |c| c.lang.map(|l| quoted(if l == Lang::Zh { "zh" } else { "en" })).unwrap_or_default(),
    },
    Key {
        name: "encoding",
        takes: r#""utf-8", "gb18030""#,
        default: r#""utf-8""#,
        meaning: say::KEY_ENCODING,
        set: |c, v| {
            c.encoding = Some(Encoding::parse(v.text()?)?);
            Some(())
        },
        get: |c| quoted(c.encoding.unwrap_or_default().name()),
    },
    Key {
        name: "idle",
        takes: r#""30m", "2h", "90s""#,
        default: "",
        meaning: say::KEY_IDLE,
        set: |c, v| {
            c.idle = Some(duration(v.text()?)?);
            Some(())
        },
        get: |c| c.idle.map(|d| quoted(&spelt(d))).unwrap_or_default(),
    },
    Key {
        name: "backup_keep",
        takes: "0, 1, 2 ..",
        default: "14",
        meaning: say::KEY_BACKUP_KEEP,
        set: |c, v| {
            c.backup_keep = Some(usize::try_from(v.number()?).ok()?);
            Some(())
        },
        get: |c| c.backups().to_string(),
    },
    Key {
        name: "filesystem",
        takes: r#""local", "any""#,
        default: r#""local""#,
        meaning: say::KEY_FILESYSTEM,
        set: |c, v| {
            c.any_filesystem = match v.text()? {
                "any" => true,
                "local" => false,
                _ => return None,
            };
            Some(())
        },
        get: |c| quoted(if c.any_filesystem { "any" } else { "local" }),
    },
    Key {
        name: "assess.start",
        takes: "100, 60",
        default: "",
        meaning: say::KEY_ASSESS_START,
        set: |c, v| {
            c.assess.start = Some(v.points(0..=POINTS)?);
            Some(())
        },
        get: |c| c.assess.start.map(|p| p.to_string()).unwrap_or_default(),
    },
    Key {
        name: "assess.unreported",
        takes: "-10, -5",
        default: "",
        meaning: say::KEY_ASSESS_UNREPORTED,
        set: |c, v| {
            c.assess.unreported = Some(v.points(-POINTS..=0)?);
            Some(())
        },
        get: |c| c.assess.unreported.map(|p| p.to_string()).unwrap_or_default(),
    },
    Key {
        name: "assess.late",
        takes: "-5, -0.5",
        default: "",
        meaning: say::KEY_ASSESS_LATE,
        set: |c, v| {
            c.assess.late = Some(v.points(-POINTS..=0)?);
            Some(())
        },
        get: |c| c.assess.late.map(|p| p.to_string()).unwrap_or_default(),
    },
    Key {
        name: "assess.returned",
        takes: "-2, -1",
        default: "",
        meaning: say::KEY_ASSESS_RETURNED,
        set: |c, v| {
            c.assess.returned = Some(v.points(-POINTS..=0)?);
            Some(())
        },
        get: |c| c.assess.returned.map(|p| p.to_string()).unwrap_or_default(),
    },
    Key {
        name: "assess.notice",
        takes: "-1, -0.5",
        default: "",
        meaning: say::KEY_ASSESS_NOTICE,
        set: |c, v| {
            c.assess.notice = Some(v.points(-POINTS..=0)?);
            Some(())
        },
        get: |c| c.assess.notice.map(|p| p.to_string()).unwrap_or_default(),
    },
];

/// The setting of a name.
pub(super) fn key(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|k| k.name == name)
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

/// A time that is not nothing: `30m`, `2h`, `90s`.
fn duration(text: &str) -> Option<Duration> {
    let long: jiff::SignedDuration = text.parse().ok()?;
    Duration::try_from(long).ok().filter(|d| !d.is_zero() && d.as_secs() < 1 << 30)
}

/// The same as one would write it.
fn spelt(time: Duration) -> String {
    match time.as_secs() {
        s if s % 3600 == 0 => format!("{}h", s / 3600),
        s if s % 60 == 0 => format!("{}m", s / 60),
        s => format!("{s}s"),
    }
}
