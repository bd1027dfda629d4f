//! A document as one HTML page, to read in a browser and to print on A4.
//!
//! Owns what fills the template `data/templates/report.html`, which escapes everything by itself. Refuses scripts and
//! anything from elsewhere: the page forbids both to itself.

use minijinja::{AutoEscape, Environment};
use serde::Serialize;

use super::doc::{Block, Cell, Document, Page, Table};
use super::fit::{Size, fit, is_short};
use super::part::{Part, parts};
use super::shown::{self, colours};
use super::{FormatFault, svg};
use crate::ledger::{Coded, Light};
use crate::strings::Lang;
use crate::text::visible;

const TEMPLATE: &str = include_str!("../../data/templates/report.html");

#[derive(Serialize)]
struct Sheet {
    lang: &'static str,
    title: String,
    head: Vec<String>,
    parts: Vec<Pages>,
    foot: Vec<String>,
    lights: Vec<Colour>,
}

#[derive(Serialize)]
struct Pages {
    wide: bool,
    pieces: Vec<Piece>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece {
    Heading {
        level: u8,
        text: String,
    },
    Text {
        text: String,
    },
    Table {
        caption: String,
        columns: Vec<Head>,
        points: String,
        short: bool,
        tight: bool,
        rows: Vec<Vec<Data>>,
    },
    Chart {
        caption: String,
        svg: String,
    },
}

#[derive(Serialize)]
struct Head {
    name: String,
    percent: String,
}

#[derive(Serialize)]
struct Data {
    text: String,
    class: String,
}

#[derive(Serialize)]
struct Colour {
    code: &'static str,
    pale: &'static str,
}

/// Writes the page.
///
/// # Errors
/// None that a document can cause; what the template's engine says if the template itself is broken.
pub fn write(doc: &Document, lang: Lang) -> Result<Vec<u8>, FormatFault> {
    let lights = Light::ALL.iter().map(|light| Colour { code: light.code(), pale: colours(*light).0 });
    let sheet = Sheet {
        lang: match lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        },
        title: visible(&doc.title).into_owned(),
        head: shown::head(doc, lang),
        parts: parts(doc).iter().map(|part| pages(part, lang)).collect::<Result<_, _>>()?,
        foot: doc.foot.iter().map(|line| visible(line).into_owned()).collect(),
        lights: lights.collect(),
    };
    render("report.html", TEMPLATE, sheet).map(String::into_bytes)
}

/// Fills a template; everything filled in is escaped.
pub(super) fn render(name: &str, template: &str, filling: impl Serialize) -> Result<String, FormatFault> {
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine
        .render_named_str(name, template, minijinja::Value::from(minijinja::value::Serde(filling)))
        .map_err(FormatFault::said)
}

fn pages(part: &Part<'_>, lang: Lang) -> Result<Pages, FormatFault> {
    let mut pieces = Vec::new();
    for block in part.blocks {
        match block {
            // The title is the page's h1.
            Block::Heading(level, text) => {
                pieces.push(Piece::Heading {
                    level: level.saturating_add(1).clamp(2, 6),
                    text: visible(text).into_owned(),
                });
            }
            Block::Text(text) => {
                pieces.extend(text.split('\n').map(|line| Piece::Text { text: visible(line).into_owned() }));
            }
            Block::Table(table) => pieces.push(rows(table, part.page, lang)),
            Block::Chart(chart) => {
                let caption = visible(&chart.caption).into_owned();
                pieces.push(Piece::Chart { caption, svg: svg::draw(chart, lang)? });
            }
            Block::NewPage => {}
        }
    }
    Ok(Pages { wide: part.page == Page::Landscape, pieces })
}

fn rows(table: &Table, page: Page, lang: Lang) -> Piece {
    let (size, shares) = fit(table, page, lang);
    let all = shares.iter().sum::<usize>();
    // Ten thousandths, so that no float is needed.
    let head = |(column, share): (&super::doc::Column, usize)| {
        let share = share * 10_000 / all.max(1);
        Head {
            name: visible(&column.name).into_owned(),
            percent: format!("{}.{:02}", share / 100, share % 100),
        }
    };
    let data = |cell: &Cell| Data { text: shown::cell(cell, lang), class: class(cell) };
    Piece::Table {
        caption: visible(&table.caption).into_owned(),
        columns: table.columns.iter().zip(shares).map(head).collect(),
        points: format!("{}.{}", size.half_points() / 2, size.half_points() % 2 * 5),
        short: is_short(table),
        tight: size == Size::Nine,
        rows: table.rows.iter().map(|row| row.iter().map(data).collect()).collect(),
    }
}

fn class(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Text(_) | Cell::Period(_) => String::new(),
        Cell::Count(_) | Cell::Number(..) => "number".to_owned(),
        Cell::Day(_) => "day".to_owned(),
        Cell::Light(light) => format!("light {}", light.code()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{HOSTILE, bulletin, everywhere};
    use super::*;
    use proptest::prelude::*;

    fn page(doc: &Document, lang: Lang) -> String {
        String::from_utf8(write(doc, lang).unwrap()).unwrap()
    }

    #[test]
    fn everything_stands_in_the_page_once() {
        let page = page(&bulletin(), Lang::Zh);
        for once in [
            "<html lang=\"zh-CN\">",
            "<h1>关于法治嵊泗建设任务进展情况的通报</h1>",
            "<p class=\"head\">第3期</p>",
            "<p class=\"head\">截至日期：2025年6月30日</p>",
            "<h2>一、总体情况</h2>",
            "<h3>（一）按亮灯统计</h3>",
            "<p>全部21项任务中,正常推进12项,进展滞后3项。</p>\n<p>其余6项未报送。</p>",
            "<caption>亮灯统计</caption>",
            "<section class=\"wide\">",
            "<td class=\"number\">57.0%</td>",
            "<p class=\"foot first\">县委依法治县办</p>",
        ] {
            assert_eq!(page.matches(once).count(), 1, "{once}");
        }
        assert_eq!(
            page.matches("<td class=\"light red\">红</td>").count(),
            1 + 3,
            "a light is word and colour"
        );
        assert_eq!(page.matches("<thead>").count(), 2);
        assert!(page.contains("已召开推进会2次,印发清单1份。\n下一步开展督查。</td>"), "line ends stay");
    }

    #[test]
    fn the_page_needs_nothing_from_elsewhere_and_runs_nothing() {
        for lang in [Lang::Zh, Lang::En] {
            let page = page(&bulletin(), lang);
            for bad in ["<script", "javascript:", "src=", "@import", "url(", "onload"] {
                assert!(!page.contains(bad), "{bad}");
            }
            // The header that forbids, and the name of the SVG language.
            let allowed = |l: &str| l.starts_with("-equiv") || l.starts_with("://www.w3.org/2000/svg\"");
            assert!(page.split("http").skip(1).all(allowed));
        }
    }

    #[test]
    fn hostile_texts_are_shown_and_never_act() {
        for text in HOSTILE {
            let page = page(&everywhere(text), Lang::Zh);
            assert!(!page.contains("<script>alert"), "{text:?}");
            assert!(
                !page.contains("49}}") && !page.contains('\u{202E}') && !page.contains('\u{1b}'),
                "{text:?}"
            );
        }
    }

    /// What a reader of HTML makes of an escaped text.
    fn unescaped(text: &str) -> String {
        let mut text = text.to_owned();
        for (from, to) in
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")]
        {
            text = text.replace(from, to);
        }
        text
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_its_cell(text in any::<String>()) {
            let page = page(&everywhere(&text), Lang::Zh);
            let (_, cell) = page.split_once("<tbody>\n<tr><td>").unwrap();
            let (cell, _) = cell.split_once("</td></tr>\n</tbody>").unwrap();
            prop_assert_eq!(unescaped(cell), crate::text::visible_lines(&text));
            prop_assert!(!cell.contains(['<', '"']));
        }
    }
}
