//! A document for Word and WPS, as official documents look (`look`).
//!
//! Owns how blocks become paragraphs, tables and sections. The same document gives the same bytes on every machine, and
//! nothing in it names the machine.

mod look;
mod table;

use std::io::Cursor;

use docx_rs::{Docx, Paragraph, Run, SectionProperty, Table as Rows, XMLDocx};
use minijinja::HtmlEscape;

use super::doc::{Block, Document};
use super::part::{Part, parts};
use super::{FormatFault, shown};
use crate::strings::Lang;
use crate::text::{visible, visible_lines};

/// Which fonts stand in for those that a machine lacks.
const FONTS: &str = include_str!("../../data/templates/fonts.xml");

/// Writes the document.
///
/// # Errors
/// None that a document can cause; what the library says.
pub fn write(doc: &Document, lang: Lang) -> Result<Vec<u8>, FormatFault> {
    let day = format!("{}T00:00:00Z", shown::day(doc));
    let mut file =
        Docx::new().created_at(&day).updated_at(&day).default_fonts(look::plain()).default_size(32);
    for style in look::styles() {
        file = file.add_style(style);
    }
    file = file.footer(look::footer());
    let parts = parts(doc);
    let last = parts.len().saturating_sub(1);
    for (at, part) in parts.iter().enumerate() {
        let mut pieces = pieces(doc, part, at == 0, lang);
        if at == last {
            let footer = file.document.section_property.footer.take();
            file.document.section_property = SectionProperty { footer, ..look::section(part.page) };
        } else if let Some(Piece::Line(end)) = pieces.last_mut() {
            **end = end.clone().section_property(look::section(part.page));
        }
        file = pieces.into_iter().fold(file, |file, piece| match piece {
            Piece::Line(line) => file.add_paragraph(*line),
            Piece::Rows(rows) => file.add_table(*rows),
        });
    }
    let mut bytes = Cursor::new(Vec::new());
    finished(file.build(), doc)?.pack(&mut bytes).map_err(FormatFault::said)?;
    Ok(bytes.into_inner())
}

/// A paragraph or a table.
enum Piece {
    Line(Box<Paragraph>),
    Rows(Box<Rows>),
}

/// What a part holds, in order; the last is always a line, which can end a section.
fn pieces(doc: &Document, part: &Part<'_>, first: bool, lang: Lang) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let line = |style: &str, text: &str| Piece::Line(Box::new(paragraph(style, text)));
    if first {
        pieces.push(line(look::TITLE, &visible(&doc.title)));
        pieces.extend(shown::head(doc, lang).iter().map(|text| line(look::HEAD, text)));
        pieces.push(line(look::BODY, ""));
    }
    for (at, block) in part.blocks.iter().enumerate() {
        match block {
            Block::Heading(level, text) => {
                let heading = paragraph(&look::heading(*level), &visible(text)).keep_next(true);
                // 附件1 stands at the left edge.
                let heading = if first || at > 0 { heading } else { look::at_the_edge(heading) };
                pieces.push(Piece::Line(Box::new(heading)));
            }
            Block::Text(text) => {
                pieces.extend(visible_lines(text).split('\n').map(|text| line(look::BODY, text)));
            }
            Block::Table(table) => {
                pieces.extend(caption(&table.caption));
                pieces.push(Piece::Rows(Box::new(table::rows(table, part.page, lang))));
                // Two tables with nothing between them would be one.
                pieces.push(line(look::CHART, ""));
            }
            Block::Chart(chart) => {
                pieces.extend(caption(&chart.caption));
                if !chart.bars.is_empty() {
                    pieces.push(Piece::Rows(Box::new(table::bars(chart, part.page))));
                    pieces.push(line(look::CHART, ""));
                }
            }
            Block::NewPage => {}
        }
    }
    if first && !doc.foot.is_empty() {
        // Who signs and when stand on one page.
        let foot =
            std::iter::once((look::BODY, "")).chain(doc.foot.iter().map(|text| (look::FOOT, text.as_str())));
        pieces.extend(foot.enumerate().map(|(at, (style, text))| {
            Piece::Line(Box::new(paragraph(style, &visible(text)).keep_next(at < doc.foot.len())))
        }));
    }
    pieces
}

fn caption(text: &str) -> Option<Piece> {
    let shown = visible(text);
    (!shown.is_empty()).then(|| Piece::Line(Box::new(paragraph(look::CAPTION, &shown).keep_next(true))))
}

fn paragraph(style: &str, text: &str) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    if text.is_empty() { paragraph } else { paragraph.add_run(Run::new().add_text(text)) }
}

/// What the library has no words for: head rows that every page repeats, the language, one footer for all sections, the title among the
/// properties, fonts that stand in for others.
fn finished(mut file: XMLDocx, doc: &Document) -> Result<XMLDocx, FormatFault> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(FormatFault::said);
    let document = text(file.document)?;
    // Typed text cannot hold this: its `<` is written `&lt;`.
    let head = format!("{}<w:tblHeader/></w:trPr>", table::HEAD_ROW.trim_end_matches("</w:trPr>"));
    let footer = r#"<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter1"/>"#;
    file.document = document.replace(table::HEAD_ROW, &head).replace("<w:sectPr>", footer).into_bytes();
    let title = visible(&doc.title);
    let named = format!("<dc:creator></dc:creator><dc:title>{}</dc:title>", HtmlEscape(&title));
    let core = text(file.doc_props.core)?.replace("<dc:creator>unknown</dc:creator>", &named);
    let nobody =
        ["<cp:lastModifiedBy>unknown</cp:lastModifiedBy>", "<cp:lastModifiedBy></cp:lastModifiedBy>"];
    file.doc_props.core = core.replace(nobody[0], nobody[1]).into_bytes();
    // Which signs are hanzi's own, as quotation marks, and where lines may end.
    let tongue = r#"<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>"#;
    file.styles = text(file.styles)?.replace("</w:rPr></w:rPrDefault>", tongue).into_bytes();
    file.font_table = FONTS.as_bytes().to_vec();
    Ok(file)
}

#[cfg(test)]
mod tests;
