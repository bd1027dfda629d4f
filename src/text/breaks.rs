//! Where a line may end: the Chinese rules (禁则) for which sign may not begin or end a line, and what must stay
//! together (words, numbers with their unit). Owns the judgement on one gap between two graphemes; refuses to
//! measure or to choose among the allowed places.

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

/// Hanzi that count what the number before them says; one of them stays with its number.
const MEASURES: &str = "天个件次年月日项元万亿名人份期号条章起家处届场批位户周倍岁";

fn class(c: char) -> Class {
    match c {
        ' ' | '\u{3000}' => Class::Space,
        '0'..='9' | '０'..='９' => Class::Digit,
        '(' | '[' | '{' => Class::AsciiOpen,
        ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '%' => Class::AsciiClose,
        '\u{4E00}'..='\u{9FFF}' => Class::Ideo,
        '（' | '《' | '〈' | '“' | '‘' | '「' | '『' | '【' | '〔' | '〖' | '［' | '｛' => {
            Class::Open
        }
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
    /// Whether spaces came after it.
    spaced: bool,
    /// Whether the last ASCII mark was used as a Chinese one, so that a line may end after it before a word.
    chinese: bool,
    /// Whether a number, or a number with 万 or 亿, has just ended.
    number: bool,
}

impl Gaps {
    /// At the start of a paragraph.
    pub(super) fn new() -> Self {
        Self { last: None, spaced: false, chinese: false, number: false }
    }

    /// Takes the next grapheme and judges the gap before it; `None` before a space, which hangs at the line's end.
    pub(super) fn push(&mut self, grapheme: &str) -> Option<Gap> {
        let c = grapheme.chars().next()?;
        let class = class(c);
        if class == Class::Space {
            self.spaced = true;
            return None;
        }
        let gap = self.judge(c, class);
        let in_word =
            !self.spaced && matches!(self.last, Some(Class::Word | Class::Digit | Class::AsciiOpen));
        let in_mark = !self.spaced && self.last == Some(Class::AsciiClose);
        self.chinese = class == Class::AsciiClose
            && if in_mark { self.chinese } else { !in_word && !self.spaced && self.last.is_some() };
        self.number = class == Class::Digit || (self.number && !self.spaced && matches!(c, '万' | '亿'));
        self.last = Some(class);
        self.spaced = false;
        Some(gap)
    }

    fn judge(self, c: char, next: Class) -> Gap {
        let Some(last) = self.last else { return if self.spaced { Gap::Free } else { Gap::Never } };
        let misplaced = next == Class::Close
            || (next == Class::AsciiClose && !self.spaced)
            || matches!(last, Class::Open | Class::AsciiOpen);
        if misplaced {
            return Gap::Never;
        }
        if self.spaced {
            return Gap::Free;
        }
        let left = matches!(last, Class::Word | Class::Digit) || (last == Class::AsciiClose && !self.chinese);
        let right = matches!(next, Class::Word | Class::Digit | Class::AsciiOpen);
        let counted = self.number && next == Class::Ideo && MEASURES.contains(c);
        if (left && right) || counted { Gap::Inside } else { Gap::Free }
    }
}
