//! Every way in which a sheet can be wrong: each told with its place, all at once, and nothing written.

use std::fmt::Write as _;

use crate::support::Home;
use crate::{HEAD, csv};

#[test]
fn every_fault_is_told_at_once_with_its_place_and_nothing_is_written() {
    let row = ["14", "县司法局", "2025-06-12", "正常推进", "80", "受理41件"];
    let with = |column: usize, cell: &str| {
        let mut row: Vec<String> = row.map(str::to_owned).to_vec();
        row[column] = cell.to_owned();
        row
    };
    let long = "字".repeat(20_001);
    let cases: &[(usize, &str, &str)] = &[
        (0, "", "A2格(任务编号):任务编号没有填"),
        (0, "22", "A3格(任务编号):没有第22项任务"),
        (0, "14号", "A4格(任务编号)"),
        (1, "", "B5格(责任单位):责任单位没有填"),
        (1, "司法", "B6格(责任单位):没有叫“司法”"),
        (1, "县司法局\u{200b}", "B7格(责任单位)"),
        (1, "县府办", "B8格(责任单位):县府办不是第14项任务的责任单位"),
        (2, "2025-06-31", "C9格(报送日期):6月没有31日"),
        (2, "45820", "C10格(报送日期)"),
        (2, "2999-01-01", "C11格(报送日期)"),
        (3, "还行", "D12格(状态)"),
        (4, "八成", "E13格(进度)"),
        (4, "101", "E14格(进度)"),
        (4, "1.0", "E15格(进度):进度1可以是1%也可以是100%"),
        (5, "好\u{202e}了", "F16格(进展情况):进展情况的第2个字是控制字符U+202E"),
        (5, "\u{1b}[2J", "F17格(进展情况):进展情况的第1个字是控制字符U+001B"),
        (5, &long, "F18格(进展情况):进展情况有20001个字"),
        (3, "调整取消", "D19"),
    ];
    let mut rows = vec![HEAD.map(str::to_owned).to_vec()];
    rows.extend(cases.iter().map(|(column, cell, _)| with(*column, cell)));
    // 调整取消 rests on a document: that is a fault of the evidence, which has no column here.
    rows.push(with(5, ""));
    rows.last_mut().unwrap()[3] = "进展滞后".to_owned();
    let rows: Vec<Vec<&str>> = rows.iter().map(|r| r.iter().map(String::as_str).collect()).collect();
    let file = csv(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let home = Home::new();
    home.run(["status"]).ok();
    let before = home.rows();
    for yes in [None, Some("--yes")] {
        let said = home.call(["import", "-"].into_iter().chain(yes)).stdin(file.clone()).run();
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        let mut missing = String::new();
        for (_, cell, expected) in cases.iter().filter(|(_, _, e)| !e.starts_with("D19")) {
            if !said.err.lines().any(|l| l.starts_with(expected)) {
                writeln!(missing, "{cell:.20}: {expected}").unwrap();
            }
        }
        assert_eq!(missing, "", "{}", said.err);
        assert!(said.err.lines().any(|l| l.starts_with("第19行:")), "{}", said.err);
        assert!(said.err.lines().any(|l| l.starts_with("F20格(进展情况):")), "{}", said.err);
        assert_eq!(said.err.lines().count(), 1 + cases.len() + 1, "{}", said.err);
        assert!(!said.err.contains(crate::support::is_raw), "{}", said.err);
    }
    assert_eq!(home.rows(), before);
}

#[test]
fn files_that_are_no_sheet_are_refused_in_one_sentence() {
    let home = Home::new();
    home.run(["status"]).ok();
    for (bytes, expected) in [
        (b"".to_vec(), "找不到表头"),
        (csv(&[&["姓名", "电话"], &["王敏", "1"]]), "任务编号"),
        (csv(&[&["任务编号", "进展情况"]]), "责任单位"),
        (csv(&[&["任务编号", "任务号", "责任单位", "状态"]]), "有两列"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "xls"),
        (b"PK\x03\x04garbage".to_vec(), "读不出来"),
        (b"\xff\xff\xff".to_vec(), "GB18030"),
        (b"[\n{\"format\":\"duban-ledger\",\n".to_vec(), "已经有内容|第2行"),
    ] {
        let said = home.call(["import", "-", "--yes"]).stdin(bytes).run().refused(2);
        assert!(expected.split('|').any(|e| said.contains(e)), "{said}");
    }
    assert!(home.run(["import", "没有.xlsx"]).refused(3).contains("没有.xlsx"));
    assert!(home.run(["template", "-o", "x.pdf"]).refused(2).contains("xlsx"));
}
