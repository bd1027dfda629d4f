//! The pieces of a line of conditions: words, and words before a colon, each of which may stand in quotes.

/// One piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What stands before the colon, if one stands there.
    pub(super) key: Option<String>,
    /// What stands behind it, or the word itself.
    pub(super) value: String,
    /// Where it begins in the line, in bytes.
    pub(super) at: usize,
}

/// The pieces of a line. Quotes hold spaces and colons together, `""` in them is one quote; a quote that nobody
/// closed holds to the end, since the line may still be typed.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.peek().copied() {
        if c.is_whitespace() {
            chars.next();
            continue;
        }
        let mut token = Token { key: None, value: String::new(), at };
        let mut fresh = true;
        while let Some((_, c)) = chars.next_if(|(_, c)| !c.is_whitespace()) {
            match c {
                '"' if fresh => {
                    token.value = held(&mut chars);
                    if token.key.is_none() {
                        break;
                    }
                }
                ':' | '：' if token.key.is_none() && is_word(&token.value) => {
                    token.key = Some(std::mem::take(&mut token.value));
                    fresh = true;
                    continue;
                }
                _ => token.value.push(c),
            }
            fresh = false;
        }
        found.push(token);
    }
    found
}

/// Whether it could name a condition: `10:30` is a word with a colon in it.
fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// What stands up to the closing quote.
fn held(chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>) -> String {
    let mut value = String::new();
    while let Some((_, c)) = chars.next() {
        if c != '"' {
            value.push(c);
        } else if chars.next_if(|(_, c)| *c == '"').is_some() {
            value.push('"');
        } else {
            break;
        }
    }
    value
}

/// A value as it has to stand behind a colon.
pub(super) fn quoted(value: &str) -> String {
    if value.contains('"') || value.chars().any(char::is_whitespace) || value.is_empty() {
        return format!("\"{}\"", value.replace('"', "\"\""));
    }
    value.to_owned()
}
