//! `add`: a report from the shell, and the first run.

use crate::support::{Home, today};

#[test]
fn add_prints_the_id_alone_and_the_report_is_there() {
    let home = Home::new();
    for id in ["1", "2", "3"] {
        let said = home.run(["add", "14", "--unit", "sfj", "受理41件"]).ok();
        assert_eq!(said, format!("{id}\n"));
    }
    assert_eq!(home.json(["log"]).as_array().unwrap().len(), 3);
    let lines = home.run(["status", "sfj"]).ok();
    assert!(lines.contains("受理41件"), "{lines}");
}

#[test]
fn every_option_is_kept() {
    let home = Home::new();
    let words = "add 14 --unit sfj --status behind --percent 75 --period 2025Q2 --date 2025年6月12日 \
                 --problems 抽调 --next 增聘 --reporter 王敏 受理41件";
    home.run(words.split_whitespace()).ok();
    let entry = home.json(["log"])[0].clone();
    for (field, wanted) in [
        ("status", "behind"),
        ("period", "2025Q2"),
        ("date", "2025-06-12"),
        ("problems", "抽调"),
        ("next_steps", "增聘"),
        ("reporter", "王敏"),
        ("progress", "受理41件"),
    ] {
        assert_eq!(entry[field], wanted, "{field}");
    }
    assert_eq!(entry["percent"], 75);
    assert_ne!(entry["typed_by"], "王敏", "who typed it is not who reported it");
}

#[test]
fn day_period_and_status_have_their_defaults() {
    let home = Home::new();
    let before = today();
    home.run(["add", "14", "--unit", "sfj", "今天"]).ok();
    let entry = home.json(["log"])[0].clone();
    assert!([before, today()].map(|d| d.to_string()).contains(&entry["date"].as_str().unwrap().to_owned()));
    assert_eq!(entry["status"], "on_track", "正常推进 before the first report");
    for (day, period) in [
        ("2025-01-01", "2025B1"),
        ("2025-02-28", "2025B1"),
        ("2025-03-01", "2025B2"),
        ("2025-06-30", "2025B3"),
        ("2025-12-31", "2025B6"),
        ("2024-02-29", "2024B1"),
    ] {
        let id: i64 = home.add("7", "sfj", day, "报送", &[]).parse().unwrap();
        let found = home.json(["log", "7", "--all"]);
        let entry = found.as_array().unwrap().iter().find(|e| e["id"] == id).unwrap();
        assert_eq!((entry["period"].as_str(), entry["date"].as_str()), (Some(period), Some(day)));
    }
    home.add("12", "sfj", "2025-06-12", "一", &["--status", "behind"]);
    home.add("12", "sfj", "2025-06-13", "二", &[]);
    assert_eq!(home.json(["log", "12"])[0]["status"], "behind", "the unit's last one goes on");
}

#[test]
fn a_dash_reads_standard_input() {
    let home = Home::new();
    home.call(["add", "14", "--unit", "sfj", "-"]).stdin("受理41件\r\n审结38件\n").run().ok();
    assert_eq!(home.json(["log"])[0]["progress"], "受理41件\n审结38件");
    for (bytes, word) in [(&b"\xff\xfe"[..], "UTF-8"), (b"", "空"), (b" \n ", "空")] {
        let said = home.call(["add", "14", "--unit", "sfj", "-"]).stdin(bytes).run();
        assert!(said.refused(2).contains(word));
    }
    assert_eq!(home.json(["log"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_member_of_a_collective_reports_too() {
    let home = Home::new();
    home.add("9", "嵊山镇", "2025-03-01", "已公布", &["--status", "done"]);
    let rows = home.json(["list", "--unit", "嵊山镇", "--status", "done"]);
    assert_eq!(crate::values::tasks(&rows), [9]);
    let sentence = home.run(["add", "14", "--unit", "嵊山镇", "好"]).refused(2);
    assert!(sentence.contains("不是第14项任务的责任单位") && sentence.contains("县司法局"), "{sentence}");
}

#[test]
fn the_first_run_makes_the_ledger_where_the_xdg_rules_say() {
    let home = Home::new();
    let call = |words: &[&str]| home.call(words).without("DUBAN_DB");
    call(&["list"]).run().ok();
    assert!(home.path("data/duban/ledger.db").is_file());
    call(&["add", "14", "--unit", "sfj", "受理41件"]).run().ok();
    assert!(call(&["log"]).run().ok().contains("受理41件"), "there the next time");
    call(&["list"]).without("XDG_DATA_HOME").run().ok();
    assert!(home.path("home/.local/share/duban/ledger.db").is_file());
    let empty = Home::new();
    empty.call(["list"]).env("DUBAN_DB", "").run().ok();
    assert!(empty.db().is_file(), "an empty DUBAN_DB names nothing");
}

#[test]
fn db_names_another_ledger_and_goes_before_the_variable() {
    let home = Home::new();
    let other = home.path("deep/er/other.db");
    let named = |words: &[&str]| home.call(words).arg("--db").arg(&other);
    named(&["init"]).run().ok();
    named(&["add", "14", "--unit", "sfj", "在另一本里"]).run().ok();
    assert!(other.is_file() && !home.db().exists());
    assert!(home.run(["log"]).ok().contains("还没有报送过"));
    assert!(named(&["log"]).run().ok().contains("在另一本里"));
    assert!(home.call(["log"]).env("DUBAN_DB", &other).run().ok().contains("在另一本里"));
}

#[test]
fn a_ledger_named_and_not_there_is_refused_and_not_made() {
    let home = Home::new();
    let other = home.path("mistyped.db");
    let named = other.to_str().unwrap();
    for words in
        [vec![], vec!["list"], vec!["status", "sfj"], vec!["log"], vec!["verify"], vec!["undo", "--yes"]]
            .into_iter()
            .chain([vec!["add", "14", "受理41件"], vec!["edit", "1", "好"], vec!["delete", "1", "--yes"]])
    {
        for call in [home.call(&words).arg("--db").arg(named), home.call(&words).env("DUBAN_DB", named)] {
            let sentence = call.run().refused(3);
            assert!(sentence.contains(&format!("duban --db {named} init")), "{words:?} {sentence}");
            let english = call.env("DUBAN_LANG", "en").run().refused(3);
            assert!(english.contains(&format!("`duban --db {named} init`")), "{words:?} {english}");
        }
    }
    assert_eq!(home.files(), [""; 0]);
    home.run(["--db", named, "init"]).ok();
    assert!(home.run(["--db", named, "log"]).ok().contains("还没有报送过"));
    // Naming the usual place is naming nothing else.
    home.call(["list", "--db"]).arg(home.db()).without("DUBAN_DB").run().ok();
    assert!(home.db().is_file());
}

#[test]
fn without_a_unit_it_is_the_leads_report_and_says_so() {
    let home = Home::new();
    assert_eq!(home.run(["add", "14", "受理41件"]).ok(), "1\n已填报 14 县司法局(牵头单位)。\n");
    assert_eq!(home.json(["log"])[0]["unit"], "县司法局");
    assert_eq!(
        home.run(["add", "9", "--lang", "en", "x"]).ok(),
        "2\nReported for 9 县府办, which leads it.\n"
    );
    assert_eq!(home.json(["add", "14", "受理42件"]), 3, "a machine reads the number alone");
}

#[test]
fn a_status_alone_is_no_report_and_that_is_said() {
    let home = Home::new();
    let alone = "已改状态 14 县司法局,没有写进展,不算一份报送。";
    assert_eq!(
        home.run(["add", "14", "--unit", "sfj", "--status", "done", ""]).ok(),
        format!("1\n{alone}\n")
    );
    let said = home.run(["add", "14", "--status=standing"]).ok();
    assert_eq!(said, format!("2\n已填报 14 县司法局(牵头单位)。\n{alone}\n"));
    assert!(home.run(["add", "14", "--status=standing"]).refused(2).contains("空"));
    assert!(home.run(["add", "14", "--status=behind"]).refused(2).contains("原因"));
    assert!(home.run(["add", "14"]).refused(2).contains("TEXT"));
    assert_eq!(home.json(["log"]).as_array().unwrap().len(), 2);
}

#[test]
fn the_ledger_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    for name in home.files().iter().filter(|n| n.contains("ledger.db")) {
        let mode = std::fs::metadata(home.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name} {mode:o}");
    }
}

#[test]
fn whoever_may_write_the_ledger_may_take_a_turn() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.run(["init"]).ok();
    std::fs::set_permissions(home.db(), std::fs::Permissions::from_mode(0o660)).unwrap();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let mode = std::fs::metadata(home.path("data/duban/ledger.db-turn")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o660);
}

#[test]
fn init_makes_a_ledger_once() {
    let home = Home::new();
    let said = home.run(["init"]).ok();
    assert!(said.contains("ledger.db"), "{said}");
    let before = std::fs::read(home.db()).unwrap();
    assert!(home.run(["init"]).refused(2).contains("没有动它"));
    assert_eq!(std::fs::read(home.db()).unwrap(), before);
}

#[test]
fn several_tasks_are_written_together_or_not_at_all() {
    let home = Home::new();
    let said = home.run(["add", "14,13、15", "参加会议", "--unit", "sfj", "--json"]).ok();
    assert_eq!(said.split_whitespace().collect::<Vec<_>>(), ["1", "2", "3"]);
    let tasks = |home: &Home| -> Vec<i64> {
        home.json(["log"]).as_array().unwrap().iter().map(|e| e["task"].as_i64().unwrap()).collect()
    };
    assert_eq!(tasks(&home), [15, 13, 14]);
    // The unit has no part in one of them: nothing of it is written.
    let refused = home.run(["add", "14,4", "再报", "--unit", "sfj"]).refused(2);
    assert!(refused.contains("县司法局"), "{refused}");
    home.run(["add", "14,14", "再报"]).refused(2);
    home.run(["add", "14,99", "再报"]).refused(3);
    home.run(["add", ",", "再报"]).refused(2);
    assert_eq!(tasks(&home), [15, 13, 14]);
    home.call(["add", "14,15", "-"]).stdin("从管道来").run().ok();
    assert!(home.json(["log"]).as_array().unwrap()[..2].iter().all(|e| e["progress"] == "从管道来"));
    // Each is taken back by itself.
    home.run(["undo", "--yes"]).ok();
    assert_eq!(tasks(&home), [14, 15, 13, 14]);
    home.run(["verify"]).ok();
}
