//! A document as Markdown, with what was typed kept from meaning anything there.

use super::doc::{Block, Document, Table};
use crate::strings::{Lang, paper};

pub(super) fn text(doc: &Document, lang: Lang) -> String {
    let mut parts = vec![format!("# {}", plain(&doc.title))];
    let colon = paper::COLON.say(lang);
    parts.extend(doc.head.iter().map(|(label, text)| format!("{label}{colon}{}", plain(text))));
    let (text, annexes) = doc.signed();
    parts.extend(text.iter().map(|b| block(b, lang)));
    parts.extend(doc.foot.iter().map(|line| plain(line)));
    parts.extend(annexes.iter().map(|b| block(b, lang)));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block, lang: Lang) -> String {
    match block {
        Block::Heading(level, text) => format!("{} {}", "#".repeat(usize::from(*level) + 1), plain(text)),
        Block::Text(text) => text.lines().map(plain).collect::<Vec<_>>().join("\n\n"),
        Block::Table(table) => self::table(table, lang),
        Block::Chart(chart) => {
            let bars = chart.bars.iter().map(|(name, amount, _)| format!("- {} {amount}", plain(name)));
            let lines: Vec<String> = bars.collect();
            format!("**{}**\n\n{}", plain(&chart.caption), lines.join("\n"))
        }
        Block::NewPage => "---".to_owned(),
    }
}

fn table(table: &Table, lang: Lang) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.extend([format!("**{}**", plain(&table.caption)), String::new()]);
    }
    lines.push(line(table.columns.iter().map(|c| in_cell(&c.name)).collect()));
    lines.push(line(table.columns.iter().map(|_| "---".to_owned()).collect()));
    lines.extend(table.rows.iter().map(|row| line(row.iter().map(|c| in_cell(&c.shown(lang))).collect())));
    lines.join("\n")
}

fn in_cell(text: &str) -> String {
    text.lines().map(plain).collect::<Vec<_>>().join("<br>")
}

/// Signs that mean something in Markdown, behind a backslash; at the beginning of a line also those that make a list or
/// a heading of it.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let begins = at == 0 && matches!(c, '#' | '-' | '+' | '=');
        if begins || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_means_nothing() {
        for (typed, expected) in [
            ("# a", "\\# a"),
            ("a|b<br>*c*", "a\\|b\\<br\\>\\*c\\*"),
            ("[a](http://b)", "\\[a\\](http://b)"),
            ("律师3.2名", "律师3.2名"),
        ] {
            assert_eq!(plain(typed), expected);
        }
        assert_eq!(in_cell("a\nb"), "a<br>b");
    }
}
