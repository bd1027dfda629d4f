//! What stands together on pages of one direction. Owns where a document is parted and which parts lie wide.

use super::doc::{Block, Document, Page};

/// How wide a table may be, in half-width characters, that still stands on an upright page.
const UPRIGHT: u32 = 80;

/// Blocks on pages of one direction.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// Which way its pages lie.
    pub page: Page,
    /// What it says; no [`Block::NewPage`] among them.
    pub blocks: &'a [Block],
}

/// The parts of a document, at least one. In a document with wide tables the parts that have none stay upright, as
/// the text of a bulletin before its annexes.
pub(super) fn parts(doc: &Document) -> Vec<Part<'_>> {
    let pieces = doc.blocks.split(|block| *block == Block::NewPage);
    let mut parts: Vec<Part<'_>> = pieces
        .filter(|blocks| !blocks.is_empty())
        .map(|blocks| Part { page: page(doc, blocks), blocks })
        .collect();
    if parts.is_empty() {
        parts.push(Part { page: Page::Portrait, blocks: &[] });
    }
    parts
}

fn page(doc: &Document, blocks: &[Block]) -> Page {
    let wide = blocks.iter().any(|block| match block {
        Block::Table(table) => table.columns.iter().map(|c| u32::from(c.width)).sum::<u32>() > UPRIGHT,
        _ => false,
    });
    if wide { doc.page } else { Page::Portrait }
}

#[cfg(test)]
mod tests {
    use super::super::samples::bulletin;
    use super::*;

    #[test]
    fn only_parts_with_a_wide_table_lie_wide() {
        let doc = bulletin();
        let pages: Vec<Page> = parts(&doc).iter().map(|p| p.page).collect();
        assert_eq!(pages, [Page::Portrait, Page::Landscape]);
        let upright = Document { page: Page::Portrait, ..bulletin() };
        assert!(parts(&upright).iter().all(|p| p.page == Page::Portrait));
    }

    #[test]
    fn there_is_always_a_part_and_never_an_empty_one_beside_others() {
        let empty = Document { blocks: vec![Block::NewPage, Block::NewPage], ..bulletin() };
        assert_eq!(parts(&empty).len(), 1);
        let text = Block::Text("一".to_owned());
        let doc = Document { blocks: vec![Block::NewPage, text, Block::NewPage], ..bulletin() };
        assert_eq!(parts(&doc).len(), 1);
    }
}
