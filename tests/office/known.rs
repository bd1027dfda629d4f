//! `--as-of` asks about a day as it is known now, `--known-at` about what was known then.

use duban::clock::Clock;
use duban::ledger::{EntryId, Period, Revision, Status};
use duban::ops;
use duban::plan::{EMBEDDED, TaskNo};
use duban::store::create;
use jiff::civil::{Date, date};

use crate::ledger::{Ledger, actor, lead, report};

fn light(ledger: &Ledger, option: &str, day: &str, task: usize) -> String {
    let rows = ledger.json(&[option, day, "list", "--json"]);
    format!(
        "{} {}",
        rows[task - 1]["light"].as_str().unwrap(),
        rows[task - 1]["light_reason"].as_str().unwrap()
    )
}

#[test]
fn an_edit_and_a_closing_after_the_day_are_known_only_since() {
    let ledger = Ledger::missing();
    let by = actor("li");
    let at = |day: Date| Clock::noon(day);
    create(&ledger.path, EMBEDDED, &by, at(date(2025, 6, 1)).now()).unwrap();
    let (reader, mut writer) = (ledger.reader(), ledger.writer());
    let plan = reader.plan().clone();
    let mut new = report(14, lead(&reader, 14), date(2025, 6, 12), "受理41件");
    new.status = Status::Behind;
    let entry = ops::add(&mut writer, &plan, new.clone(), &by, at(date(2025, 6, 12))).unwrap();
    assert_eq!((entry.id, entry.revision), (EntryId(1), Revision(1)));
    // Eight days later it turns out that it was done, and the office closes it as of the fifteenth.
    new.status = Status::Done;
    let later = at(date(2025, 6, 20));
    ops::edit(&mut writer, &plan, entry.id, entry.revision, new, &by, later).unwrap();
    ops::close_task(&mut writer, &plan, TaskNo(14), date(2025, 6, 15), "好", &by, later).unwrap();
    ops::open_period(&mut writer, Period::parse("2025B3").unwrap(), date(2025, 5, 1), None, &by, later)
        .unwrap();

    for (option, day, wanted) in [
        ("--as-of", "2025-06-14", "pending 报称完成"),
        ("--known-at", "2025-06-14", "yellow 进展滞后"),
        ("--as-of", "2025-06-15", "closed 已销号"),
        ("--known-at", "2025-06-15", "yellow 进展滞后"),
        ("--known-at", "2025-06-20", "closed 已销号"),
        ("--known-at", "2025-06-11", "grey 尚未报送"),
    ] {
        assert_eq!(light(&ledger, option, day, 14), wanted, "{option} {day}");
    }
    let periods = |option: &str| ledger.json(&[option, "2025-06-15", "period", "--json"]);
    assert_eq!(periods("--as-of")[0]["reported"], 1);
    assert_eq!(periods("--known-at").as_array().unwrap().len(), 0, "nobody had opened it yet");
    let waits = ledger.json(&["--known-at", "2025-06-15", "due", "--json"]);
    assert!(waits.as_array().unwrap().iter().all(|d| d["kind"] == "task"), "{waits}");
}

#[test]
fn what_the_office_did_is_told_with_who_and_when() {
    let home = crate::support::Home::new();
    for act in [
        "period open 2025B3 --on 2025-05-01",
        "settings running 3",
        "operator add wang --role reporter --unit sfj --display 王科员",
        "add 14 --unit sfj --date 2025-06-12 --status done 办结",
        "close 14 --reason 好 --on 2025-06-20",
        "reopen 14 --reason 不实 --on 2025-06-21",
        "extend 7 2026-06-30 --reason 改革 --approved-by 县政府 --doc-no 9号 --on 2025-06-10",
        "extend 7 --withdraw 不再延 --on 2025-06-11",
        "notice send 催办 --unit sfj,嵊山镇 --task 7,12 --due 2025-06-30 --on 2025-06-10 请报",
        "notice answer 1 --unit sfj --on 2025-06-15 已报",
        "notice end 1 --on 2025-06-16 都已说明",
        "period close --on 2025-06-30",
    ] {
        home.run(act.split(' ')).ok();
    }
    let said = home.run(["history", "--acts"]).ok();
    let rows: Vec<&str> = said.lines().collect();
    let who = rows[0].split(' ').nth(3).unwrap().to_owned();
    for (row, part) in rows.iter().zip([
        "关闭 第3期 2025年5-6月 2025-06-30",
        "催办 #1 2025-06-16 办结:都已说明",
        "催办 #1 2025-06-15 县司法局反馈:已报",
        "催办 #1 2025-06-10 县司法局、嵊山镇 任务 7,12 反馈期限 2025-06-30 请报",
        "任务 7 2025-06-11 收回延期:不再延",
        "任务 7 延期 2025-12-31 改到 2026-06-30,县政府 9号:改革",
        "任务 14 2025-06-21 收回销号:不实",
        "任务 14 2025-06-20 销号:好",
        "经办人 wang 王科员 填报 县司法局",
        "设置 连续几期亮红: 3",
        "开期 第3期 2025年5-6月 2025-05-01 截止 2025-06-25",
    ]) {
        assert!(row.contains(part) && row.contains(&who), "{part}: {said}");
    }
    assert_eq!(rows.len(), 11, "{said}");
    let two = home.json(["history", "--acts", "--limit", "2"]);
    assert_eq!(two[1]["state"]["ended"], serde_json::json!(["2025-06-16", "都已说明"]));
    let before = two[1]["seq"].to_string();
    let rest = home.json(["history", "--acts", "--before", &before]);
    assert_eq!((rest.as_array().unwrap().len(), &rest[0]["action"]), (9, &"answer".into()));
    assert!(home.run(["--lang", "en", "history", "--acts"]).ok().contains("reminder #1"));
}

#[test]
fn the_queue_is_told_as_it_was() {
    use duban::ledger::{Operator, OperatorDuty};
    let ledger = Ledger::missing();
    let (office, clerk) = (actor("li"), actor("wang"));
    let at = |day: i8| Clock::noon(date(2025, 6, day));
    create(&ledger.path, EMBEDDED, &office, at(1).now()).unwrap();
    let (reader, mut writer) = (ledger.reader(), ledger.writer());
    let (plan, unit) = (reader.plan().clone(), lead(&reader, 14));
    for (name, duty) in [("wang", OperatorDuty::Reporter(unit)), ("li", OperatorDuty::Office)] {
        let display = name.to_owned();
        let person = Operator { name: display.clone(), display, duty, disabled: None, keys: Vec::new() };
        ops::list_operator(&mut writer, person, &office, at(1)).unwrap();
    }
    let new = report(14, unit, date(2025, 6, 10), "受理41件");
    let entry = ops::add(&mut writer, &plan, new, &clerk, at(10)).unwrap();
    let back = ops::Verdict::Return("没有办结数".to_owned());
    ops::review(&mut writer, entry.id, entry.revision, &back, &office, at(12)).unwrap();
    let seen = |words: &[&str]| ledger.json(&[words, &["--json"]].concat()).as_array().unwrap().len();
    for (day, waiting, returned) in [("2025-06-09", 0, 0), ("2025-06-11", 1, 0), ("2025-06-12", 0, 1)] {
        assert_eq!(seen(&["--known-at", day, "review"]), waiting, "{day}");
        assert_eq!(seen(&["--known-at", day, "review", "list", "--returned"]), returned, "{day}");
        assert_eq!(ledger.json(&["--known-at", day, "status", "--json"])["waiting"], waiting, "{day}");
    }
}
