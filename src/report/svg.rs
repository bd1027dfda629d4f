//! A chart as SVG: bars that lie, each between its name and its amount.
//!
//! Owns its measures. Every amount stands there as a number, so that nothing rests on length or colour.

use serde::Serialize;

use super::doc::Chart;
use super::shown::{PLAIN_BAR, colours};
use super::{FormatFault, html};
use crate::strings::{Lang, paper};
use crate::text::{cells, visible, wrap};

const TEMPLATE: &str = include_str!("../../data/templates/chart.svg");
/// All measures in units of the picture; half-width characters are seven wide.
const WIDTH: usize = 640;
const CELL: usize = 7;
const LINE: usize = 20;
const THICK: usize = 18;
const GAP: usize = 10;
/// How much room an amount has behind the longest bar.
const AMOUNT: usize = 80;
/// Names beyond so many cells have several lines.
const NAME_CELLS: usize = 28;

#[derive(Serialize)]
struct Picture {
    width: usize,
    height: usize,
    said: String,
    bars: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    lines: Vec<NameLine>,
    from: usize,
    y: usize,
    length: usize,
    thick: usize,
    colour: &'static str,
    amount: usize,
    amount_y: usize,
}

#[derive(Serialize)]
struct NameLine {
    text: String,
    y: usize,
}

/// The chart as an `svg` element.
pub(super) fn draw(chart: &Chart, lang: Lang) -> Result<String, FormatFault> {
    html::render("chart.svg", TEMPLATE, picture(chart, lang))
}

fn picture(chart: &Chart, lang: Lang) -> Picture {
    let names: Vec<Vec<String>> = chart.bars.iter().map(|(name, ..)| name_lines(name)).collect();
    let widest = names.iter().flatten().map(|line| cells(line)).max().unwrap_or(0);
    let from = widest * CELL + 2 * GAP;
    let most = chart.bars.iter().map(|(_, amount, _)| *amount).max().unwrap_or(0).max(1);
    let mut y = 0;
    let mut bars = Vec::with_capacity(names.len());
    for (lines, (_, amount, light)) in names.into_iter().zip(&chart.bars) {
        let height = lines.len().max(1) * LINE;
        let top = y + (height - THICK) / 2;
        bars.push(Bar {
            lines: lines
                .into_iter()
                .enumerate()
                .map(|(n, text)| NameLine { text, y: y + n * LINE + 15 })
                .collect(),
            from,
            y: top,
            length: length(*amount, most, WIDTH.saturating_sub(from + AMOUNT)),
            thick: THICK,
            colour: light.map_or(PLAIN_BAR, |light| colours(light).1),
            amount: *amount,
            amount_y: top + 14,
        });
        y += height + GAP;
    }
    Picture { width: WIDTH, height: y.max(LINE), said: said(chart, lang), bars }
}

/// A bar's share of the room, and never nothing for something.
fn length(amount: usize, most: usize, room: usize) -> usize {
    let exact = (amount as u128 * room as u128) / (most as u128);
    usize::try_from(exact).unwrap_or(room).max(usize::from(amount > 0))
}

fn name_lines(name: &str) -> Vec<String> {
    let name = visible(name);
    wrap(&name, NAME_CELLS).iter().map(|line| line.shown(&name).to_owned()).collect()
}

/// The whole chart as a sentence, for who does not see it.
fn said(chart: &Chart, lang: Lang) -> String {
    let colon = paper::COLON.say(lang);
    let bar = |(name, amount, _): &(String, usize, _)| format!("{}{colon}{amount}", visible(name));
    let bars = chart.bars.iter().map(bar).collect::<Vec<_>>().join(paper::SEMICOLON.say(lang));
    if chart.caption.is_empty() { bars } else { format!("{}{colon}{bars}", visible(&chart.caption)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Light;

    fn chart(bars: &[(&str, usize)]) -> Chart {
        let bars = bars.iter().map(|(name, amount)| ((*name).to_owned(), *amount, None)).collect();
        Chart { caption: "各灯项数".into(), bars }
    }

    #[test]
    fn bars_are_as_long_as_their_amounts_and_stay_inside() {
        let picture = picture(&chart(&[("红", 2), ("绿", 12), ("灰", 0), ("a", 6)]), Lang::Zh);
        let lengths: Vec<usize> = picture.bars.iter().map(|b| b.length).collect();
        assert_eq!(lengths[1], WIDTH - picture.bars[1].from - AMOUNT);
        assert_eq!((lengths[2], lengths[3]), (0, lengths[1] / 2));
        assert!(picture.bars.windows(2).all(|w| w[0].y + THICK < w[1].y), "they do not overlap");
        assert!(picture.height >= picture.bars[3].y + THICK);
    }

    #[test]
    fn it_can_be_heard_and_names_are_never_cut() {
        let long = "未报送本期进展且超过截止日期的县属各有关单位和各乡镇人民政府";
        let drawn = draw(&chart(&[("红", 2), (long, 1)]), Lang::Zh).unwrap();
        assert!(drawn.contains(&format!("aria-label=\"各灯项数：红：2；{long}：1\"")), "{drawn}");
        let lines = name_lines(long);
        assert!(lines.len() > 1 && lines.concat() == long);
        assert!(lines.iter().all(|line| drawn.contains(line.as_str())));
    }

    #[test]
    fn nothing_and_the_greatest_numbers_are_drawn() {
        assert!(draw(&Chart::default(), Lang::En).unwrap().contains("<svg"));
        let most = picture(&chart(&[("a", usize::MAX), ("b", 1)]), Lang::Zh);
        assert_eq!((most.bars[0].length, most.bars[1].length), (WIDTH - most.bars[0].from - AMOUNT, 1));
    }

    #[test]
    fn a_light_colours_its_bar_and_names_are_escaped() {
        let bars = vec![("<b>&".to_owned(), 1, Some(Light::Red))];
        let drawn = draw(&Chart { caption: String::new(), bars }, Lang::Zh).unwrap();
        assert!(drawn.contains(colours(Light::Red).1) && drawn.contains("&lt;b&gt;&amp;"), "{drawn}");
    }
}
