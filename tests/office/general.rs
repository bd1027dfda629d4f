//! A unit's report in general, without a task: everything that works with a report works with it.

use serde_json::json;

use crate::support::Home;

fn home() -> Home {
    let home = Home::new();
    home.run(["settings", "general", "嵊山镇,ysz"]).ok();
    home
}

#[test]
fn it_is_written_read_changed_and_proved_like_any_other() {
    let home = home();
    assert_eq!(home.add("综合", "嵊山镇", "2025-06-10", "召开两次会议", &[]), "1");
    assert_eq!(home.add("general", "ysz", "2025-06-12", "普法进渔村", &["--value", "G2=5"]), "2");
    home.add("14", "sfj", "2025-06-11", "受理41件", &[]);
    let ids = |words: &[&str]| -> Vec<i64> {
        home.json(words).as_array().unwrap().iter().map(|e| e["id"].as_i64().unwrap()).collect()
    };
    assert_eq!(ids(&["log"]), [2, 3, 1]);
    assert_eq!(ids(&["log", "综合"]), [2, 1]);
    assert_eq!(ids(&["log", "general", "--unit", "ssz"]), [1]);
    assert_eq!(ids(&["log", "综合", "--before", "2"]), [1]);
    assert_eq!(ids(&["log", "--text", "渔村"]), [2]);
    assert_eq!(ids(&["log", "14"]), [3]);
    assert_eq!(home.json(["log", "综合"])[1]["task"], json!(null));
    let shown = home.run(["log", "综合"]).ok();
    assert!(shown.contains("#1 2025-06-10 2025B3 嵊山镇 正常推进") && shown.contains(" 综合\n"), "{shown}");
    let sheet = home.run(["log", "综合", "--csv"]).ok();
    assert!(sheet.contains("\n1,,嵊山镇,"), "{sheet}");

    assert_eq!(home.run(["edit", "1", "召开三次会议"]).ok(), "2\n");
    home.run(["delete", "1", "--yes"]).ok();
    assert_eq!(ids(&["log", "综合"]), [2]);
    home.run(["undo", "--yes"]).ok();
    home.run(["undo", "--yes"]).ok();
    assert_eq!(home.json(["log", "综合"])[1]["progress"], "召开两次会议");
    home.run(["redo", "--yes"]).ok();
    assert_eq!(home.json(["log", "综合"])[1]["progress"], "召开三次会议");
    let history = home.json(["history", "1"]);
    assert_eq!(history.as_array().unwrap().len(), 6);
    assert_eq!(history[5]["entry"]["task"], json!(null));
    assert_eq!(ids(&["log", "--text", "三次"]), [1]);
    assert!(home.run(["verify"]).ok().contains("完好"));
    // It is no task's: no light turns, no task mentions it.
    assert_eq!(home.json(["--as-of", "2025-06-24", "status"])["lights"]["green"], 1);
    assert!(home.json(["list", "--text", "三次会议"]).as_array().unwrap().is_empty());
    assert_eq!(home.json(["status", "嵊山镇"])["tasks"].as_array().map(Vec::len), Some(16));
    assert!(home.run(["status", "嵊山镇"]).ok().contains("召开三次会议"));
}

#[test]
fn it_counts_for_the_period() {
    let home = home();
    home.run(["period", "open", "2025B3", "--on", "2025-05-01"]).ok();
    home.add("综合", "嵊山镇", "2025-06-10", "召开两次会议", &[]);
    home.add("综合", "ysz", "2025-06-26", "晚了一天", &[]);
    let all = home.json(["missing", "--as-of", "2025-06-27", "--all"]);
    let general: Vec<_> = all["reports"].as_array().unwrap().iter().filter(|r| r["task"].is_null()).collect();
    let seen: Vec<_> =
        general.iter().map(|r| (r["unit"].as_str().unwrap(), r["state"].as_str().unwrap())).collect();
    assert_eq!(seen, [("嵊山镇", "on_time"), ("洋山镇", "late")]);
    assert_eq!((&all["period"]["owed"], &all["period"]["late"]), (&json!(23), &json!(1)));
    home.run(["review", "1", "--return", "写明成效"]).ok();
    let returned = home.json(["missing", "--as-of", "2025-06-27", "--unit", "ssz"]);
    assert_eq!(returned["reports"][0]["state"], "returned");
    assert_eq!(returned["period"]["returned"], 1);
}

#[test]
fn only_those_counted_in_send_one_and_it_says_something() {
    let home = home();
    for (words, code, part) in [
        ("add 综合 --unit sfj 好", 2, "县司法局不用报综合情况"),
        ("add 综合 --unit 嵊山镇 --value T7a=3.2 好", 3, "G2"),
        ("add 综 --unit 嵊山镇 好", 2, "1到21"),
        ("show 综合", 2, "1到21"),
        ("close 综合 --reason 好", 2, "1到21"),
    ] {
        let said = home.run(words.split(' ')).refused(code);
        assert!(said.contains(part) && !said.contains("第0项"), "{words}: {said}");
    }
    let silent = home.run(["add", "综合", "--unit", "嵊山镇", "--status", "not_started", ""]).refused(2);
    assert!(silent.contains("空"), "{silent}");
    assert!(home.json(["log"]).as_array().unwrap().is_empty());
}
