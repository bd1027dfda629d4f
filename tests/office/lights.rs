//! Lights that the office's acts and the units' reports make, for any day, from outside.

use crate::support::Home;

/// The light of a task and why, on a day.
fn light(home: &Home, day: &str, task: usize) -> (String, String) {
    let row = home.json(["--as-of", day, "list"])[task - 1].clone();
    let text = |field: &str| row[field].as_str().unwrap().to_owned();
    (text("light"), text("light_reason"))
}

/// What is done, then what task shows which light on which day, and why.
type Case = (&'static [&'static str], usize, &'static [(&'static str, &'static str, &'static str)]);

const CASES: &[Case] = &[
    (
        &[
            "add 14 --unit sfj --date 2025-06-12 --status done 办结",
            "close 14 --reason 好 --on 2025-06-20",
            "reopen 14 --reason 不实 --on 2025-06-25",
        ],
        14,
        &[
            ("2025-06-11", "grey", "尚未报送"),
            ("2025-06-19", "pending", "报称完成"),
            ("2025-06-20", "closed", "已销号"),
            ("2025-06-24", "closed", "已销号"),
            ("2025-06-25", "pending", "报称完成"),
        ],
    ),
    (
        &[
            "add 7 --unit sfj --date 2025-06-12 推进",
            "extend 7 2026-06-30 --reason 改革 --approved-by 县政府 --doc-no 嵊政〔2025〕9号 --on 2025-12-20",
            "extend 7 2026-09-30 --reason 再延 --approved-by 县政府 --doc-no 嵊政〔2026〕2号 --on 2026-06-15",
            "extend 7 --withdraw 不再延 --on 2026-07-10",
        ],
        7,
        &[
            ("2025-12-19", "yellow", "剩12天"),
            ("2025-12-20", "green", "正常推进"),
            ("2026-01-01", "green", "待总结"),
            ("2026-05-31", "yellow", "剩30天"),
            ("2026-07-01", "green", "待总结"),
            ("2026-07-10", "red", "逾期10天"),
        ],
    ),
    (
        &["add 7 --unit sfj --date 2025-06-12 --value T7a=3.2 推进"],
        7,
        &[
            ("2025-11-30", "green", "正常推进"),
            ("2025-12-30", "yellow", "剩1天"),
            ("2025-12-31", "red", "指标未达"),
            ("2026-01-01", "red", "逾期1天"),
        ],
    ),
    (
        &[
            "add 15 --unit sfj --date 2025-06-12 --value T15a=7.5 应诉",
            "add 15 --unit sfj --date 2025-06-20 --value T15a=6 应诉",
        ],
        15,
        &[("2025-06-12", "yellow", "指标超限"), ("2025-06-20", "green", "正常推进")],
    ),
    (
        &["period open 2025B1 --on 2025-01-02", "period open 2025B2 --on 2025-03-03"],
        14,
        &[
            ("2025-02-25", "grey", "尚未报送"),
            ("2025-02-26", "yellow", "本期未报"),
            ("2025-03-03", "grey", "尚未报送"),
            ("2025-04-25", "grey", "尚未报送"),
            ("2025-04-26", "red", "连续2期未报"),
        ],
    ),
    (
        &["settings running 3", "period open 2025B1 --on 2025-01-02", "period open 2025B2 --on 2025-03-03"],
        14,
        &[("2025-04-26", "yellow", "本期未报")],
    ),
    (
        &[
            "period open 2025B1 --on 2025-01-02",
            "add 14 --unit sfj --date 2025-02-20 --status behind 人手紧",
            "period open 2025B2 --on 2025-03-03",
            "add 14 --unit sfj --date 2025-04-20 --status behind 人手还紧",
            "add 14 --unit sfj --date 2025-04-28 --period 2025B2 已补齐",
        ],
        14,
        &[
            ("2025-02-26", "yellow", "进展滞后"),
            ("2025-04-25", "yellow", "进展滞后"),
            ("2025-04-26", "red", "连续2期滞后或未报"),
        ],
    ),
    (
        &[
            "add 14 --unit sfj --date 2025-06-12 受理41件",
            "review 1 --return 没有办结数",
            "add 14 --unit sfj --date 2025-06-15 办结38件",
        ],
        14,
        &[("2025-06-12", "yellow", "退回未改"), ("2025-06-15", "green", "正常推进")],
    ),
    (
        &["add 14 --unit sfj --date 2025-06-12 推进", "add 11 --unit scjgj --date 2025-06-12 推进"],
        14,
        &[
            ("2025-12-31", "green", "正常推进"),
            ("2026-01-01", "green", "待总结"),
            ("2030-01-01", "green", "待总结"),
        ],
    ),
    (
        &["add 20 --unit dsj --date 2025-06-12 --value T20a=否 推进"],
        20,
        &[("2025-12-31", "green", "正常推进"), ("2026-01-01", "green", "待总结")],
    ),
];

#[test]
fn each_act_turns_its_light_on_its_day() {
    for (acts, task, shown) in CASES {
        let home = Home::new();
        for act in *acts {
            home.run(act.split(' ')).ok();
        }
        for (day, color, why) in *shown {
            let wanted = ((*color).to_owned(), (*why).to_owned());
            assert_eq!(light(&home, day, *task), wanted, "task {task} on {day} after {acts:?}");
        }
    }
}

#[test]
fn what_nobody_is_held_to_is_said_not_to_be_reached() {
    let home = Home::new();
    home.add("20", "dsj", "2025-06-12", "推进", &["--value", "T20a=否", "--value", "G2=4"]);
    for (day, reached) in [("2025-12-30", true), ("2025-12-31", false), ("2026-02-01", false)] {
        let said = home.run(["--as-of", day, "show", "20"]).ok();
        assert_eq!(!said.contains("未达成 T20a"), reached, "{day}: {said}");
        let shown = home.json(["--as-of", day, "show", "20"]);
        assert_eq!(shown["not_reached"].as_array().unwrap().is_empty(), reached, "{day}");
        let goals = home.run(["--as-of", day, "indicators"]).ok();
        let goal = goals.lines().find(|l| l.starts_with("G2")).unwrap();
        assert_eq!(goal.contains("未达标"), reached, "{day}: {goal}");
        assert_eq!(goal.contains("未达成"), !reached, "{day}: {goal}");
    }
}

#[test]
fn trouble_of_a_supporting_unit_is_named_and_turns_nothing() {
    let home = Home::new();
    home.add("10", "zhxzzfj", "2025-06-10", "推进", &[]);
    let row = &home.json(["units"]).as_array().unwrap().clone();
    let support = row.iter().find(|u| u["supports"].as_array().unwrap().contains(&10.into())).unwrap();
    let name = support["name"].as_str().unwrap();
    home.add("10", name, "2025-06-11", "缺人", &["--status", "behind", "--problems", "编制未到位"]);
    assert_eq!(light(&home, "2025-06-24", 10).0, "green", "the light is the lead's");
    let said = home.run(["--as-of", "2025-06-24", "show", "10"]).ok();
    assert!(said.contains(&format!("配合单位 {name} 进展滞后 编制未到位")), "{said}");
    home.run(["review", "2", "--return", "写明措施"]).ok();
    let trouble = home.json(["--as-of", "2025-06-24", "show", "10"])["trouble"].clone();
    let wanted = serde_json::json!([{"unit": name, "state": "returned", "entry": 2, "why": "写明措施"}]);
    assert_eq!(trouble, wanted);
}
