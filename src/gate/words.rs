//! The client's command, taken apart into words as a shell would and without one.

use std::ffi::OsStr;

use crate::ledger::GateFault;

/// Longest command: enough for a page of text. Longer ones come over standard input, and no question needs more; what
/// compares words letter by letter stays quick.
const MOST_BYTES: usize = 8 * 1024;

/// Stands for `#` while the words are taken apart: to a shell that begins a comment, here `#12` is an entry. No
/// command holds it, since control characters are refused.
const HASH: char = '\u{1}';

/// The words of a command; none where the client asked for a session.
///
/// # Errors
/// What is wrong with it.
pub fn words(command: Option<&OsStr>) -> Result<Vec<String>, GateFault> {
    let Some(command) = command else { return Ok(Vec::new()) };
    if command.len() > MOST_BYTES {
        return Err(GateFault::Long(MOST_BYTES));
    }
    let text = command.to_str().ok_or(GateFault::Bytes)?;
    if text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err(GateFault::Bytes);
    }
    let shielded = text.replace('#', HASH.encode_utf8(&mut [0; 4]));
    let words = shell_words::split(&shielded).map_err(|_| GateFault::Quote)?;
    Ok(words.into_iter().map(|word| word.replace(HASH, "#")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt;

    fn of(text: &str) -> Result<Vec<String>, GateFault> {
        words(Some(OsStr::new(text)))
    }

    #[test]
    fn words_are_what_a_shell_would_make_of_them_and_nothing_is_expanded() {
        for (text, expected) in [
            ("status sfj", &["status", "sfj"][..]),
            ("add 14 '两 行\n字' --unit=sfj", &["add", "14", "两 行\n字", "--unit=sfj"]),
            ("show #12 #", &["show", "#12", "#"]),
            ("a;b|c&&d $(id) `id` $HOME ~ *", &["a;b|c&&d", "$(id)", "`id`", "$HOME", "~", "*"]),
            (r#""a\"b" c\ d '' "#, &["a\"b", "c d", ""]),
            ("  \n ", &[]),
        ] {
            assert_eq!(of(text), Ok(expected.iter().map(|w| (*w).to_owned()).collect()), "{text}");
        }
        assert_eq!(words(None), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_command_is_refused() {
        assert_eq!(of("status \u{1b}[2J"), Err(GateFault::Bytes));
        assert_eq!(of("status \u{1}"), Err(GateFault::Bytes));
        assert_eq!(of("status\r"), Err(GateFault::Bytes));
        assert_eq!(of("status \u{9b}2J"), Err(GateFault::Bytes));
        assert_eq!(words(Some(OsStr::from_bytes(b"status \xff"))), Err(GateFault::Bytes));
        assert_eq!(of("add 14 \"half"), Err(GateFault::Quote));
        assert_eq!(of(&"a".repeat(MOST_BYTES + 1)), Err(GateFault::Long(MOST_BYTES)));
    }
}
