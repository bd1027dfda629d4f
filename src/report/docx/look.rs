//! How an official document looks: GB/T 9704-2012. Owns its fonts, sizes, spaces and pages.
//!
//! Lengths are in twips, twentieths of a point; sizes of type in half points.

use docx_rs::{
    AlignmentType, Footer, LineSpacing, LineSpacingType, PageMargin, PageNum, PageOrientationType, PageSize,
    Paragraph, Run, RunFonts, SectionProperty, SpecialIndentType, Style, StyleType,
};

use crate::report::doc::Page;
use crate::report::fit::Size;

/// The title: 小标宋, 二号, centred.
pub(super) const TITLE: &str = "Title";
/// Number, office and day beneath it.
pub(super) const HEAD: &str = "DocumentHead";
/// A paragraph: 仿宋, 三号, two characters in.
pub(super) const BODY: &str = "BodyText";
/// Who signs: at the right.
pub(super) const FOOT: &str = "DocumentFoot";
/// What a table or chart shows.
pub(super) const CAPTION: &str = "Caption";
/// In a chart, and between tables.
pub(super) const CHART: &str = "ChartText";
/// At the foot of each page: 四号.
const PAGE_NUMBER: &str = "PageNumber";

const SONG: &str = "宋体";
const FANG_SONG: &str = "仿宋_GB2312";
const HEI: &str = "黑体";
const KAI: &str = "楷体_GB2312";
const TITLE_SONG: &str = "方正小标宋简体";

/// The text area's width on each page, 156 mm and 257 mm.
pub(super) const fn room(page: Page) -> usize {
    match page {
        Page::Portrait => 8845,
        Page::Landscape => 14570,
    }
}

/// A4 with its margins: 37 mm above and 28 mm at the left, the text 156 mm by 225 mm. Lying, it is no letter
/// but a sheet of many columns, with 20 mm around.
pub(super) fn section(page: Page) -> SectionProperty {
    let margin = |top, right, bottom, left| {
        PageMargin::new().top(top).right(right).bottom(bottom).left(left).header(851).footer(1400).gutter(0)
    };
    match page {
        Page::Portrait => SectionProperty::new()
            .page_size(PageSize::new().size(11906, 16838))
            .page_margin(margin(2098, 1474, 1984, 1587)),
        Page::Landscape => SectionProperty::new()
            .page_size(PageSize::new().size(16838, 11906).orient(PageOrientationType::Landscape))
            .page_margin(margin(1134, 1134, 1134, 1134).footer(567)),
    }
}

/// `- 1 -` at the foot.
pub(super) fn footer() -> Footer {
    let line =
        Paragraph::new().style(PAGE_NUMBER).add_run(Run::new().add_text("- ")).add_page_num(PageNum::new());
    Footer::new().add_paragraph(line.add_run(Run::new().add_text(" -")))
}

/// The style of a heading; 1 is the highest below the title.
pub(super) fn heading(level: u8) -> String {
    format!("Heading{}", level.clamp(1, 4))
}

/// A paragraph without the two characters before it.
pub(super) fn at_the_edge(line: Paragraph) -> Paragraph {
    line.indent(Some(0), Some(SpecialIndentType::FirstLine(0)), None, None)
}

/// The style of a table's head in type of this size.
pub(super) fn table_head(size: Size) -> String {
    format!("TableHead{}", size.half_points())
}

/// The style of a table's cells in type of this size.
pub(super) fn table_text(size: Size) -> String {
    format!("TableText{}", size.half_points())
}

/// Western letters and figures in Times, hanzi in the font named.
pub(super) fn fonts(hanzi: &str) -> RunFonts {
    RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").cs("Times New Roman").east_asia(hanzi)
}

/// What everything has unless its style says otherwise.
pub(super) fn plain() -> RunFonts {
    fonts(FANG_SONG)
}

/// Every style.
pub(super) fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str, hanzi: &str, size: usize| {
        Style::new(id, StyleType::Paragraph).name(name).fonts(fonts(hanzi)).size(size)
    };
    // 28 points from line to line, two characters of 三号 in.
    let exact = |points: i32| {
        LineSpacing::new().line_rule(LineSpacingType::Exact).line(points * 20).before(0).after(0)
    };
    let inward = |style: Style| {
        style.line_spacing(exact(28)).indent(Some(0), Some(SpecialIndentType::FirstLine(640)), None, None)
    };
    let close = |style: Style| {
        style.line_spacing(LineSpacing::new().line_rule(LineSpacingType::Auto).line(240).before(0).after(0))
    };
    let mut all = vec![
        style(TITLE, "Title", TITLE_SONG, 44).align(AlignmentType::Center).line_spacing(exact(35)),
        style(HEAD, "Document Head", FANG_SONG, 32).align(AlignmentType::Center).line_spacing(exact(28)),
        // Flush left: some programs part a list of numbers nowhere, and would space out the line before it.
        inward(style(BODY, "Body Text", FANG_SONG, 32)),
        style(FOOT, "Document Foot", FANG_SONG, 32)
            .align(AlignmentType::Right)
            .line_spacing(exact(28))
            .indent(Some(0), None, Some(640), None),
        close(style(CAPTION, "caption", HEI, 28).align(AlignmentType::Center)),
        close(style(CHART, "Chart Text", FANG_SONG, 24)),
        close(style(PAGE_NUMBER, "Page Number", SONG, 28).align(AlignmentType::Center)),
    ];
    for size in [Size::Four, Size::Five, Size::Nine] {
        let points = size.half_points();
        let head = style(&table_head(size), &format!("Table Head {points}"), HEI, points);
        all.push(close(head.align(AlignmentType::Center)));
        all.push(close(style(&table_text(size), &format!("Table Text {points}"), FANG_SONG, points)));
    }
    for (level, hanzi) in (1..=4).zip([HEI, KAI, FANG_SONG, FANG_SONG]) {
        let one = style(&heading(level), &format!("heading {level}"), hanzi, 32)
            .outline_lvl(usize::from(level) - 1);
        all.push(inward(if level == 3 { one.bold() } else { one }));
    }
    all
}
