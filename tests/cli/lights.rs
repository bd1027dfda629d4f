//! `--as-of`: which light a task shows on which day, and why.

use serde_json::Value;

use crate::support::Home;

fn row(home: &Home, day: &str, task: usize) -> Value {
    home.json(["--as-of", day, "list"])[task - 1].clone()
}

fn light(home: &Home, day: &str, task: usize) -> (String, String) {
    let row = row(home, day, task);
    let text = |field: &str| row[field].as_str().unwrap().to_owned();
    (text("light"), text("light_reason"))
}

#[test]
fn the_date_decides_before_anything_is_reported() {
    let home = Home::new();
    for (day, task, wanted, reason) in [
        ("2025-06-24", 9, "red", "逾期85天"),
        ("2025-03-31", 9, "red", "逾期365天"),
        ("2022-12-31", 9, "grey", "尚未报送"),
        ("2023-03-31", 9, "yellow", "今天到期"),
        ("2023-04-01", 9, "red", "逾期1天"),
        ("2025-11-30", 3, "grey", "尚未报送"),
        ("2025-12-01", 3, "yellow", "剩30天"),
        ("2025-12-01", 7, "yellow", "剩30天"),
        ("2025-12-31", 7, "yellow", "今天到期"),
        ("2026-01-01", 3, "red", "逾期1天"),
        ("2026-01-01", 7, "red", "逾期1天"),
        ("2030-01-01", 14, "grey", "尚未报送"),
    ] {
        assert_eq!(light(&home, day, task), (wanted.to_owned(), reason.to_owned()), "{task} on {day}");
    }
    assert_eq!(row(&home, "2025-06-24", 9)["due"], "2025-03-31");
    assert_eq!(row(&home, "2025-06-24", 3)["due"], "2025-12-31");
    assert!(row(&home, "2025-06-24", 14)["due"].is_null(), "the document sets none");
}

#[test]
fn the_light_is_the_leads_and_what_another_unit_said_stands_beside_it() {
    let home = Home::new();
    let of = |day: &str, unit: &str| {
        let rows = home.json(["--as-of", day, "list", "--unit", unit]);
        rows.as_array().unwrap().iter().find(|r| r["task"] == 9).unwrap()["light"].clone()
    };
    assert_eq!(of("2025-06-24", "嵊山镇"), "red", "the lead has not, and neither has the township");
    home.add("9", "嵊山镇", "2025-03-01", "目录已公布", &["--status", "done"]);
    let said = home.run(["--as-of", "2025-06-24", "list", "--unit", "嵊山镇"]).ok();
    assert!(said.contains("逾期85天 本单位:已完成"), "{said}");
    assert_eq!(of("2025-06-24", "嵊山镇"), "red", "the light is the lead's");
    assert_eq!(light(&home, "2025-06-24", 9).0, "red", "the task itself waits for its lead");
}

#[test]
fn what_was_reported_decides_with_the_date() {
    let home = Home::new();
    for (status, wanted, reason) in [
        ("not_started", "grey", "未启动"),
        ("on_track", "green", "正常推进"),
        ("standing", "green", "长期坚持"),
        ("behind", "yellow", "进展滞后"),
        ("done", "pending", "报称完成"),
        ("dropped", "closed", "调整取消"),
    ] {
        home.add("14", "sfj", "2025-06-12", "一句话", &["--status", status, "--evidence", "嵊委〔2025〕3号"]);
        assert_eq!(light(&home, "2025-06-24", 14), (wanted.to_owned(), reason.to_owned()), "{status}");
    }
    home.add("7", "sfj", "2025-06-12", "一句话", &["--status", "on_track"]);
    assert_eq!(light(&home, "2025-06-24", 7).0, "green");
    assert_eq!(light(&home, "2025-12-31", 7).0, "yellow");
    assert_eq!(light(&home, "2026-01-01", 7), ("red".to_owned(), "逾期1天".to_owned()));
}

#[test]
fn a_report_counts_from_its_day_on() {
    let home = Home::new();
    home.add("9", "xfb", "2025-03-20", "目录已公布", &["--status", "done"]);
    for (day, wanted) in
        [("2025-03-19", "red"), ("2025-03-20", "pending"), ("2025-06-24", "pending"), ("2026-04-01", "red")]
    {
        assert_eq!(light(&home, day, 9).0, wanted, "{day}");
    }
    assert!(home.json(["--as-of", "2025-03-19", "log"]).as_array().unwrap().is_empty());
    assert!(row(&home, "2025-03-19", 9)["last_entry"].is_null());
}

#[test]
fn counts_by_light_count_each_task_once() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "一句话", &["--status", "behind"]);
    home.add("17", "sfj", "2025-06-12", "一句话", &[]);
    for day in ["2022-12-31", "2025-06-24", "2025-12-15", "2026-01-01"] {
        let counts = home.json(["--as-of", day, "status"])["lights"].clone();
        let sum: u64 = counts.as_object().unwrap().values().map(|v| v.as_u64().unwrap()).sum();
        assert_eq!(sum, 21, "{day}");
        for (light, count) in counts.as_object().unwrap() {
            let rows = home.json(["--as-of", day, "list", "--light", light]);
            assert_eq!(rows.as_array().unwrap().len() as u64, count.as_u64().unwrap(), "{light} on {day}");
        }
        let of_unit = home.json(["--as-of", day, "status", "sfj"])["lights"].clone();
        let sum: u64 = of_unit.as_object().unwrap().values().map(|v| v.as_u64().unwrap()).sum();
        assert_eq!(sum, 17, "{day}");
    }
}

#[test]
fn people_read_the_same_lights() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "受理41件", &["--percent", "80"]);
    let overview = home.run(["--as-of", "2025-06-24", "status"]).ok();
    assert!(overview.contains("截至2025-06-24  全部21项  红1 黄0 绿1 灰19 核0 结0"), "{overview}");
    assert!(overview.contains("受理41件") && overview.contains("逾期85天"), "{overview}");
    assert!(!overview.contains("规划期已满"), "{overview}");
    let unit = home.run(["--as-of", "2025-06-24", "status", "sfj"]).ok();
    assert!(unit.contains("县司法局  牵头7 配合10 涉及0") && unit.contains("受理41件"), "{unit}");
    let task = home.run(["--as-of", "2025-06-24", "status", "14"]).ok();
    assert!(task.contains("绿 正常推进 80%") && task.contains("受理41件"), "{task}");
    let later = home.run(["--as-of", "2026-01-01", "status"]).ok();
    assert!(later.contains("规划期已满(2025-12-31)"), "{later}");
}
