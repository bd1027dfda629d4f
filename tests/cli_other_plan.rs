//! Nothing in the program knows the real plan: with a made-up one, of other units, members, groups and numbers,
//! everything works and nothing of the real one is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/cli.rs"]
mod support;

use serde_json::Value;
use support::Home;

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plan/other.toml");

fn home() -> Home {
    let home = Home::new();
    home.run(["init", "--plan", PLAN]).ok();
    home
}

fn each<'a>(rows: &'a Value, field: &str) -> Vec<&'a Value> {
    rows.as_array().unwrap().iter().map(|r| &r[field]).collect()
}

#[test]
fn it_is_checked_and_made_into_a_ledger() {
    let home = Home::new();
    assert!(home.run(["plan", "check", PLAN]).ok().contains("3组5项,7个单位,7项指标"));
    assert!(
        home.run(["init", "--plan", PLAN]).ok().contains("云岭县绿道建设领导小组关于印发三年行动计划的通知")
    );
    let plan = home.json(["plan"]);
    assert_eq!(
        (plan["doc_no"].as_str(), plan["dated"].as_str()),
        (Some("云绿组〔2026〕9号"), Some("2026-02-11"))
    );
    assert_eq!(each(&plan["groups"], "numeral"), ["子", "丑", "寅"]);
    let tasks: Vec<Value> = each(&plan["groups"], "tasks").into_iter().cloned().collect();
    assert_eq!(Value::from(tasks), serde_json::json!([[1, 2], [3], [4, 5]]));
}

#[test]
fn list_and_filters() {
    let home = home();
    let rows = home.json(["list"]);
    assert_eq!(each(&rows, "task"), [1, 2, 3, 4, 5]);
    assert_eq!(each(&rows, "lead"), ["县绿道专班", "县水利局", "县林业站", "县林业站", "县绿道专班"]);
    assert_eq!(rows[2]["collective"], serde_json::json!(["各街镇", "志愿者团体"]));
    assert_eq!(rows[1]["note"], "分段负责");
    let tasks = |words: &[&str]| {
        let rows = home.json([&["list"], words].concat());
        each(&rows, "task").into_iter().map(|t| t.as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(tasks(&["--unit", "长乐镇", "--role", "covered"]), [2, 3]);
    assert_eq!(tasks(&["--unit", "slj", "--role", "lead"]), [2]);
    assert_eq!(tasks(&["--group", "寅"]), [4, 5]);
    assert_eq!(tasks(&["--text", "沿河"]), [1]);
}

#[test]
fn units_are_found_by_this_plans_names_and_readings() {
    let home = home();
    for (typed, name) in [
        ("slj", "县水利局"),
        ("shuili", "县水利局"),
        ("林业", "县林业站"),
        ("clz", "长乐镇"),
        ("changle", "长乐镇"),
        ("北s", "北山街道"),
    ] {
        assert_eq!(home.json(["status", typed])["name"], name, "{typed}");
    }
    let sentence = home.run(["list", "--unit", "sfj"]).refused(3);
    assert!(!sentence.contains("司法"), "{sentence}");
    let units = home.json(["units"]);
    assert_eq!(units.as_array().unwrap().len(), 7);
    assert_eq!(units[2]["members"], serde_json::json!(["长乐镇", "北山街道"]));
    assert!(units[4]["members"].is_null());
    assert_eq!(units[5]["covered"], serde_json::json!([2, 3]));
}

#[test]
fn indicators_and_deadlines() {
    let home = home();
    let all = home.json(["indicators"]);
    assert_eq!(each(&all, "id"), ["Z1", "Z2", "K2", "K3a", "K3b", "K4", "K5"]);
    let signs = each(&all, "comparator").into_iter().map(|s| s.as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(signs, [">", ">=", "<", "=", "<=", ">=", ">="]);
    assert_eq!(
        (&all[0]["target"], &all[4]["target"], &all[6]["target"]),
        (&"42".into(), &"8.25".into(), &Value::Null)
    );
    assert_eq!((all[0]["task"].is_null(), &all[5]["binding"]), (true, &"promote".into()));
    let light = |day: &str, task: usize| home.json(["--as-of", day, "list"])[task - 1]["light"].clone();
    assert_eq!(light("2027-05-30", 2), "grey");
    assert_eq!(light("2027-05-31", 2), "yellow");
    assert_eq!(light("2027-07-01", 2), "red");
    assert_eq!((light("2026-04-12", 3), light("2026-04-13", 3)), ("yellow".into(), "red".into()));
    let past = home.run(["--as-of", "2028-12-01", "status"]).ok();
    assert!(past.contains("规划期已满(2028-11-30)") && past.contains("全部5项"), "{past}");
}

#[test]
fn a_report_is_written_and_looked_up() {
    let home = home();
    let id = home.add("3", "linye", "2025-03-01", "已种8000株", &["--status", "done", "--percent", "100"]);
    assert_eq!(id, "1");
    home.add("3", "北山街道", "2025-03-02", "已补种", &[]);
    let shown = home.json(["show", "3"]);
    assert_eq!((&shown["status"], &shown["percent"]), (&"done".into(), &100.into()));
    assert_eq!(each(&shown["entries"], "progress"), ["已补种", "已种8000株"]);
    assert_eq!(shown["body"], "Plant by 12 April every year. At most 8.25 percent may die.");
    assert!(home.run(["status", "bsjd"]).ok().contains("已补种"));
    assert_eq!(home.json(["log", "--unit", "林业站"])[0]["unit"], "县林业站");
    assert!(home.run(["add", "6", "--unit", "linye", "好"]).refused(3).contains("1到5"));
    assert!(home.run(["add", "1", "--unit", "linye", "好"]).refused(2).contains("县绿道专班、县水利局"));
}

#[test]
fn nothing_of_the_real_plan_is_said() {
    let home = home();
    home.add("1", "ldzb", "2025-03-01", "已定线", &[]);
    for verb in
        ["status", "list", "units", "indicators", "plan", "log", "show 1", "status 修路", "status ldzb"]
    {
        for lang in ["zh", "en"] {
            let said = home.call(verb.split(' ')).arg("--lang").arg(lang).run().ok();
            for word in ["嵊", "司法", "法治", "2025-12-31", "21项", "21 tasks", "Shengsi", "Justice"] {
                assert!(!said.contains(word), "{verb}: {word}\n{said}");
            }
        }
    }
}
