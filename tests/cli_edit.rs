//! Editing from the shell: what is printed, what is refused with which exit code, what is asked.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs
)]

#[path = "support/ledger.rs"]
#[allow(dead_code)]
mod ledger;
#[path = "support/pty.rs"]
mod pty;

use ledger::Ledger;
use serde_json::json;

/// A ledger with one report, of entry 1 by the unit that leads task 15.
fn ledger() -> Ledger {
    let ledger = Ledger::new();
    let words = [
        "add",
        "15",
        "--unit",
        "sfj",
        "--value",
        "T15a=0/8",
        "--evidence",
        "嵊政办发〔2025〕3号",
        "--evidence",
        "https://a.gov.cn/x",
        "应诉8件",
    ];
    assert_eq!(ledger.said(&words), "1");
    ledger
}

#[test]
fn an_entry_has_its_values_and_evidence() {
    let ledger = ledger();
    let entry = &ledger.json(&["log", "--json"])[0];
    assert_eq!(entry["values"], json!({"T15a": "0/8"}));
    assert_eq!(
        entry["evidence"],
        json!([{"kind": "doc_no", "ref": "嵊政办发〔2025〕3号", "note": ""}, {"kind": "url", "ref": "https://a.gov.cn/x", "note": ""}])
    );
    let of = |id: &str| {
        let all = ledger.json(&["indicators", "--json"]);
        all.as_array().unwrap().iter().find(|i| i["id"] == id).cloned().unwrap()
    };
    assert_eq!((of("T15a")["value"].clone(), of("T15a")["met"].clone()), (json!("0/8"), json!(true)));
    for (value, kept, met) in
        [("0/0", "0/0", json!(null)), ("7.0", "7.0", json!(true)), ("7.01%", "7.01", json!(false))]
    {
        ledger.said(&["edit", "1", "--value", &format!("T15a={value}")]);
        assert_eq!((of("T15a")["value"].clone(), of("T15a")["met"].clone()), (json!(kept), met));
        assert_eq!(ledger.json(&["show", "15", "--json"])["indicators"][0]["value"], json!(kept));
    }
    // A count against the collective's own seven members.
    for (value, met) in [("4", false), ("5", true), ("5/7", true)] {
        ledger.said(&["edit", "1", "--value", &format!("g2={value}")]);
        assert_eq!((of("G2")["value"].clone(), of("G2")["met"].clone()), (json!(value), json!(met)));
    }
    ledger.said(&["edit", "1", "--value", "T15a=", "--value", "G2=", "--evidence", ""]);
    assert_eq!(
        (of("T15a")["value"].clone(), ledger.json(&["log", "--json"])[0]["evidence"].clone()),
        (json!(null), json!([]))
    );
}

#[test]
fn an_edit_changes_what_was_named_and_prints_the_revision() {
    let ledger = ledger();
    assert_eq!(ledger.said(&["edit", "1", "--percent", "40", "--problems", "缺人"]), "2");
    assert_eq!(ledger.said(&["edit", "#1", "应诉9件"]), "3");
    assert_eq!(ledger.said(&["edit", "1", "应诉9件"]), "3", "nothing to change");
    let entry = &ledger.json(&["edit", "1", "--percent", "", "--json"]);
    assert_eq!(
        (&entry["revision"], &entry["percent"], &entry["problems"]),
        (&json!(4), &json!(null), &json!("缺人"))
    );
    assert_eq!(entry["progress"], "应诉9件");
    let history = ledger.json(&["history", "1", "--json"]);
    let made: Vec<_> =
        history.as_array().unwrap().iter().map(|v| (v["revision"].clone(), v["fields"].clone())).collect();
    assert_eq!(made[0], (json!(4), json!(["percent"])));
    assert_eq!(made[1], (json!(3), json!(["progress"])));
    assert_eq!(made[2], (json!(2), json!(["percent", "problems"])));
    let seq = history[3]["seq"].to_string();
    assert_eq!(ledger.said(&["edit", "1", "--restore", &seq]), "5");
    assert_eq!(ledger.json(&["log", "--json"])[0]["progress"], "应诉8件");
}

#[test]
fn whoever_comes_second_is_told() {
    let ledger = ledger();
    ledger.said(&["edit", "1", "应诉9件"]);
    let (code, said) = ledger.refused(&["edit", "1", "--if-revision", "1", "应诉10件"]);
    assert_eq!(code, 4);
    for part in ["第1版", "第2版", "#1", "进展情况"] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(ledger.json(&["log", "--json"])[0]["progress"], "应诉9件");
    let (code, said) = ledger.refused(&["delete", "1", "--if-revision", "1", "--yes"]);
    assert!(code == 4 && said.contains("第1版") && said.contains("第2版"), "{said}");
    // What only one side changed goes together, and that is said.
    let out = ledger.run(&["--lang", "en", "edit", "1", "--if-revision", "1", "--percent", "50"]);
    assert_eq!((out.status.code(), out.stdout.as_slice()), (Some(0), b"3\n".as_slice()));
    assert!(String::from_utf8_lossy(&out.stderr).contains("progress"));
    ledger.said(&["delete", "1", "--yes"]);
    for words in [vec!["edit", "1", "x"], vec!["delete", "1", "--yes"]] {
        let (code, said) = ledger.refused(&words);
        assert!(code == 4 && said.contains("删除"), "{said}");
    }
}

#[test]
fn bad_input_gets_its_sentence_and_writes_nothing() {
    let ledger = ledger();
    for (words, code, part) in [
        (vec!["edit", "9", "x"], 3, "9"),
        (vec!["edit", "x", "x"], 2, "进展编号"),
        (vec!["edit", "0", "x"], 2, "进展编号"),
        (vec!["edit", "1", ""], 2, "空"),
        (vec!["edit", "1", "--percent", "101"], 2, "101"),
        (vec!["edit", "1", "--date", "2999-01-01"], 2, "2999"),
        (vec!["edit", "1", "--date", "2025-06-31"], 2, "31"),
        (vec!["edit", "1", "--status", "behind", ""], 2, "原因"),
        (vec!["edit", "1", "a\u{1b}[2J"], 2, "U+001B"),
        (vec!["edit", "1", "--evidence", "a\u{202e}b"], 2, "U+202E"),
        (vec!["edit", "1", "--value", "T15a"], 2, "T7a=3.2"),
        (vec!["edit", "1", "--value", "T15a=很低"], 2, "分子/分母"),
        (vec!["edit", "1", "--value", "T15a=1/0"], 2, "0/0"),
        (vec!["edit", "1", "--value", "T7a=1"], 3, "T15a"),
        (vec!["edit", "1", "--value", "G2=57%"], 2, "7个"),
        (vec!["edit", "1", "--value", "G1=1"], 2, "是或否"),
        (vec!["edit", "1", "--restore", "999"], 3, "999"),
        (vec!["edit", "1", "--if-revision", "7", "x"], 4, "第7版"),
        (vec!["history", "9"], 3, "9"),
        (vec!["delete", "1"], 2, "--yes"),
        (vec!["undo"], 2, "--yes"),
        (vec!["--known-at", "2025-06-24", "undo", "--yes"], 2, "--known-at"),
        (vec!["--known-at", "gestern", "list"], 2, "gestern"),
        (vec!["--known-at", "2025-06-24T25:00", "list"], 2, "10:42"),
    ] {
        let (found, said) = ledger.refused(&words);
        assert!(
            found == code && said.contains(part) && said.lines().count() == 1,
            "{words:?}: {found} {said}"
        );
    }
    assert_eq!(ledger.json(&["history", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn history_says_in_words_what_changed() {
    let ledger = ledger();
    ledger.said(&["edit", "1", "应诉9件", "--status", "behind"]);
    ledger.said(&["undo", "--yes"]);
    ledger.said(&["redo", "--yes"]);
    ledger.said(&["delete", "1", "--yes"]);
    let history = ledger.said(&["history", "1"]);
    for line in [
        "  状态 【删:正常推进】【增:进展滞后】",
        "  进展情况 应诉【删:8】【增:9】件",
        "  进展情况 应诉【删:9】【增:8】件",
        "  进展情况 【删:应诉9件】",
        "  进展情况 【增:应诉8件】",
    ] {
        assert!(history.lines().any(|l| l == line), "{line}\n{history}");
    }
    for said in [" 撤销第3号记录 第3版\n", " 恢复第4号记录 第4版\n"] {
        assert!(history.contains(said), "{said}\n{history}");
    }
    let english = ledger.said(&["--lang", "en", "history", "1"]);
    assert!(english.contains("应诉[deleted: 8][added: 9]件"), "{english}");
    assert!(english.contains(" undone record 3 revision 3\n"), "{english}");
}

#[test]
fn undo_and_redo_go_back_and_forth() {
    let ledger = ledger();
    ledger.said(&["edit", "1", "应诉9件"]);
    ledger.said(&["delete", "1", "--yes"]);
    let text = || ledger.json(&["log", "--json"])[0]["progress"].clone();
    let undo = |expected: serde_json::Value| {
        ledger.said(&["undo", "--yes"]);
        assert_eq!(text(), expected);
    };
    undo(json!("应诉9件"));
    undo(json!("应诉8件"));
    undo(json!(null));
    assert_eq!(ledger.said(&["undo", "--yes"]), "没有可以撤销的改动。");
    assert_eq!(ledger.said(&["undo", "--yes", "--json"]), "null");
    for expected in [json!("应诉8件"), json!("应诉9件"), json!(null)] {
        ledger.said(&["redo", "--yes"]);
        assert_eq!(text(), expected);
    }
    assert_eq!(ledger.said(&["redo", "--yes"]), "没有可以恢复的改动。");
    let undone = ledger.json(&["undo", "--yes", "--json"]);
    assert_eq!((&undone["id"], &undone["entry"]["progress"]), (&json!(1), &json!("应诉9件")));
    // Something new: what was undone stays undone.
    ledger.said(&["edit", "1", "应诉10件"]);
    assert_eq!(ledger.said(&["redo", "--yes"]), "没有可以恢复的改动。");
    let actions: Vec<_> = ledger
        .json(&["history", "1", "--json", "--all"])
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v["action"].clone())
        .collect();
    let expected = ["edit", "undo", "redo", "redo", "redo", "undo", "undo", "undo", "delete", "edit", "add"];
    assert_eq!(actions, expected);
    ledger.assert_sound();
}

#[test]
fn the_ledger_as_it_was_known() {
    let ledger = ledger();
    let at = ledger.json(&["history", "--json"])[0]["at"].as_str().unwrap().to_owned();
    // The moment's second must pass before the next change can be told from it.
    while ledger.json(&["history", "--json"])[0]["at"] == json!(at) {
        ledger.said(&["edit", "1", &format!("应诉9件 {:?}", std::time::Instant::now())]);
    }
    ledger.said(&["edit", "1", "--status", "done", "--value", "T15a=", "全部应诉"]);
    let then = ["--known-at", "2000-01-01", "list", "--unit", "sfj", "--json"];
    assert!(ledger.json(&then).as_array().unwrap().iter().all(|r| r["last_entry"].is_null()));
    let known = |words: &[&str]| ledger.json(&[&["--known-at", &at, "--json"], words].concat());
    assert_eq!(known(&["log"])[0]["status"], "on_track");
    assert!(known(&["log", "--text", "全部"]).as_array().unwrap().is_empty());
    assert_eq!(known(&["log", "--text", "诉"]).as_array().unwrap().len(), 1);
    assert_eq!(known(&["show", "15"])["status"], "on_track");
    assert_eq!(known(&["show", "15"])["indicators"][0]["value"], "0/8");
    assert_eq!(known(&["list", "--text", "全部应诉"]), json!([]));
    assert_eq!(ledger.json(&["log", "--json"])[0]["status"], "done");
    assert_eq!(ledger.json(&["list", "--text", "全部应诉", "--json"])[0]["task"], 15);
}

#[test]
fn on_a_terminal_it_shows_and_asks() {
    let ledger = ledger();
    let ask = |words: &[&str], answer: &str| {
        let run = words.iter().fold(pty::Run::new(env!("CARGO_BIN_EXE_duban")), pty::Run::arg);
        let mut pty = run.env("DUBAN_DB", &ledger.path).start();
        pty.wait_for_text("[y/N]");
        let shown = pty.screen(vt100::Screen::contents);
        pty.send(answer);
        assert_eq!(pty.wait_exit(), 0);
        shown
    };
    assert!(ask(&["delete", "1"], "n\r").contains("应诉8件"));
    assert_eq!(ledger.json(&["log", "--json"]).as_array().unwrap().len(), 1);
    ask(&["delete", "1"], "\r");
    assert_eq!(ledger.json(&["log", "--json"]).as_array().unwrap().len(), 1);
    ask(&["delete", "1"], "y\r");
    assert_eq!(ledger.json(&["log", "--json"]), json!([]));
    assert!(ask(&["undo"], "是\r").contains("进展情况 【增:应诉8件】"));
    assert_eq!(ledger.json(&["log", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn an_edit_keeps_the_values_that_it_does_not_name() {
    let ledger = Ledger::new();
    // A task's own number and an overall one.
    let values = ["--value", "T15a=0/8 法院", "--value", "G2=5", "--value", "G1=是"];
    ledger.said(&[&["add", "15", "--unit", "sfj", "应诉8件"], &values[..]].concat());
    let kept = |values: serde_json::Value, sources: serde_json::Value| {
        let entry = &ledger.json(&["log", "--json"])[0];
        assert_eq!((&entry["values"], &entry["sources"]), (&values, &sources));
    };
    let all = || json!({"T15a": "0/8", "G2": "5", "G1": "yes"});
    kept(all(), json!({"T15a": "法院"}));
    for words in [
        vec!["edit", "1", "应诉9件"],
        vec!["edit", "1", "--percent", "40", "--status", "behind", "--problems", "缺人"],
        vec!["edit", "1", "--evidence", "a.pdf", "--date", "2025-06-01"],
        vec!["edit", "1", "--if-revision", "1", "--next", "招人"],
        vec!["undo", "--yes"],
    ] {
        ledger.said(&words);
        kept(all(), json!({"T15a": "法院"}));
    }
    ledger.said(&["edit", "1", "--value", "T15a=1/8"]);
    kept(json!({"T15a": "1/8", "G2": "5", "G1": "yes"}), json!({"T15a": "法院"}));
    ledger.said(&["edit", "1", "--value", "G2="]);
    kept(json!({"T15a": "1/8", "G1": "yes"}), json!({"T15a": "法院"}));
    ledger.assert_sound();
}

/// What was printed and how it ended, as JSON.
fn json_of(ledger: &Ledger, words: &[&str]) -> (Option<i32>, serde_json::Value, String) {
    let out = ledger.run(&[words, &["--json"]].concat());
    let printed = serde_json::from_slice(&out.stdout).unwrap_or_else(|e| {
        panic!("{words:?}: {e}: {:?}", String::from_utf8_lossy(&out.stdout));
    });
    (out.status.code(), printed, String::from_utf8(out.stderr).unwrap())
}

#[test]
fn a_preview_for_programs_is_json_and_changes_nothing() {
    let ledger = ledger();
    ledger.said(&["edit", "1", "应诉9件"]);
    let (code, preview, said) = json_of(&ledger, &["undo"]);
    assert!(code == Some(2) && said.contains("--yes") && said.lines().count() == 1, "{said}");
    assert_eq!((&preview["applied"], &preview["fields"]), (&json!(false), &json!(["progress"])));
    assert_eq!((&preview["id"], &preview["entry"]["progress"]), (&json!(1), &json!("应诉8件")));
    let (code, preview, _) = json_of(&ledger, &["delete", "1"]);
    assert_eq!(
        (code, &preview["applied"], &preview["progress"]),
        (Some(2), &json!(false), &json!("应诉9件"))
    );
    assert_eq!(ledger.json(&["history", "--json"]).as_array().unwrap().len(), 2, "nothing was written");

    let (code, done, said) = json_of(&ledger, &["undo", "--yes"]);
    assert_eq!((code, &done["applied"], said.as_str()), (Some(0), &json!(true), ""));
    let (code, preview, _) = json_of(&ledger, &["redo"]);
    assert_eq!((code, &preview["applied"]), (Some(2), &json!(false)));
    assert_eq!(preview["entry"]["progress"], "应诉9件");
    let (code, done, _) = json_of(&ledger, &["delete", "1", "--yes"]);
    assert_eq!((code, &done["applied"], &done["progress"]), (Some(0), &json!(true), &json!("应诉8件")));
    // Where there is nothing to do there is nothing to ask.
    assert_eq!(json_of(&ledger, &["redo"]).1, json!(null));

    // Not even on a terminal.
    let run = ["undo", "--json"].iter().fold(pty::Run::new(env!("CARGO_BIN_EXE_duban")), pty::Run::arg);
    let mut pty = run.env("DUBAN_DB", &ledger.path).start();
    assert_eq!(pty.wait_exit(), 2);
}

#[test]
fn a_conflict_is_told_to_programs() {
    let ledger = ledger();
    ledger.said(&["edit", "1", "--problems", "缺人", "应诉9件"]);
    let at = ledger.json(&["history", "--json"])[0]["at"].clone();
    let by = ledger.json(&["history", "--json"])[0]["operator"].clone();
    let told = |base: serde_json::Value, stored: serde_json::Value, fields: serde_json::Value| json!({"conflict": {"id": 1, "base": base, "stored": stored, "by": by, "at": at, "fields": fields}});
    let words = ["edit", "1", "--if-revision", "1", "--problems", "缺钱", "应诉10件"];
    let (code, printed, said) = json_of(&ledger, &words);
    assert!(code == Some(4) && said.contains("第2版"), "{said}");
    assert_eq!(printed, told(json!(1), json!(2), json!(["progress", "problems"])));
    // What was seen is no longer so, whichever field it was.
    let (code, printed, _) = json_of(&ledger, &["delete", "1", "--if-revision", "1", "--yes"]);
    assert_eq!((code, printed), (Some(4), told(json!(1), json!(2), json!([]))));
    // Without --json standard output stays empty.
    assert_eq!(ledger.run(&words).stdout, b"");
    ledger.said(&["delete", "1", "--yes"]);
    let (code, printed, _) = json_of(&ledger, &["edit", "1", "x"]);
    let at = ledger.json(&["history", "--json"])[0]["at"].clone();
    let gone = json!({"conflict": {"id": 1, "base": null, "stored": null, "by": by, "at": at, "fields": []}});
    assert_eq!((code, printed), (Some(4), gone));
    // No other refusal prints anything.
    assert_eq!(ledger.run(&["edit", "9", "x", "--json"]).stdout, b"");
}

#[test]
fn values_and_evidence_go_together_one_by_one() {
    let ledger = ledger();
    let first = ["edit", "1", "--value", "T15a=0/8", "--evidence", "一.pdf | 第1页"];
    ledger.said(&first);
    // From the same version: one gives another value and a page, the other a third value and a piece more.
    ledger.said(&["edit", "1", "--if-revision", "2", "--value", "G2=5"]);
    ledger.said(&["edit", "1", "--if-revision", "2", "--value", "G1=yes"]);
    let added = ["--evidence", "一.pdf | 第1页", "--evidence", "二.pdf"];
    ledger.said(&[&["edit", "1", "--if-revision", "2"], &added[..]].concat());
    let entry = ledger.json(&["log", "--json"])[0].clone();
    assert_eq!(entry["values"], json!({"T15a": "0/8", "G2": "5", "G1": "yes"}));
    // The same value, and the note of the same piece, are asked about, and nothing else.
    let other = ["--value", "G2=6", "--evidence", "一.pdf | 第2页", "--evidence", "三.pdf"];
    let (code, printed, _) = json_of(&ledger, &[&["edit", "1", "--if-revision", "2"], &other[..]].concat());
    assert_eq!((code, &printed["conflict"]["fields"]), (Some(4), &json!(["values"])));
    assert_eq!(printed["conflict"]["values"], json!(["G2"]));
    assert_eq!(printed["conflict"].get("evidence"), None, "only one side changed the note");
    ledger.said(&["edit", "1", "--evidence", "一.pdf | 第3页"]);
    let words = ["edit", "1", "--if-revision", "2", "--evidence", "一.pdf | 第2页"];
    let (code, printed, _) = json_of(&ledger, &words);
    assert_eq!((code, &printed["conflict"]["fields"]), (Some(4), &json!(["evidence"])));
    assert_eq!(printed["conflict"]["evidence"], json!(["一.pdf"]));
    ledger.assert_sound();
}
