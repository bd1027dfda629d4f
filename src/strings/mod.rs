//! Everything the interface says, in Chinese and in English, in tables.
//!
//! Owns the two languages and the filling of placeholders. A text is a row of a table with both languages, so
//! that neither can be missing. Refuses stored text: that stays as it was typed, in whatever language.

pub mod calendar;
pub mod care;
pub mod cli;
pub mod conditions;
pub mod config;
pub mod desk;
pub mod drafts;
pub mod errors;
pub mod export;
pub mod gate;
pub mod keys;
pub mod manual;
pub mod office;
pub mod overview;
pub mod paper;
pub mod plan;
pub mod report;
pub mod saves;
pub mod several;
pub mod sheet;
pub mod transfer;
pub mod tui;
pub mod ui;
pub mod words;

/// Every table with its name, for the tests of the tables' laws.
pub const TABLES: &[(&str, &[(&str, Text)])] = &[
    ("calendar", calendar::ALL),
    ("care", care::ALL),
    ("cli", cli::ALL),
    ("conditions", conditions::ALL),
    ("config", config::ALL),
    ("desk", desk::ALL),
    ("drafts", drafts::ALL),
    ("errors", errors::ALL),
    ("export", export::ALL),
    ("gate", gate::ALL),
    ("keys", keys::ALL),
    ("manual", manual::ALL),
    ("office", office::ALL),
    ("overview", overview::ALL),
    ("paper", paper::ALL),
    ("plan", plan::ALL),
    ("report", report::ALL),
    ("saves", saves::ALL),
    ("sheet", sheet::ALL),
    ("several", several::ALL),
    ("transfer", transfer::ALL),
    ("tui", tui::ALL),
    ("ui", ui::ALL),
    ("words", words::ALL),
];

/// The language of the interface. The plan and what operators type stay in theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// `zh` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// Reads `zh`, `en`, or a locale name such as `zh_CN.UTF-8`. A name that says neither is `None`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        [("zh", Self::Zh), ("en", Self::En)]
            .into_iter()
            .find(|(code, _)| name.starts_with(code))
            .map(|(_, l)| l)
    }
}

/// A text in both languages. `{0}`, `{1}` … are filled by [`fill`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// 中文.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The text in one language with its placeholders filled.
    #[must_use]
    pub fn with(self, lang: Lang, parts: &[&str]) -> String {
        fill(self.say(lang), parts)
    }
}

/// Puts `parts` where `{0}`, `{1}` … stand. A placeholder without its part stays as it is; what is filled in is
/// not looked at again.
#[must_use]
pub fn fill(template: &str, parts: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + parts.iter().map(|p| p.len()).sum::<usize>());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let filled = after.split_once('}').and_then(|(name, tail)| {
            let part = parts.get(name.parse::<usize>().ok()?)?;
            Some((part, tail))
        });
        if let Some((part, tail)) = filled {
            out.push_str(part);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Makes a table of texts: a constant a row, and `ALL` for the tests of the table's laws.
///
/// ```
/// duban::texts! {
///     /// Said when a report is safely stored.
///     SAVED = "已保存 {0}" | "Saved {0}";
/// }
/// assert_eq!(SAVED.with(duban::strings::Lang::En, &["7"]), "Saved 7");
/// assert_eq!(ALL.len(), 1);
/// ```
#[macro_export]
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $zh:literal | $en:literal;)+) => {
        $($(#[$doc])* pub const $name: $crate::strings::Text = $crate::strings::Text { zh: $zh, en: $en };)+
        /// Every row of this table with its name.
        pub const ALL: &[(&str, $crate::strings::Text)] = &[$((stringify!($name), $name)),+];
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("{0} of {1}", &["{1}", "b"]), "{1} of b");
        assert_eq!(fill("{x} {9} {", &["a"]), "{x} {9} {");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::parse("zh_CN.GB18030"), Some(Lang::Zh));
        assert_eq!(Lang::parse("EN_us"), Some(Lang::En));
        assert_eq!(Lang::parse("C"), None);
    }
}
