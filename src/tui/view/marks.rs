//! Whose line each line of the detail is, so that whoever reads goes on reading there when others write.

use super::super::model::{Model, Tab};
use super::layout::{Layout, TEXT_WIDTH};
use super::{entries, record};

/// The entry, or the row of the record, and which of its lines.
pub type Mark = (i64, usize);

/// The mark of every line of the active tab; none where others do not write it.
pub fn all(model: &Model, layout: &Layout) -> Vec<Mark> {
    let width = usize::from(layout.detail.width.min(TEXT_WIDTH));
    let items: Vec<(i64, usize)> = match model.tab {
        Tab::Entries => {
            let read = model.newest.get(&model.selected).map_or(&[][..], |page| &page.entries);
            // Above the first stands whom one calls.
            let whom = model.current().map_or(0, |row| entries::whom(model, &row, width).len());
            let each = read.iter().map(|e| (e.id.0, entries::entry(model, e, width).len()));
            std::iter::once((0, whom)).chain(each).collect()
        }
        Tab::History => {
            // The line above the first says what the keys do.
            let first = std::iter::once((0, 1));
            let items = record::items(model, width).into_iter();
            first.chain(items.map(|(seq, lines)| (seq, lines.len()))).collect()
        }
        Tab::Text | Tab::Indicators | Tab::Units | Tab::Office => Vec::new(),
    };
    items.into_iter().flat_map(|(id, lines)| (0..lines).map(move |line| (id, line))).collect()
}
