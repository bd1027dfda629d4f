//! `log`: pages of entries, newest first.

use serde_json::Value;

use crate::support::Home;

fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|e| e["id"].as_i64().unwrap()).collect()
}

/// 25 entries; number n is dated the n-th of May, but 25 is dated before all others.
fn long() -> Home {
    let home = Home::new();
    for n in 1..=24 {
        let (task, unit) = if n % 2 == 0 { ("14", "sfj") } else { ("3", "yfzxb") };
        home.add(task, unit, &format!("2025-05-{n:02}"), &format!("第{n}次"), &[]);
    }
    home.add("14", "sfj", "2025-01-01", "补报", &[]);
    home
}

#[test]
fn entries_come_newest_first_and_twenty_at_a_time() {
    let home = long();
    assert_eq!(ids(&home.json(["log"])), (5..=24).rev().collect::<Vec<_>>());
    assert_eq!(ids(&home.json(["log", "--limit", "3"])), [24, 23, 22]);
    assert_eq!(ids(&home.json(["log", "--before", "5"])), [4, 3, 2, 1, 25]);
    assert_eq!(ids(&home.json(["log", "--before", "1"])), [25]);
    let all: Vec<i64> = (1..=24).rev().chain([25]).collect();
    assert_eq!(ids(&home.json(["log", "--all"])), all);
    assert_eq!(ids(&home.json(["show", "14", "--limit", "2"])["entries"]), [24, 22]);
    assert_eq!(ids(&home.json(["show", "14", "--before", "2"])["entries"]), [25]);
}

#[test]
fn people_are_told_how_to_read_on() {
    let home = long();
    let page = home.run(["log"]).ok();
    assert!(page.ends_with("往前还有,加 --before 5 或 --all。\n"), "{page}");
    let rest = home.run(["log", "--before", "5"]).ok();
    assert!(!rest.contains("--all") && rest.contains("补报"), "{rest}");
    assert!(home.run(["show", "14", "--limit", "2"]).ok().ends_with("往前还有,加 --before 22 或 --all。\n"));
}

#[test]
fn entries_of_one_task_one_unit_or_since_a_day() {
    let home = long();
    assert_eq!(ids(&home.json(["log", "14", "--limit", "3"])), [24, 22, 20]);
    assert_eq!(ids(&home.json(["log", "--unit", "sfj", "--limit", "3"])), [24, 22, 20]);
    assert_eq!(ids(&home.json(["log", "--since", "2025-05-23"])), [24, 23]);
    assert_eq!(ids(&home.json(["--as-of", "2025-05-02", "log"])), [2, 1, 25]);
    assert_eq!(ids(&home.json(["log", "14", "--unit", "yfzxb"])), [0; 0]);
    assert_eq!(ids(&home.json(["log", "3", "--since", "2025-05-20", "--unit", "yfzxb"])), [23, 21]);
}

#[test]
fn a_page_before_an_entry_that_is_not_there_is_refused() {
    let home = long();
    for words in [["log", "--before", "99"], ["log", "--before", "26"]] {
        let sentence = home.run(words).refused(3);
        assert!(sentence.contains(words[2]), "{sentence}");
    }
    assert!(home.run(["show", "14", "--before", "99"]).refused(3).contains("99"));
}

#[test]
fn no_other_number_than_a_whole_one_above_zero_counts() {
    let home = Home::new();
    for typed in ["0", "-1", "x", "1.5", "99999999999999999999"] {
        for option in ["--limit", "--before"] {
            let sentence = home.run(["log", &format!("{option}={typed}")]).refused(2);
            assert!(sentence.contains(typed) && sentence.contains("整数"), "{sentence}");
        }
    }
}

#[test]
fn texts_are_found_by_pinyin_and_initials() {
    let home = Home::new();
    let wanted: Vec<i64> = ["设公证处两处", "公证处开门"]
        .iter()
        .map(|text| home.add("13", "sfj", "2025-05-02", text, &[]).parse().unwrap())
        .collect();
    home.add("14", "sfj", "2025-05-03", "公证人员走访", &["--problems", "GDP不算"]);
    for typed in ["gzc", "GZC", "gongzhengchu", "gong zheng chu", "公zhengc"] {
        assert_eq!(ids(&home.json(["log", "--text", typed])), [wanted[1], wanted[0]], "{typed}");
        assert_eq!(ids(&home.json(["log", "14", "--text", typed])), [0; 0], "{typed}");
        assert_eq!(crate::values::tasks(&home.json(["list", "--text", typed])), [13], "{typed}");
    }
    assert_eq!(ids(&home.json(["log", "--text", "gdp"])), [3]);
    assert_eq!(ids(&home.json(["log", "--text", "gdpbusuan"])), [3]);
    assert_eq!(ids(&home.json(["log", "--text", "gz"])), [0; 0]);
    assert!(home.run(["log", "--text", "gzc", "--limit", "1"]).ok().contains("--before 2"));
}
