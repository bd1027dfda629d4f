//! What `config` prints.

use serde::Serialize;

use crate::cli::args::Said;
use crate::cli::{Context, verb};
use crate::config::{Found, KEYS};
use crate::strings::Lang;

/// An element of `config`.
#[derive(Serialize)]
pub(in crate::cli) struct ValueRow {
    name: &'static str,
    /// As the settings file would have it; `null` where nothing holds.
    value: Option<String>,
    /// `default`, `file`, `environment` or `command-line`.
    from: &'static str,
    /// The settings file, the variable or the option.
    by: Option<String>,
    line: Option<usize>,
}

/// Every value and who said so.
pub(in crate::cli) fn settings_found(context: &Context, found: &Found) -> Vec<ValueRow> {
    let db = row("db", context.path.display().to_string(), context.path_said, found);
    let of = |key: &crate::config::Key| {
        let value = if key.name == "lang" { lang_code(context.lang) } else { key.of(&found.config) };
        row(key.name, value, verb::said(context, found, key.name), found)
    };
    std::iter::once(db).chain(KEYS.iter().map(of)).collect()
}

fn row(name: &'static str, value: String, said: Said, found: &Found) -> ValueRow {
    let (from, by, line) = match said {
        Said::Nobody => ("default", None, None),
        Said::File(line) => {
            ("file", found.path.as_ref().map(|p| p.display().to_string()), Some(line).filter(|l| *l > 0))
        }
        Said::Variable(name) => ("environment", Some(name.to_owned()), None),
        Said::Option(name) => ("command-line", Some(name.to_owned()), None),
    };
    ValueRow { name, value: Some(value).filter(|v| !v.is_empty()), from, by, line }
}

/// The language as the settings file has it.
pub(in crate::cli) fn lang_code(lang: Lang) -> String {
    format!("\"{}\"", if lang == Lang::Zh { "zh" } else { "en" })
}
