//! Where a line may end: the Chinese rules (禁则) for which sign may not begin or end a line, and what must stay
//! together (words, numbers with their unit). Owns the judgement on one gap between two graphemes; refuses to
//! measure or to choose among the allowed places.

use super::measure::measure;

/// How acceptable it is to end a line in a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Puts a sign where it must not stand; only when a line holds nothing better.
    Never,
    /// Splits a word or a number; only when it is longer than a line.
    Inside,
    /// A proper place.
    Free,
}

/// What a grapheme does to the gaps around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    /// Opens something: never last in a line.
    Open,
    /// An ASCII opener, which is part of a word when it follows one: `f(x)`.
    AsciiOpen,
    /// Closes something: never first in a line.
    Close,
    /// ASCII `,` and its like: a Chinese mark after a hanzi, part of a word after a word: `55.3%`.
    AsciiClose,
    Word,
    Digit,
    /// Hanzi and all else that may stand at either end of a line.
    Ideo,
}

fn class(c: char) -> Class {
    match c {
        ' ' | '\u{3000}' => Class::Space,
        '0'..='9' | '０'..='９' => Class::Digit,
        '(' | '[' | '{' => Class::AsciiOpen,
        ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '%' => Class::AsciiClose,
        '\u{4E00}'..='\u{9FFF}' => Class::Ideo,
        // A sign of money stands with the number after it.
        '￥' | '¥' | '€' | '£' | '№' | '（' | '《' | '〈' | '“' | '‘' | '「' | '『' | '【' | '〔' | '〖'
        | '［' | '｛' => Class::Open,
        '、' | '，' | '。' | '：' | '；' | '！' | '？' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕'
        | '〗' | '］' | '｝' | '”' | '’' | '…' | '—' | '·' | '～' | '％' | '‰' | '℃' | '°' => {
            Class::Close
        }
        '!'..='~' | '\u{A0}' => Class::Word,
        c if c.is_alphabetic() && unicode_width::UnicodeWidthChar::width(c) == Some(1) => Class::Word,
        _ => Class::Ideo,
    }
}

/// What the wrapper remembers of the line so far to judge the next gap. Starts anew after each line end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gaps {
    /// The last grapheme that is not a space.
    last: Option<Class>,
    /// How many spaces came after it.
    spaces: usize,
    /// Whether the last ASCII mark was used as a Chinese one, so that a line may end after it before a word.
    chinese: bool,
    /// Bytes still to come of what belongs to the number that has ended.
    tied: usize,
}

impl Gaps {
    /// At the start of a paragraph.
    pub(super) fn new() -> Self {
        Self { last: None, spaces: 0, chinese: false, tied: 0 }
    }

    /// Takes the next grapheme, with which `rest` begins, and judges the gap before it; `None` before a space, which
    /// hangs at the line's end.
    pub(super) fn push(&mut self, grapheme: &str, rest: &str) -> Option<Gap> {
        let c = grapheme.chars().next()?;
        let class = class(c);
        if class == Class::Space {
            self.spaces += 1;
            self.tied = 0;
            return None;
        }
        let spaced = self.spaces > 0;
        // One space changes nothing: `30 分钟`.
        let number_ended = self.last == Some(Class::Digit) && class != Class::Digit && self.spaces <= 1;
        let tied = if number_ended { measure(rest) } else { self.tied };
        let gap = self.judge(class, tied > 0);
        let in_word = !spaced && matches!(self.last, Some(Class::Word | Class::Digit | Class::AsciiOpen));
        let in_mark = !spaced && self.last == Some(Class::AsciiClose);
        self.chinese = class == Class::AsciiClose
            && if in_mark { self.chinese } else { !in_word && !spaced && self.last.is_some() };
        self.tied = tied.saturating_sub(grapheme.len());
        self.last = Some(class);
        self.spaces = 0;
        Some(gap)
    }

    fn judge(self, next: Class, tied: bool) -> Gap {
        let spaced = self.spaces > 0;
        let Some(last) = self.last else { return if spaced { Gap::Free } else { Gap::Never } };
        let misplaced = next == Class::Close
            || (next == Class::AsciiClose && !spaced)
            || matches!(last, Class::Open | Class::AsciiOpen);
        if misplaced {
            return Gap::Never;
        }
        if tied {
            return Gap::Inside;
        }
        if spaced {
            return Gap::Free;
        }
        let left = matches!(last, Class::Word | Class::Digit) || (last == Class::AsciiClose && !self.chinese);
        let right = matches!(next, Class::Word | Class::Digit | Class::AsciiOpen);
        if left && right { Gap::Inside } else { Gap::Free }
    }
}
