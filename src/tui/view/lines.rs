//! Lines of styled text, before they are put anywhere.

use std::ops::Range;

use ratatui::style::Style;

use super::super::model::{Model, Overlay};
use crate::text::{cells, hits, visible_lines, wrap};

/// Text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// A line of spans.
pub type Line = Vec<Span>;

/// Text in a style.
pub fn span(text: impl Into<String>, style: Style) -> Span {
    Span { text: text.into(), style }
}

/// Text wrapped to a width, in one style, with some parts marked in another.
pub fn wrapped(
    text: &str,
    width: usize,
    plain: Style,
    marked: Style,
    marks: impl Fn(&str) -> Vec<Range<usize>>,
) -> Vec<Line> {
    let text = visible_lines(text);
    let marks = marks(&text);
    wrap(&text, width)
        .iter()
        .map(|row| cut(&text, row.range.start, row.shown(&text), &marks, plain, marked))
        .collect()
}

/// The words to mark. A single sign that is still being typed stands nearly everywhere: its marks would say little
/// and be most of the frame.
pub fn looked_for(model: &Model) -> Option<&str> {
    let words = model.filter.text.as_ref().map(|t| t.words.as_str())?;
    let typing = matches!(model.overlay, Overlay::Find(_));
    (!typing || words.chars().nth(1).is_some()).then_some(words)
}

/// Where the words looked for stand in a text.
pub fn found(model: &Model, text: &str) -> Vec<Range<usize>> {
    looked_for(model).map(|words| hits(text, words)).unwrap_or_default()
}

/// A name with some of its characters in another style.
pub fn marked(name: &str, at: &[usize], plain: Style, mark: Style) -> Line {
    if at.is_empty() {
        return vec![span(name, plain)];
    }
    let mut line = Line::new();
    for (i, c) in name.chars().enumerate() {
        let style = if at.contains(&i) { mark } else { plain };
        match line.last_mut().filter(|last| last.style == style) {
            Some(last) => last.text.push(c),
            None => line.push(span(c.to_string(), style)),
        }
    }
    line
}

/// Which row of how many the cursor stands on: not all need be on the screen.
pub fn place(at: usize, of: usize) -> String {
    format!("{}/{of}", (at + 1).min(of))
}

/// The first text that fits whole; nothing where none does.
pub fn fitting<'t>(texts: impl IntoIterator<Item = &'t str>, room: usize) -> &'t str {
    texts.into_iter().find(|text| cells(text) <= room).unwrap_or_default()
}

/// Nothing to mark.
pub fn unmarked(_: &str) -> Vec<Range<usize>> {
    Vec::new()
}

fn cut(text: &str, start: usize, shown: &str, marks: &[Range<usize>], plain: Style, marked: Style) -> Line {
    let end = start + shown.len();
    let mut line = Line::new();
    let mut at = start;
    let mut push = |range: Range<usize>, style| {
        if let Some(part) = text.get(range).filter(|p| !p.is_empty()) {
            line.push(span(part, style));
        }
    };
    for mark in marks.iter().filter(|m| m.start < end && m.end > start) {
        let (from, to) = (mark.start.max(start), mark.end.min(end));
        push(at..from, plain);
        push(from..to, marked);
        at = to;
    }
    push(at..end, plain);
    line
}
