//! `list`: conditions one by one, all together, and the orders.

use serde_json::Value;

use crate::fields::reported;
use crate::support::Home;
use crate::values::{official, parts, tasks};

/// The tasks that `list` gives for some options.
fn list(home: &Home, options: &str) -> Vec<usize> {
    tasks(&home.json(format!("--as-of 2025-06-24 list {options}").split_whitespace()))
}

#[test]
fn a_unit_and_its_role() {
    let home = Home::new();
    for unit in ["县司法局", "县府办", "嵊山镇", "各乡镇人民政府", "县法院"] {
        let [leads, supports, covered] = parts(unit);
        let both = |a: &[usize], b: &[usize]| {
            let mut all = [a, b].concat();
            all.sort_unstable();
            all
        };
        let named = both(&leads, &supports);
        for (role, wanted) in [
            ("lead", leads),
            ("support", supports),
            ("covered", covered.clone()),
            ("named", named.clone()),
            ("any", both(&named, &covered)),
        ] {
            assert_eq!(list(&home, &format!("--unit {unit} --role {role}")), wanted, "{unit} {role}");
        }
        assert_eq!(list(&home, &format!("--unit {unit}")), both(&named, &covered));
    }
    assert_eq!(list(&home, "--unit 菜园镇").len(), 16);
}

#[test]
fn words_are_looked_for_in_titles_texts_units_and_reports() {
    let home = reported();
    let mentions = |word: &str| -> Vec<usize> {
        let holds = |t: &&crate::official::Task| {
            [&t.title, &t.body, &t.bracket].into_iter().any(|s| s.contains(word))
                || t.written.iter().any(|w| crate::official::usual(w).contains(word))
        };
        official().tasks.iter().filter(holds).map(|t| t.no).collect()
    };
    for word in ["行政复议", "律师", "县法院", "100%"] {
        assert_eq!(list(&home, &format!("--text {word}")), mentions(word), "{word}");
    }
    assert_eq!(list(&home, "--text 受理41件"), [14], "what was reported");
    assert_eq!(list(&home, "--text 人手紧"), [14], "problems");
    assert_eq!(list(&home, "--text 增聘委员"), [14], "next steps of an older report");
    assert_eq!(list(&home, "--text １００％"), mentions("100%"), "full-width typing");
    assert_eq!(list(&home, "--text 没有这句话"), [0; 0]);
}

#[test]
fn a_word_is_found_wherever_it_stands_and_every_sign_is_itself() {
    let home = Home::new();
    let text = "数字化改革GDP增长3.2%,用“a_b”与'c\"d'标注（ＡＢ）cafe\u{301}督";
    home.add("9", "xfb", "2025-06-11", text, &[]);
    home.add("10", "sfj", "2025-06-11", "aXb 与 GDP 无关,下降32个点", &[]);
    let found = |word: &str| tasks(&home.json(["--as-of", "2025-06-24", "list", "--text", word]));
    // One hanzi, two, three and more, at the beginning, in the middle and at the end; mixed with letters.
    for word in ["督", "数字", "字化", "标注", "数字化", "化改革", "GDP增长", "gdp增", "增长3.2%"]
    {
        assert!(found(word).contains(&9), "{word}");
    }
    // Signs that a query could take for its own.
    for word in ["3.2%", "2%", "a_b", "c\"d", "“a_b”"] {
        assert_eq!(found(word), [9], "{word}");
    }
    for word in ["a%b", "数_化", "\"数字\" OR \"下降\"", "gdp*", "督-x", "NEAR(数 字)"] {
        assert_eq!(found(word), [0; 0], "{word}");
    }
    // Width, case, and how an accent is spelt make no difference; what is stored stays as it was typed.
    for word in ["(ab)", "（AB）", "（ａｂ）", "caf\u{e9}", "CAFE\u{301}", "ＧＤＰ增长"] {
        assert!(found(word).contains(&9), "{word}");
    }
    let stored = home.json(["log", "9"])[0]["progress"].as_str().unwrap().to_owned();
    assert_eq!(stored, text.replace("e\u{301}", "\u{e9}"));
}

#[test]
fn all_conditions_hold_at_once() {
    let home = reported();
    assert_eq!(list(&home, "--status behind"), [3]);
    assert_eq!(list(&home, "--status 进展滞后"), [3], "the word does as well as the code");
    assert_eq!(list(&home, "--light red,yellow"), [3, 9]);
    assert_eq!(list(&home, "--light green"), [14]);
    assert_eq!(list(&home, "--light green --unit sfj"), [14]);
    assert_eq!(
        list(&home, "--unit sfj --role lead --group 五 --status on_track --light green --text 复议"),
        [14]
    );
    for but in [
        "--unit xfb",
        "--unit sfj --role support",
        "--unit sfj --group 四",
        "--unit sfj --status behind",
        "--unit sfj --light red --role lead",
        "--unit sfj --light green --text 律师",
    ] {
        let text = if but.contains("--text") { "" } else { "--text 受理41件" };
        assert_eq!(list(&home, &format!("{text} {but}")), [0; 0], "{but}");
    }
}

#[test]
fn under_a_unit_filter_the_standing_is_that_units() {
    let home = reported();
    let row = |options: &[&str]| -> Value {
        let words = [&["--as-of", "2025-06-24", "list", "--group", "三"], options].concat();
        let rows = home.json(words);
        rows.as_array().unwrap().iter().find(|r| r["task"] == 9).unwrap().clone()
    };
    let (lead, town) = (row(&[]), row(&["--unit", "菜园镇"]));
    assert_eq!((lead["unit"].as_str(), lead["status"].as_str()), (Some("县府办"), None));
    assert_eq!((town["unit"].as_str(), town["status"].as_str()), (Some("菜园镇"), Some("done")));
    assert_eq!(town["last_entry"]["progress"], "目录已公布");
    assert_eq!(lead["light"], "red");
}

#[test]
fn the_orders() {
    let home = reported();
    home.add("7", "sfj", "2025-06-20", "已完成", &["--status", "done"]);
    assert_eq!(list(&home, "--sort task"), (1..=21).collect::<Vec<_>>());
    // 9 red, 3 behind, 14 on track, the rest not yet reported, 7 said to be done.
    let by_light = list(&home, "--sort light");
    assert_eq!((&by_light[..3], by_light[20]), (&[9, 3, 14][..], 7));
    assert_eq!(list(&home, "--sort due")[..3], [9, 3, 7], "31 March, then the end of the year, then none");
    assert_eq!(list(&home, "--sort last")[..3], [7, 14, 3]);
    let leads = |no: usize| official().tasks[no - 1].written[0].clone();
    let mut seen: Vec<String> = list(&home, "--sort unit").into_iter().map(leads).collect();
    seen.dedup();
    assert_eq!(seen.len(), 10, "each leading unit stands in one block");
    let first: Vec<String> = list(&home, "--sort pinyin").into_iter().map(leads).take(3).collect();
    assert_eq!(first, ["县大数据局", "县发改局", "县发改局"]);
    let units = home.json(["units", "--pinyin"]);
    let names: Vec<&str> =
        units.as_array().unwrap().iter().take(4).map(|u| u["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["菜园镇", "各乡镇人民政府", "枸杞乡", "花鸟乡"]);
}

#[test]
fn an_empty_list_is_no_error() {
    let home = Home::new();
    assert_eq!(home.run(["list", "--light", "closed", "--json"]).ok(), "[]\n");
    assert!(home.run(["list", "--light", "closed"]).ok().ends_with("  0项\n没有符合的任务。\n"));
    assert_eq!(home.run(["list", "--light", "closed", "--csv"]).ok().lines().count(), 1);
    assert_eq!(home.run(["log", "--json"]).ok(), "[]\n");
    assert_eq!(home.run(["log"]).ok(), "还没有报送过。\n");
}
