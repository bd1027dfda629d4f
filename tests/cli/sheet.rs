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
    assert_eq!(sheet[0], ["task", "light", "light_reason", "percent", "last_entry", "due", "unit", "title"]);
    let wanted = ["14", "green", "正常推进", "80", "2025-06-12", "", "县司法局", "加强行政复议工作"];
    assert_eq!(sheet[14], wanted);
    let sheet = csv(&home, "units");
    let (names, more) = sheet[0].split_at(7);
    assert_eq!(names, ["leads", "supports", "covered", "kind", "name", "aliases", "members"]);
    assert_eq!(more, ["leader", "contact", "phone"]);
    let units = home.json(["units"]);
    for (row, unit) in sheet[1..].iter().zip(units.as_array().unwrap()) {
        let count = |field: &str| unit[field].as_array().unwrap().len().to_string();
        assert_eq!(row[..3], [count("leads"), count("supports"), count("covered")], "{row:?}");
        assert_eq!(
            (row[3].as_str(), row[4].as_str()),
            (unit["kind"].as_str().unwrap(), unit["name"].as_str().unwrap())
        );
        let members = unit["members"].as_array().cloned().unwrap_or_default();
        let members: Vec<&str> = members.iter().map(|m| m.as_str().unwrap()).collect();
        assert_eq!(row[6], members.join("、"));
    }
    let sheet = csv(&home, "indicators");
    let names = ["id", "comparator", "target", "unit", "value", "met", "binding", "due", "name"];
    assert_eq!(sheet[0], names);
    home.add("7", "sfj", "2025-06-12", "尚差2名", &["--value", "T7a=3.2"]);
    let (sheet, indicators) = (csv(&home, "indicators"), home.json(["indicators"]));
    for (row, indicator) in sheet[1..].iter().zip(indicators.as_array().unwrap()) {
        for (cell, name) in row.iter().zip(names) {
            let wanted = match &indicator[name] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            // The signs of comparison are no formulas, but one of them looks like one.
            assert_eq!(cell.trim_start_matches('\''), wanted, "{name} of {row:?}");
        }
    }
}

#[test]
fn a_sheet_is_the_same_in_every_language() {
    let home = reported();
    for words in ["list", "list --unit sfj", "units", "indicators", "log"] {
        let said = |lang: &str| home.call(words.split(' ')).arg("--csv").env("DUBAN_LANG", lang).run().ok();
        assert_eq!(said("zh"), said("en"), "{words}");
    }
}

#[test]
fn values_and_evidence_stand_in_the_log_as_they_are_typed() {
    let home = Home::new();
    let typed = [
        "--value",
        "T7a=3.2 县统计局",
        "--value",
        "G2=5",
        "--evidence",
        "台账/一.xlsx | 第3页",
        "--evidence",
        "嵊司〔2025〕18号",
    ];
    home.add("7", "sfj", "2025-06-12", "尚差2名", &typed);
    home.add("7", "sfj", "2025-06-11", "好", &[]);
    let evidence = home.json(["log"])[0]["evidence"].clone();
    assert_eq!(evidence[0], serde_json::json!({"kind": "path", "ref": "台账/一.xlsx", "note": "第3页"}));
    assert_eq!((&evidence[1]["kind"], &evidence[1]["note"]), (&"doc_no".into(), &"".into()));
    let sheet = csv(&home, "log");
    assert_eq!(sheet[0][14..], ["values", "evidence", "review", "review_note", "highlight"]);
    assert_eq!(sheet[1][14..16], ["G2=5\nT7a=3.2 县统计局", "台账/一.xlsx | 第3页\n嵊司〔2025〕18号"]);
    assert_eq!(sheet[2][14..], ["", "", "approved", "", "false"]);
    // Typed again as they stand there, they are the same.
    let before = home.json(["log"])[0].clone();
    let words = ["edit", "1", "--value", "G2=", "--value", "T7a=", "--evidence", ""];
    home.run(words).ok();
    let mut words = vec!["edit", "1"];
    sheet[1][14].lines().for_each(|v| words.extend(["--value", v]));
    sheet[1][15].lines().for_each(|e| words.extend(["--evidence", e]));
    home.run(&words).ok();
    let after = home.json(["log"])[0].clone();
    for field in ["values", "sources", "evidence"] {
        assert_eq!(before[field], after[field], "{field}");
    }
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
