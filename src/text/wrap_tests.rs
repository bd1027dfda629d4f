//! Wrapping: widths, what may begin and end a line, carets.

#![allow(clippy::string_slice, reason = "a test that cuts inside a character should fail")]

use super::super::grapheme::is_boundary;
use super::super::samples::{OFFICIAL, mixed};
use super::*;
use proptest::prelude::*;

fn rows(text: &str, width: usize) -> Vec<&str> {
    wrap(text, width).iter().map(|line| &text[line.range.clone()]).collect()
}

#[test]
fn examples() {
    let table: &[(&str, usize, &[&str])] = &[
        ("", 10, &[""]),
        ("\n", 10, &["\n", ""]),
        ("一\n\n二", 10, &["一\n", "\n", "二"]),
        ("一二三", 6, &["一二三"]),
        ("一二三", 5, &["一二", "三"]),
        // A mark goes down with the hanzi before it, Chinese or ASCII.
        ("一二三,四", 6, &["一二", "三,四"]),
        ("一二三。四", 6, &["一二", "三。四"]),
        ("一二三)。四", 8, &["一二", "三)。四"]),
        ("一二(三四)", 5, &["一二", "(三", "四)"]),
        ("一二“三”四", 6, &["一二", "“三”", "四"]),
        ("一《二》三", 4, &["一", "《二", "》三"]),
        // Words and numbers.
        ("hello world", 8, &["hello ", "world"]),
        ("hello  world", 5, &["hello  ", "world"]),
        ("abcdefghij", 4, &["abcd", "efgh", "ij"]),
        ("法abcdefghij", 4, &["法", "abcd", "efgh", "ij"]),
        ("占55.3%。又", 7, &["占", "55.3%。", "又"]),
        ("占55.3%。又", 8, &["占", "55.3%。", "又"]),
        ("占55％又", 5, &["占", "55％", "又"]),
        ("共有41件", 7, &["共有", "41件"]),
        ("到2025年底", 7, &["到", "2025年", "底"]),
        ("共30万元整", 7, &["共", "30万元", "整"]),
        ("温度25℃高", 6, &["温度", "25℃高"]),
        ("嵊政办发〔2022〕70号", 14, &["嵊政办发", "〔2022〕70号"]),
        ("嵊政办发〔2022〕70号", 10, &["嵊政办发", "〔2022〕", "70号"]),
        ("f(x)与g(y)", 7, &["f(x)与", "g(y)"]),
        ("见A,B两项", 4, &["见", "A,B", "两项"]),
        ("法\n,abc", 3, &["法\n", ",ab", "c"]),
        ("法,abc", 5, &["法,", "abc"]),
        ("法 。", 4, &["法 ", "。"]),
        ("甲法 。", 5, &["甲", "法 。"]),
        ("纲要——总则", 7, &["纲", "要——", "总则"]),
        // Spaces hang.
        ("一二   三", 4, &["一二   ", "三"]),
        ("      ", 3, &["      "]),
        ("  一二", 4, &["  一", "二"]),
    ];
    for (text, width, expected) in table {
        assert_eq!(&rows(text, *width), expected, "{text:?} in {width}");
    }
}

#[test]
fn the_screen_of_the_design() {
    let text = "1至6月受理行政复议案件41件,审结38件,调解和解21件,占55.3%。复议后被诉12件,判决8件,无败诉。复议决定书全部网上公开。";
    assert_eq!(
        rows(text, 54),
        [
            "1至6月受理行政复议案件41件,审结38件,调解和解21件,占",
            "55.3%。复议后被诉12件,判决8件,无败诉。复议决定书全部网",
            "上公开。"
        ]
    );
}

#[test]
fn cells_of_hanging_spaces() {
    let lines = wrap("一二   三", 5);
    assert_eq!(lines.iter().map(|l| l.cells).collect::<Vec<_>>(), [5, 2]);
    assert_eq!(lines[0].shown("一二   三"), "一二");
}

#[test]
fn narrow_widths_end() {
    for width in 0..4 {
        let lines = wrap(OFFICIAL, width);
        assert!(lines.iter().all(|l| l.cells <= width.max(2)));
    }
}

#[test]
fn caret_both_ways() {
    let text = "一二三四\n五";
    let lines = wrap(text, 6);
    for (at, place) in
        [(0, (0, 0)), (3, (0, 2)), (9, (1, 0)), (12, (1, 2)), (13, (2, 0)), (16, (2, 2)), (99, (2, 2))]
    {
        assert_eq!(caret_of(&lines, text, at), place, "byte {at}");
    }
    for (row, col, at) in [(0, 0, 0), (0, 1, 0), (0, 2, 3), (0, 99, 6), (1, 99, 12), (2, 9, 16), (9, 0, 13)] {
        assert_eq!(byte_at(&lines, text, row, col), at, "row {row} column {col}");
    }
}

/// Every gap: its byte, the judgement, and the cells of the text up to the last ink before it.
fn judged(text: &str) -> Vec<(usize, Gap, usize)> {
    let mut found = Vec::new();
    let mut gaps = Gaps::new();
    let (mut used, mut ink) = (0, 0);
    for (at, grapheme) in graphemes(text) {
        if grapheme.ends_with('\n') {
            gaps = Gaps::new();
            continue;
        }
        let gap = gaps.push(grapheme, &text[at..]);
        found.extend(gap.map(|gap| (at, gap, ink)));
        used += grapheme_cells(grapheme);
        ink = if gap.is_some() { used } else { ink };
    }
    found
}

/// Says what is wrong with a wrapped text, by rules written apart from the wrapper.
fn fault(text: &str, width: usize) -> Option<String> {
    let lines = wrap(text, width);
    let all = judged(text);
    if lines.iter().map(|l| &text[l.range.clone()]).collect::<String>() != text {
        return Some("the rows are not the text".into());
    }
    let mut past = 0;
    for (row, pair) in lines.windows(2).enumerate() {
        let (line, next) = (&pair[0], &pair[1]);
        let before = past;
        past += graphemes(&text[line.range.clone()])
            .filter(|(_, g)| *g != "\n")
            .map(|(_, g)| grapheme_cells(g))
            .sum::<usize>();
        let this = &text[line.range.clone()];
        if line.cells > width
            && graphemes(line.shown(text)).filter(|(_, g)| grapheme_cells(g) > 0).count() > 1
        {
            return Some(format!("row {row} is {} wide", line.cells));
        }
        if this.ends_with('\n') {
            continue;
        }
        if next.range.is_empty() || line.range.is_empty() {
            return Some(format!("row {row} wraps around nothing"));
        }
        let end = next.range.end - usize::from(text[next.range.clone()].ends_with('\n'));
        let from = all.partition_point(|(at, ..)| *at <= line.range.start);
        let gaps = &all[from..all.partition_point(|(at, ..)| *at < end)];
        let Some((_, chosen, _)) = gaps.iter().find(|(at, ..)| *at == line.range.end).copied() else {
            return Some(format!("row {row} ends where there is no gap"));
        };
        let fits = |ink: usize| ink.saturating_sub(before) <= width;
        let best = gaps.iter().filter(|(_, _, ink)| fits(*ink)).map(|(_, gap, _)| *gap).max();
        if best.is_some_and(|best| chosen < best) {
            return Some(format!("row {row} ends {chosen:?} though {best:?} was to be had"));
        }
        let later = gaps.iter().find(|(at, gap, ink)| *at > line.range.end && *gap >= chosen && fits(*ink));
        if let Some((later, ..)) = later {
            return Some(format!("row {row} could have gone on to byte {later}"));
        }
    }
    None
}

/// Whether a mark stands where it must not, as the brief lists them.
fn misplaced(text: &str, width: usize) -> Option<String> {
    let closing = "、，。：；！？）》」』】”’…";
    let opening = "（《“‘「『【([";
    for pair in wrap(text, width).windows(2) {
        let (this, next) = (&text[pair[0].range.clone()], &text[pair[1].range.clone()]);
        let last = this.trim_end_matches(' ').chars().next_back()?;
        let first = next.chars().next()?;
        let after_hanzi = !this.ends_with(' ') && (('一'..='鿿').contains(&last) || closing.contains(last));
        if this.ends_with('\n') {
            continue;
        }
        if closing.contains(first) || opening.contains(last) || (after_hanzi && ",.;:!?)]}%".contains(first))
        {
            return Some(format!("{this:?} | {next:?}"));
        }
        if last.is_ascii_digit() && (first.is_ascii_digit() || first == '%' || first == '.') {
            return Some(format!("{this:?} | {next:?}"));
        }
    }
    None
}

#[test]
fn the_official_text_at_every_width() {
    for width in 1..=120 {
        assert_eq!(fault(OFFICIAL, width), None, "width {width}");
    }
    // The file's head holds an index number of 29 cells; in the document the longest unit is `(2021—2025年》`.
    let document = &OFFICIAL[OFFICIAL.find("各乡镇人民政府,").unwrap()..];
    for width in 12..=120 {
        assert_eq!(misplaced(document, width), None, "width {width}");
    }
}

#[test]
fn every_grapheme_is_looked_at_once_and_every_row_ended_once() {
    let body: String = OFFICIAL.chars().filter(|c| !c.is_whitespace()).cycle().take(10_000).collect();
    let hard = [
        "法".repeat(10_000),
        "x".repeat(10_000),
        "1余".repeat(5_000),
        "(".repeat(10_000),
        "1 ".repeat(5_000),
    ];
    for text in hard.iter().chain([&body, &body.repeat(8)]) {
        for width in [1, 2, 7, 54] {
            STEPS.set(0);
            let rows = wrap(text, width).len();
            let most = graphemes(text).count() + rows;
            assert!(STEPS.get() <= most, "{} steps of {most} at width {width}", STEPS.get());
        }
    }
}

proptest! {
    #[test]
    fn mixed_text_wraps_well(text in mixed(), width in 1usize..120) {
        prop_assert_eq!(fault(&text, width), None);
    }

    #[test]
    fn prose_never_breaks_the_rules(
        words in prop::collection::vec("[县司法局复议案(《“‘【]?[县司法局复议案]{1,4}[，。；：、！？）》”…,.;:!?)%]?", 0..60),
        width in 10usize..120,
    ) {
        prop_assert_eq!(misplaced(&words.concat(), width), None);
    }

    #[test]
    fn every_caret_comes_back(text in mixed(), width in 1usize..60) {
        let lines = wrap(&text, width);
        for at in (0..=text.len()).filter(|at| is_boundary(&text, *at)) {
            let (row, col) = caret_of(&lines, &text, at);
            prop_assert!(lines[row].range.contains(&at) || at == text.len());
            prop_assert!(col <= lines[row].cells);
            let back = byte_at(&lines, &text, row, col);
            prop_assert!(is_boundary(&text, back));
            // Of spaces that hang beyond the edge, one stands for all.
            if at <= lines[row].range.start + lines[row].shown(&text).len() {
                prop_assert_eq!(caret_of(&lines, &text, back), (row, col), "byte {}", at);
            }
        }
    }
}
