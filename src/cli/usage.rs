//! Wrong words on the command line, told as one sentence in the operator's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::Error;
use crate::strings::errors;

/// The sentence for what the parser found.
pub(super) fn sentence(error: &clap::Error) -> Error {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => Some(s.clone()),
        Some(ContextValue::Strings(all)) => Some(all.join(" ")),
        _ => None,
    };
    let verb = verb(error);
    let arg = said(ContextKind::InvalidArg).or_else(|| said(ContextKind::InvalidSubcommand));
    match (error.kind(), arg) {
        (ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand, Some(word)) => {
            Error::Usage(errors::USAGE_UNKNOWN, word, verb)
        }
        (ErrorKind::MissingRequiredArgument, Some(word)) => Error::Usage(errors::USAGE_MISSING, word, verb),
        (ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::NoEquals, Some(word))
            if said(ContextKind::InvalidValue).is_none_or(|v| v.is_empty()) =>
        {
            Error::Usage(errors::USAGE_VALUE, word, verb)
        }
        (ErrorKind::InvalidValue, Some(option)) => {
            let [value, valid] = [ContextKind::InvalidValue, ContextKind::ValidValue]
                .map(|kind| said(kind).unwrap_or_default());
            Error::Usage(errors::USAGE_CHOICE, format!("{option} {value}"), valid)
        }
        (ErrorKind::TooManyValues, Some(word)) => Error::Usage(errors::USAGE_NO_VALUE, word, verb),
        (ErrorKind::ArgumentConflict, Some(word)) => match said(ContextKind::PriorArg) {
            Some(other) if other != word => {
                Error::Usage(errors::USAGE_CONFLICT, format!("{word} {other}"), verb)
            }
            _ => Error::Usage(errors::USAGE_TWICE, word, verb),
        },
        (ErrorKind::InvalidUtf8, _) => Error::Usage(errors::USAGE_UTF8, String::new(), verb),
        _ => {
            let plain = error.to_string();
            let first = plain.lines().next().unwrap_or_default();
            let first = first.strip_prefix("error: ").unwrap_or(first).to_owned();
            Error::Usage(errors::USAGE_OTHER, first, verb)
        }
    }
}

/// The verb the words were for, with a space after it, taken from the usage line that the parser keeps.
fn verb(error: &clap::Error) -> String {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return String::new() };
    let usage = usage.to_string();
    let word =
        usage.split("duban ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    let known = super::verb::VERBS.iter().any(|v| v.name == word);
    if known { format!("{word} ") } else { String::new() }
}
