//! JSON in which no character can do harm, and a document as JSON.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::doc::{Block, Cell, Document, Table};
use crate::ledger::Coded;
use crate::strings::Lang;
use crate::text::json_escaped;

/// A value as indented JSON in which no character can do harm on a terminal: what JSON itself does not escape
/// (C1, direction marks, characters without ink) is written as `\u202e`.
#[must_use]
pub fn text(value: &impl Serialize) -> String {
    json_escaped(&serde_json::to_string_pretty(value).unwrap_or_default()).into_owned()
}

/// The same on one line.
#[must_use]
pub fn line(value: &impl Serialize) -> String {
    json_escaped(&serde_json::to_string(value).unwrap_or_default()).into_owned()
}

/// The document.
pub(super) fn document(doc: &Document) -> String {
    let head: Vec<Value> =
        doc.head.iter().map(|(label, text)| json!({"label": label, "text": text})).collect();
    let blocks: Vec<Value> = doc.blocks.iter().map(block).collect();
    let whole = json!({"title": doc.title, "head": head, "blocks": blocks, "foot": doc.foot});
    text(&whole) + "\n"
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(level, text) => json!({"kind": "heading", "level": level, "text": text}),
        Block::Text(text) => json!({"kind": "text", "text": text}),
        Block::Table(table) => self::table(table),
        Block::Chart(chart) => {
            let bars = chart.bars.iter().map(|(name, amount, light)| {
                json!({"name": name, "amount": amount, "light": light.map(Coded::code)})
            });
            json!({"kind": "chart", "caption": chart.caption, "bars": bars.collect::<Vec<_>>()})
        }
        Block::NewPage => json!({"kind": "new_page"}),
    }
}

fn table(table: &Table) -> Value {
    let columns: Vec<Value> = table.columns.iter().map(|c| json!({"code": c.code, "name": c.name})).collect();
    let row = |cells: &Vec<Cell>| -> Value {
        let named = table.columns.iter().zip(cells).map(|(c, cell)| (c.code.to_owned(), value(cell)));
        Value::Object(named.collect::<Map<_, _>>())
    };
    let rows: Vec<Value> = table.rows.iter().map(row).collect();
    json!({"kind": "table", "caption": table.caption, "columns": columns, "rows": rows})
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Count(count) => json!(count),
        Cell::Light(light) => json!(light.code()),
        Cell::Period(period) => json!(period.to_string()),
        other => json!(other.shown(Lang::Zh)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_raw_comes_through() {
        let hostile = "a\u{1b}[2J\u{9b}\u{202e}\u{200b}\u{e0041}\u{7f}\n中";
        let json = line(&hostile);
        assert_eq!(json, r#""a\u001b[2J\u009b\u202e\u200b\udb40\udc41\u007f\n中""#);
        assert_eq!(serde_json::from_str::<String>(&json).expect("still JSON"), hostile);
    }
}
