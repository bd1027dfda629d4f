//! Wrapping keeps a number with its measure word.

#![allow(clippy::string_slice, reason = "a test that cuts inside a character should fail")]

use super::super::measure::tests::any_measure;
use super::super::samples::OFFICIAL;
use super::*;
use proptest::prelude::*;

#[test]
fn examples() {
    let table: &[(&str, usize, &[&str])] = &[
        ("共有41宗案", 7, &["共有", "41宗案"]),
        ("共用30分钟整", 8, &["共用", "30分钟整"]),
        ("共用30分钟整", 7, &["共用", "30分钟", "整"]),
        ("值守12小时", 7, &["值守", "12小时"]),
        ("共计100余件", 9, &["共计", "100余件"]),
        ("约需3千万", 6, &["约需", "3千万"]),
        ("约需3千万元", 7, &["约需", "3千万元"]),
        ("历时3个多月", 9, &["历时", "3个多月"]),
        ("用了30 分钟", 8, &["用了", "30 分钟"]),
        ("用了30  分钟", 8, &["用了30  ", "分钟"]),
        ("占比55 %多", 6, &["占比", "55 %多"]),
        ("共罚￥300", 6, &["共罚", "￥300"]),
        ("辖3所小学", 6, &["辖3所", "小学"]),
        // Too narrow for a number and its unit: split as late as can be.
        ("12小时", 5, &["12小", "时"]),
        ("12小时", 3, &["12", "小", "时"]),
        ("1000余件", 3, &["100", "0余", "件"]),
    ];
    for (text, width, expected) in table {
        let rows: Vec<&str> = wrap(text, *width).iter().map(|line| &text[line.range.clone()]).collect();
        assert_eq!(&rows, expected, "{text:?} in {width}");
    }
}

/// Says where a number is split from the measure word behind it though both, with the marks that may not begin a
/// row, fit into one. The words are those of the document.
fn parted(text: &str, width: usize) -> Option<String> {
    wrap(text, width).windows(2).find_map(|pair| {
        let (this, next) = (&text[pair[0].range.clone()], &text[pair[1].range.clone()]);
        let number = this.len() - this.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let unit = next.chars().next().filter(|c| "年月日天次个项号条件人名%".contains(*c))?;
        let marks =
            next.chars().skip(1).take_while(|c| ",.)》、。".contains(*c)).map(|c| cells(&c.to_string()));
        let needed = number + cells(&unit.to_string()) + marks.sum::<usize>();
        (number > 0 && needed <= width).then(|| format!("{this:?} | {next:?}"))
    })
}

#[test]
fn the_official_text_never_parts_a_number_from_its_measure_word() {
    // Close to the beginning of a row, at the end of one, and everywhere between.
    for shift in 0..3 {
        let text = OFFICIAL.replace('\n', &format!("\n{}", "政".repeat(shift)));
        for width in 8..=80 {
            assert_eq!(parted(&text, width), None, "width {width}, shifted by {shift}");
        }
    }
}

/// Prose with measured numbers in it, and the bytes of each number with its measure word.
fn measured_prose() -> impl Strategy<Value = (String, Vec<std::ops::Range<usize>>)> {
    let piece = ("[县司法局复议]{0,9}[,。(《]?", "[0-9]{1,4}(\\.[0-9])?", any_measure(), "[,。；)》]?");
    prop::collection::vec(piece, 1..12).prop_map(|pieces| {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for (before, number, measure, after) in pieces {
            // What follows must not lengthen the word: 个 and 月 would be another one.
            text += &before;
            spans.push(text.len()..text.len() + number.len() + measure.len());
            text += &(number + &measure + &after + "县");
        }
        (text, spans)
    })
}

proptest! {
    #[test]
    fn a_number_stays_with_its_measure_word((text, spans) in measured_prose(), more in 0usize..40) {
        // Room for the widest number with a bracket before it and a mark behind it.
        let width = more + 4 + spans.iter().map(|span| cells(&text[span.clone()])).max().unwrap_or(0);
        for line in wrap(&text, width) {
            let at = line.range.end;
            let split = spans.iter().find(|span| span.start < at && at < span.end);
            prop_assert_eq!(split.map(|span| &text[span.clone()]), None, "at {} in width {}", at, width);
        }
    }
}
