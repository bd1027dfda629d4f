//! `--csv`, read by a parser of the tests' own.

use crate::fields::reported;
use crate::support::Home;

/// Reads CSV as RFC 4180 writes it.
fn parse(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "ends with a whole row");
    rows
}

fn csv(home: &Home, words: &str) -> Vec<Vec<String>> {
    parse(&home.call(words.split(' ')).arg("--csv").run().ok())
}

#[test]
fn every_list_makes_a_sheet_of_even_rows() {
    let home = reported();
    for (words, rows) in [("list", 21), ("list --unit sfj", 17), ("units", 40), ("indicators", 0), ("log", 4)]
    {
        let sheet = csv(&home, words);
        assert!(sheet.iter().all(|r| r.len() == sheet[0].len()), "{words}: {sheet:?}");
        let wanted = if rows == 0 { home.json(["indicators"]).as_array().unwrap().len() } else { rows };
        assert_eq!(sheet.len(), wanted + 1, "{words}");
    }
    let sheet = csv(&home, "--as-of 2025-06-24 list");
    assert_eq!(sheet[0], ["编号", "灯", "原因", "进度", "最近报送", "时限", "单位", "任务"]);
    let wanted = ["14", "绿", "正常推进", "80%", "2025-06-12", "", "县司法局", "加强行政复议工作"];
    assert_eq!(sheet[14], wanted);
}

#[test]
fn what_was_typed_comes_back_whole() {
    let home = Home::new();
    let text = "第一行,有逗号\n\"引号\"与“引号”\n末行";
    home.add("14", "sfj", "2025-06-12", text, &[]);
    let sheet = csv(&home, "log");
    assert_eq!(sheet[0][7], "progress");
    assert_eq!(sheet[1][7], text);
    assert_eq!(home.json(["log"])[0]["progress"], text);
}

#[test]
fn no_cell_is_a_formula() {
    let home = Home::new();
    let hostile =
        ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", "\n=1"];
    for text in hostile {
        home.add("14", "sfj", "2025-06-12", &format!("\u{3000}{text}"), &[]);
        home.add("14", "sfj", "2025-06-12", "好", &[&format!("--problems={text}")]);
    }
    for row in csv(&home, "log --all").iter().skip(1) {
        for cell in row {
            let first = cell.trim_start().chars().next().unwrap_or('x');
            assert!(!"=+-@＝＋－＠".contains(first), "{cell:?}");
        }
    }
    home.add("14", "sfj", "2025-06-13", "好", &["--problems=-5"]);
    assert_eq!(csv(&home, "log --limit 1")[1][8], "-5", "a number stays one");
}
