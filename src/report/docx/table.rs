//! Tables, and charts as tables. Owns how wide columns are and what a cell looks like.

use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Run, Shading, ShdType, Table as Rows, TableBorderPosition,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::{look, paragraph};
use crate::report::doc::{Cell, Chart, Page, Table};
use crate::report::fit::{Size, fit, is_short};
use crate::report::shown::{self, PLAIN_BAR, colours};
use crate::strings::Lang;
use crate::text::visible;

/// How the library writes the properties of a head row, and of no other: it alone has a least height.
pub(super) const HEAD_ROW: &str =
    r#"<w:trPr><w:cantSplit /><w:trHeight w:val="400" w:hRule="atLeast" /></w:trPr>"#;

/// Into how many steps a bar's length is parted.
const STEPS: usize = 40;

/// A table across the page. Its head stands on every page, and no row is parted by a page's end.
pub(super) fn rows(table: &Table, page: Page, lang: Lang) -> Rows {
    let (size, wanted) = fit(table, page, lang);
    let widths = shares(&wanted, look::room(page));
    let keep = is_short(table);
    let head = table.columns.iter().zip(&widths).map(|(column, width)| {
        let text = paragraph(&look::table_head(size), &visible(&column.name)).keep_next(true);
        cell(*width).vertical_align(VAlignType::Center).shading(fill("EEEEEE")).add_paragraph(text)
    });
    let head = TableRow::new(head.collect()).cant_split().row_height(400.0).height_rule(HeightRule::AtLeast);
    let row = |(at, values): (usize, &Vec<Cell>)| {
        // A short table stays together: each row with the next.
        let keep = keep && at + 1 < table.rows.len();
        let cells = values.iter().zip(&widths).map(|(value, width)| data(value, *width, (size, keep), lang));
        TableRow::new(cells.collect()).cant_split()
    };
    let all = std::iter::once(head).chain(table.rows.iter().enumerate().map(row)).collect();
    across(Rows::new(all).set_grid(widths), page, size)
}

fn data(value: &Cell, width: usize, (size, keep): (Size, bool), lang: Lang) -> TableCell {
    let align = match value {
        Cell::Empty | Cell::Text(_) | Cell::Period(_) => None,
        Cell::Count(_) | Cell::Number(..) => Some(AlignmentType::Right),
        Cell::Day(_) | Cell::Light(_) => Some(AlignmentType::Center),
    };
    let text = shown::cell(value, lang);
    let bold = matches!(value, Cell::Light(_));
    let mut cell = cell(width);
    if let Cell::Light(light) = value {
        cell = cell.shading(fill(colours(*light).0));
    }
    for line in text.split('\n') {
        let mut paragraph = Paragraph::new().style(&look::table_text(size)).keep_next(keep);
        if let Some(align) = align {
            paragraph = paragraph.align(align);
        }
        let run = Run::new().add_text(line);
        let run = if bold { run.bold() } else { run };
        cell = cell.add_paragraph(if line.is_empty() { paragraph } else { paragraph.add_run(run) });
    }
    cell
}

/// A chart: name, amount, and a bar of shaded cells. The amount is a number, so nothing rests on length or colour.
pub(super) fn bars(chart: &Chart, page: Page) -> Rows {
    let room = look::room(page);
    let (name, amount) = (room * 3 / 10, room / 10);
    let mut grid = vec![name, amount];
    grid.extend(shares(&[1; STEPS], room - name - amount));
    let most = chart.bars.iter().map(|(_, amount, _)| *amount).max().unwrap_or(0).max(1);
    let step = (room - name - amount) / STEPS;
    let row = |(text, count, light): &(String, usize, Option<_>)| {
        let steps = (*count as u128 * STEPS as u128).div_ceil(most as u128);
        let steps = usize::try_from(steps).unwrap_or(STEPS);
        let mut cells = vec![
            cell(name).add_paragraph(paragraph(look::CHART, &visible(text))),
            cell(amount)
                .add_paragraph(paragraph(look::CHART, &count.to_string()).align(AlignmentType::Right)),
        ];
        let blank = || Paragraph::new().style(look::CHART);
        if steps > 0 {
            let colour = light.map_or(PLAIN_BAR, |light| colours(light).1);
            cells.push(cell(step * steps).grid_span(steps).shading(fill(colour)).add_paragraph(blank()));
        }
        if steps < STEPS {
            cells.push(cell(step * (STEPS - steps)).grid_span(STEPS - steps).add_paragraph(blank()));
        }
        TableRow::new(cells).cant_split()
    };
    let rows = across(Rows::new(chart.bars.iter().map(row).collect()).set_grid(grid), page, Size::Four);
    // Only lines between the bars.
    let sides = [TableBorderPosition::Left, TableBorderPosition::Right, TableBorderPosition::InsideV];
    sides.into_iter().fold(rows, Rows::clear_border)
}

/// As wide as the text, whatever stands in it, with a little room around each cell.
fn across(rows: Rows, page: Page, size: Size) -> Rows {
    let side = if size == Size::Nine { 30 } else { 60 };
    let margins = TableCellMargins::new().margin(30, side, 30, side);
    rows.layout(TableLayoutType::Fixed).width(look::room(page), WidthType::Dxa).margins(margins)
}

fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

fn fill(colour: &str) -> Shading {
    Shading::new().shd_type(ShdType::Clear).color("auto").fill(colour)
}

/// A width parted by shares, to the last twip.
fn shares(wanted: &[usize], width: usize) -> Vec<usize> {
    let all = wanted.iter().sum::<usize>().max(1);
    let mut before = 0;
    let mut edge = 0;
    let share = |part: &usize| {
        before += part;
        let to = width * before / all;
        let own = to - edge;
        edge = to;
        own
    };
    wanted.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fill_the_width() {
        assert_eq!(shares(&[1, 1, 2], 100), [25, 25, 50]);
        assert_eq!(shares(&[1, 1, 1], 100).iter().sum::<usize>(), 100);
        assert_eq!(shares(&[], 100), [] as [usize; 0]);
    }
}
