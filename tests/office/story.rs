//! One whole period, from opening to closing it, played by an office, a bureau and a township.

use crate::people::Person;
use crate::support::Home;

/// Whether every one of these stands in a text.
#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part} in:\n{text}");
    }
}

#[test]
fn a_whole_period() {
    let home = Home::new();
    let [office, bureau, town] = [54_001, 54_002, 54_003].map(|number| Person::new(&home, number));

    // Whoever sets up the ledger lists the people, the office last: from then on only who is listed may write.
    let admin = |words: &str| home.run(words.split(' ')).ok();
    admin("settings general 各乡镇");
    admin("settings office 县委依法治县办");
    admin("operator add uid54002 --role reporter --unit sfj --display 王科员");
    admin("operator add uid54003 --role 填报 --unit ssz");
    holds(&admin("operator add uid54001 --role office --display 李主任"), &["uid54001:办公室。", "只能查看"]);
    holds(&home.run(["add", "14", "--unit", "sfj", "好"]).refused(5), &["李主任", "王科员"]);

    // The office opens the period.
    holds(&bureau.may_not("period open 2025B3 --on 2025-05-06"), &["开期", "李主任"]);
    holds(&office.says("period open 2025B3 --on 2025-05-06"), &["第3期 2025年5-6月", "2025-06-25", "应报28"]);

    // The bureau and the township report; neither for others.
    assert_eq!(bureau.says("add 14 --unit sfj --date 2025-06-10 受理41件"), "1");
    holds(&bureau.may_not("add 9 --unit xfb --date 2025-06-10 好"), &["填报", "李主任"]);
    assert_eq!(town.says("add 综合 --unit ssz --date 2025-06-12 召开两次会议"), "2");
    holds(&town.may_not("review 1 --pass"), &["审核", "李主任"]);
    holds(&town.may_not("edit 1 改了"), &["填报"]);
    holds(&town.may_not("delete 1 --yes"), &["填报"]);
    holds(
        &bureau.says("log"),
        &["#1 2025-06-10 2025B3 县司法局 正常推进 uid54002 待审 14", "uid54003 待审 综合"],
    );

    // The office works its queue, oldest first.
    let queue = office.says("review");
    holds(&queue, &["待审 2", "受理41件"]);
    assert!(queue.find("#1").unwrap() < queue.find("#2").unwrap(), "{queue}");
    assert_eq!(office.says("review 1 --return 请写明办结数"), "已退回 #1");
    assert_eq!(office.says("review 2 --pass --highlight"), "已通过 #2");
    holds(&office.says("review"), &["没有待审的"]);
    holds(&office.says("missing --as-of 2025-06-20 --unit sfj"), &["应报7 已报0 未报6 退回1", "退回重报"]);
    holds(&office.says("--as-of 2025-06-20 list --unit sfj --role lead"), &["退回未改"]);

    // The bureau sees what came back and mends it.
    holds(&bureau.says("review list --returned"), &["退回未改 1", "退回(请写明办结数)"]);
    assert_eq!(bureau.says("edit 1 受理41件,办结38件"), "3");
    holds(&bureau.says("review list --returned"), &["没有退回未改的"]);
    assert_eq!(
        office.run(["review", "1", "--pass", "--if-revision", "2"]).code,
        4,
        "read before it was mended"
    );
    office.says("review 1 --pass --if-revision 3");
    holds(&town.says("log"), &["亮点 综合"]);

    // The office types for a bureau without an account; that has passed, and who reported it is kept apart.
    let words = "add 9 --unit xfb --date 2025-06-18 --status done --reporter 县府办张科长 目录已公布";
    assert_eq!(office.says(words), "3");
    let entry = &home.json(["log", "9"])[0];
    assert_eq!((&entry["reporter"], &entry["typed_by"]), (&"县府办张科长".into(), &"uid54001".into()));
    assert_eq!(entry["review"]["state"], "approved");
    // Its own task it passes itself, and that is said.
    office.says("add 1 --unit yfzxb --date 2025-06-19 召开领导小组会议");
    holds(&office.says("log 1"), &["自审"]);

    // One day before the cut-off, and after it.
    let line = "第3期 应报28 已报4 未报24 待审0 截止2025-06-25";
    holds(&office.says("--as-of 2025-06-24 status"), &[&format!("{line} 剩1天")]);
    holds(&office.says("--as-of 2025-06-26 status"), &[&format!("{line} 已过1天")]);
    holds(&office.says("--as-of 2025-06-26 list --light yellow"), &["本期未报"]);

    // It presses the bureau, which answers and reports late.
    let words = "notice send 催办 --unit sfj --task 7,12 --on 2025-06-26 --due 2025-06-30 请两日内报送";
    assert_eq!(office.says(words), "1");
    holds(
        &bureau.says("--as-of 2025-06-27 due --unit sfj"),
        &["剩3天", "督办反馈", "#1 请两日内报送", "逾期2天"],
    );
    holds(&bureau.says("--as-of 2025-06-27 show 7"), &["督办 #1 2025-06-26 催办 县司法局", "待反馈1"]);
    holds(&town.may_not("notice answer 1 --unit sfj 好"), &["反馈督办", "王科员"]);
    assert_eq!(bureau.says("notice answer 1 --on 2025-06-27 今日补报"), "已记下县司法局对第1号督办的反馈。");
    bureau.says("add 7 --unit sfj --date 2025-06-27 --period 2025B3 新增律师2名");
    bureau.says("add 12 --unit sfj --date 2025-06-27 完成执法评查");
    office.says("review 5 --pass");
    holds(&office.says("missing --as-of 2025-06-27 --unit sfj --all"), &["迟报2", "按时", "迟报 2025-06-27"]);
    office.says("notice end 1 --on 2025-06-28 已补报");
    holds(&office.says("--as-of 2025-06-28 notice"), &["没有督办"]);
    holds(&office.says("--as-of 2025-06-27 notice"), &["已反馈"]);

    // A date is moved, a task is closed; the bureau may do neither.
    let extend =
        "extend 7 2026-06-30 --reason 机构改革 --approved-by 县政府 --doc-no 嵊政〔2025〕9号 --on 2025-06-28";
    holds(&bureau.may_not(extend), &["延期"]);
    holds(&office.says(extend), &["第7项", "2025-12-31", "2026-06-30"]);
    holds(
        &office.says("--as-of 2025-06-28 show 7"),
        &["时限 2026-06-30 延1", "县政府 嵊政〔2025〕9号 机构改革"],
    );
    assert!(office.run("close 14 --reason 好".split(' ')).refused(2).contains("已完成"));
    holds(&bureau.may_not("close 9 --reason 好"), &["销号"]);
    office.says("close 9 --reason 目录已公布 --on 2025-06-29");
    holds(&office.says("--as-of 2025-06-29 show 9"), &["结 已销号", "销号 2025-06-29 目录已公布"]);

    // The period is closed and counted; nothing can be denied later.
    let closed = office.says("period close 2025B3 --on 2025-06-30");
    holds(&closed, &["已关第3期", "应报28 已报6 迟报2 未报22"]);
    holds(&office.says("period"), &["2025B3 2025-05-06 2025-06-25 2025-06-30   28    6    2   22    0"]);
    let due = office.says("--as-of 2025-06-30 due");
    assert!(!due.contains("报送"), "nothing is awaited for a closed period: {due}");
    assert!(bureau.says("verify").ends_with("台账完好。"));
}

#[test]
fn somebody_disabled_may_look_and_no_more() {
    let home = Home::new();
    let [office, other] = [54_001, 54_002].map(|number| Person::new(&home, number));
    home.run(["operator", "add", &office.name(), "--role", "office"]).ok();
    office.says("operator add uid54002 --role office");
    other.says("period open 2025B3 --on 2025-05-06");
    office.says("operator disable uid54002 --on 2025-06-01");
    for words in [
        "period close 2025B3",
        "add 14 --unit sfj 好",
        "notice send 催办 --unit sfj 好",
        "settings running 3",
        "operator disable uid54001",
        "undo --yes",
    ] {
        let said = other.run(words.split(' '));
        assert!([0, 5].contains(&said.code), "{words}: {said:?}");
        assert_eq!(said.code == 0, words.starts_with("undo"), "{words}: {said:?}");
    }
    assert!(other.says("period").contains("2025B3"));
    assert_eq!(home.json(["operator"])[1]["disabled"], "2025-06-01");
}
