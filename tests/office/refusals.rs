//! What the office's verbs refuse: one sentence in each language, its exit code, and nothing written.

use crate::support::{Home, today};

/// What was typed, the exit code, and words that the Chinese and the English sentence hold.
const TABLE: &[(&str, i32, &str, &str)] = &[
    ("period open 2025X3", 2, "2025B3", "2025B3"),
    ("period open 2025B3", 2, "已经开着", "open already"),
    ("period open 2025B4 --cutoff 2025-06-01", 2, "早于", "before"),
    ("period open 2025B4 --on 2999-01-01", 2, "还没有到", "has not come yet"),
    ("period open 2025B4 --on 2025-02-30", 2, "最晚28日", "its last is 28"),
    ("period close 2025B4", 2, "没有开着", "not open"),
    ("period close 2025B3 --on 2025-04-01", 2, "早于", "before"),
    ("--as-of 2025-04-30 period close", 2, "2025B2 没有开着", "2025B2 is not open"),
    ("period shut", 2, "shut", "shut"),
    ("due --within -1", 2, "大于0", "above 0"),
    ("due --unit qqqq", 3, "duban units", "duban units"),
    ("due --csv --json", 2, "不能一起用", "cannot be used together"),
    ("missing --period 2025B4", 2, "2025B4", "2025B4"),
    ("missing --period x", 2, "2025B3", "2025B3"),
    ("review 9 --pass", 3, "没有第9份", "no entry 9"),
    ("review x --pass", 2, "进展编号", "entry's number"),
    ("review 1", 2, "--pass", "--pass"),
    ("review --pass", 2, "<ENTRY>", "<ENTRY>"),
    ("review 1 --pass --return 好", 2, "不能一起用", "cannot be used together"),
    ("review 1 --return", 2, "--return", "--return"),
    ("review 1 --pass --if-revision 7", 4, "第7版", "revision 7"),
    ("review 1 --pass --if-revision 0", 2, "大于0", "above 0"),
    ("close 14 --reason 好", 2, "已完成", "is done"),
    ("close 14", 2, "--reason", "--reason"),
    ("close 22 --reason 好", 3, "1到21", "1 to 21"),
    ("close 9 --reason 好", 2, "已经销号", "already"),
    ("close 12 --reason 好 --on 2999-01-01", 2, "还没有到", "has not come yet"),
    ("reopen 14 --reason 好", 2, "没有销号", "not closed"),
    ("reopen 9 --reason 好 --on 2025-06-01", 2, "早于", "before"),
    (
        "extend 14 2026-01-01 --reason 好 --approved-by 县政府 --doc-no 1号",
        2,
        "没有自己的时限",
        "no date of its own",
    ),
    (
        "extend 7 2025-12-31 --reason 好 --approved-by 县政府 --doc-no 1号",
        2,
        "晚于 2025-12-31",
        "after 2025-12-31",
    ),
    ("extend 7 2026-01-01 --reason 好 --approved-by 县政府", 2, "--doc-no", "--doc-no"),
    ("extend 7 --reason 好", 2, "DAY", "DAY"),
    ("extend 7 2026-01-01 --withdraw 好", 2, "不能一起用", "cannot be used together"),
    ("extend 7 --withdraw 好", 2, "没有延期", "no extension"),
    ("notice send 警告 --unit sfj 好", 2, "remind 催办", "remind"),
    ("notice send 催办 --unit qqqq 好", 3, "qqqq", "qqqq"),
    ("notice send 催办 --unit 县属各有关单位 好", 2, "统称", "collective"),
    ("notice send 催办 --unit sfj --task 22 好", 3, "1到21", "1 to 21"),
    ("notice send 催办 --unit sfj --on 2025-06-10 --due 2025-06-09 好", 2, "早于", "before"),
    ("notice send 催办 --unit sfj", 2, "<TEXT>", "<TEXT>"),
    ("notice send 催办 好", 2, "--unit", "--unit"),
    ("notice send 催办 --unit , 好", 2, "单位", "a unit"),
    ("notice answer 1 --unit 嵊山镇 好", 2, "没有发给", "not sent to"),
    ("notice answer 1 好", 2, "单位", "a unit"),
    ("notice answer 1 --unit sfj --on 2025-05-01 好", 2, "早于", "before"),
    ("notice answer 9 --unit sfj 好", 3, "没有第9号", "no notice 9"),
    ("notice show 9", 3, "没有第9号", "no notice 9"),
    ("notice show x", 2, "大于0", "above 0"),
    ("notice end 2 好", 2, "已经办结", "was ended"),
    ("settings speed 3", 2, "near_days", "near_days"),
    ("settings near_days 366", 2, "0-365", "0-365"),
    ("settings cutoff_day 很晚", 2, "1-31", "1-31"),
    ("settings period 周", 2, "two_months", "two_months"),
    ("settings office 县委", 2, "县委党校", "县委党校"),
    ("operator add wang --role boss", 2, "reporter 填报", "reporter"),
    ("operator add wang --role reporter", 2, "单位", "a unit"),
    ("operator add wang --role reporter --unit 各乡镇", 2, "统称", "collective"),
    ("operator add 王 --role office", 2, "登录名", "login name"),
    ("operator add wang", 2, "--role", "--role"),
    ("operator disable nobody", 3, "没有经办人", "no operator"),
    ("add 14 --unit sfj --status dropped 停办", 2, "文号", "number of the approving document"),
    ("--known-at 2025-06-24 period open 2025B5", 2, "--known-at", "--known-at"),
    ("--known-at 2025-06-24 close 12 --reason 好", 2, "--known-at", "--known-at"),
    ("--known-at 2025-06-24 settings running 3", 2, "--known-at", "--known-at"),
];

fn home() -> Home {
    let home = Home::new();
    for act in [
        "add 14 --unit sfj --date 2025-06-12 受理41件",
        "add 9 --unit xfb --date 2025-06-12 --status done 目录已公布",
        "add 12 --unit sfj --date 2025-06-12 --status done 完成",
        "period open 2025B3 --on 2025-05-01",
        "close 9 --reason 好 --on 2025-06-15",
        "notice send 催办 --unit sfj --on 2025-06-10 请报",
        "notice send 催办 --unit sfj --on 2025-06-10 请报",
        "notice end 2 --on 2025-06-11 已报",
    ] {
        home.run(act.split(' ')).ok();
    }
    home
}

#[test]
fn each_is_told_in_one_sentence_with_its_code() {
    let home = home();
    let before = home.rows();
    let hanzi = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let plan = include_str!("../../data/plan.toml");
    for (typed, code, zh, en) in TABLE {
        for (lang, part) in [("zh", zh), ("en", en)] {
            let said = home.call(typed.split(' ')).env("DUBAN_LANG", lang).run().refused(*code);
            assert!(said.contains(part), "{typed}: {said}");
            assert!(!said.contains(['{', '\u{1b}']), "{typed}: {said}");
            let end = if lang == "zh" { '。' } else { '.' };
            assert!(said.ends_with(end) || said.ends_with('`'), "{typed}: {said}");
            let foreign = said.chars().find(|c| hanzi(*c) && !typed.contains(*c) && !plan.contains(*c));
            assert!(
                lang == "zh" && said.chars().any(hanzi) || lang == "en" && foreign.is_none(),
                "{typed}: {said}"
            );
        }
    }
    assert_eq!(home.rows(), before, "nothing was written");
}

#[test]
fn a_day_named_for_looking_is_the_day_of_an_act_and_never_in_the_future() {
    let home = home();
    let closed = home.json(["--as-of", "2025-06-20", "close", "12", "--reason", "好"]);
    assert_eq!(closed["date"], "2025-06-20");
    let tomorrow = today().tomorrow().unwrap().tomorrow().unwrap().to_string();
    for words in [
        vec!["reopen", "12", "--reason", "好"],
        vec!["period", "close", "2025B3"],
        vec!["notice", "end", "1", "好"],
        vec!["notice", "answer", "1", "--unit", "sfj", "好"],
        vec!["notice", "send", "remind", "--unit", "sfj", "好"],
    ] {
        let said = home.run([&["--as-of", &tomorrow], words.as_slice()].concat()).refused(2);
        assert!(said.contains(&tomorrow), "{words:?}: {said}");
    }
    assert_eq!(home.json(["reopen", "12", "--reason", "不实"])["reopened"], today().to_string());
}

#[test]
fn what_was_said_already_is_not_said_again() {
    let home = home();
    home.run(["review", "1", "--pass"]).ok();
    let said = home.run(["review", "1", "--pass"]).refused(2);
    assert!(said.contains("已经是"), "{said}");
    home.run(["review", "1", "--highlight"]).ok();
    assert_eq!(home.json(["log", "14"])[0]["review"]["highlight"], true);
    home.run(["review", "3", "--return", "不实"]).ok();
    let said = home.run(["close", "12", "--reason", "好"]).refused(2);
    assert!(said.contains("已完成"), "what was sent back does not count as done: {said}");
}
