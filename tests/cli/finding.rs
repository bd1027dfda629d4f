//! Naming a unit, a group or a task by whatever people type.

use crate::support::Home;
use crate::values::tasks;

#[test]
fn a_unit_is_found_by_name_part_alias_pinyin_initials_or_a_mix() {
    let home = Home::new();
    for (typed, unit) in [
        ("县司法局", "县司法局"),
        ("sfj", "县司法局"),
        ("SFJ", "县司法局"),
        ("sifaju", "县司法局"),
        ("xiansifaju", "县司法局"),
        ("司法", "县司法局"),
        ("si法", "县司法局"),
        ("ｓｆｊ", "县司法局"),
        ("xfb", "县府办"),
        ("zfb", "县府办"),
        ("县政府办", "县府办"),
        ("szgj", "县市场监管局"),
        ("市监局", "县市场监管局"),
        ("ssz", "嵊山镇"),
        ("嵊山", "嵊山镇"),
        ("jjw", "县纪委监委"),
        ("各乡镇", "各乡镇人民政府"),
    ] {
        let said = home.call(["status", "--json"]).arg(typed).run();
        if typed == "szgj" {
            // The letters of no unit in their order: a refusal, not a guess.
            assert_ne!(said.code, 0, "{typed}: {}", said.out);
            continue;
        }
        let found: serde_json::Value = serde_json::from_str(&said.ok()).unwrap();
        assert_eq!(found["name"], unit, "{typed}");
    }
}

#[test]
fn a_unit_is_found_wherever_one_is_named() {
    let home = Home::new();
    let id = home.add("14", "si法", "2025-06-12", "受理41件", &[]);
    for words in [["list", "--unit"], ["log", "--unit"]] {
        let found = home.json(words.iter().chain(&["sifaju"]));
        assert_eq!(found, home.json(words.iter().chain(&["县司法局"])));
    }
    assert_eq!(home.json(["log", "--unit", "SFJ"])[0]["id"].to_string(), id);
}

#[test]
fn what_fits_several_units_lists_them() {
    let home = Home::new();
    for (typed, some) in [("财", vec![]), ("乡", vec!["五龙乡", "黄龙乡"]), ("xwb", vec![])] {
        let said = home.run(["list", "--unit", typed]);
        if some.is_empty() {
            assert_eq!(said.code, 0, "{typed} names one unit only: {}", said.err);
            continue;
        }
        let sentence = said.refused(2);
        assert!(some.iter().all(|s| sentence.contains(s)), "{sentence}");
    }
    let sentence = home.run(["add", "14", "--unit", "县委", "好"]).refused(2);
    assert!(["县委办", "县委党校", "县委编办"].iter().all(|s| sentence.contains(s)), "{sentence}");
}

#[test]
fn an_unknown_unit_is_told_the_nearest_names() {
    let home = Home::new();
    for (typed, near) in
        [("县私法局", "县司法局"), ("县财证局", "县财政局"), ("市场监督管理局", "县市场监管局")]
    {
        for words in [vec!["list", "--unit", typed], vec!["add", "14", "--unit", typed, "好"]] {
            let sentence = home.run(&words).refused(3);
            assert!(sentence.contains(typed) && sentence.contains(near), "{words:?}: {sentence}");
        }
    }
    assert!(home.run(["list", "--unit", "qqqq"]).refused(3).contains("duban units"));
}

#[test]
fn a_group_is_found_by_number_numeral_name_or_pinyin() {
    let home = Home::new();
    for typed in ["3", "三", "依法决策", "yfjc", "规范制度文件管理,提升依法决策能力"] {
        assert_eq!(tasks(&home.json(["list", "--group", typed])), [8, 9], "{typed}");
    }
    let sentence = home.run(["list", "--group", "八"]).refused(3);
    assert!(sentence.contains("一 党的领导") && sentence.contains("七 数字政府"), "{sentence}");
}

#[test]
fn status_takes_a_task_a_group_or_a_unit_of_several_words() {
    let home = Home::new();
    assert_eq!(home.json(["status", "14"])["task"], 14);
    assert_eq!(home.json(["status", "行政复议"])["task"], 14);
    for group in ["三", "依法决策"] {
        assert_eq!(tasks(&home.json(["status", group])), [8, 9], "{group}");
    }
    assert_eq!(home.json(["status", "si", "fa", "ju"])["name"], "县司法局");
    assert_eq!(home.json(["--lang", "en", "status", "Justice", "Bureau"])["name"], "县司法局");
    assert!(home.run(["status", "22"]).refused(3).contains("1到21"));
}
