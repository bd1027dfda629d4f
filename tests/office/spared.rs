//! What is closed or dropped owes nothing from the next period on, until it is taken up again.

use crate::support::Home;

fn home(acts: &[&str]) -> Home {
    let home = Home::new();
    for act in acts {
        home.run(act.split(' ')).ok();
    }
    home
}

/// The tasks that the county's bureau of justice owes for a period, as of a day.
fn owed(home: &Home, day: &str, period: &str) -> Vec<i64> {
    let words = ["--as-of", day, "missing", "--period", period, "--unit", "sfj", "--all"];
    let rows = home.json(words)["reports"].clone();
    rows.as_array().unwrap().iter().map(|r| r["task"].as_i64().unwrap()).collect()
}

const ALL: [i64; 7] = [7, 12, 13, 14, 15, 17, 21];

fn without(task: i64) -> Vec<i64> {
    ALL.into_iter().filter(|t| *t != task).collect()
}

#[test]
fn a_closed_task_is_owed_for_the_period_it_was_closed_in_and_for_none_after() {
    let home = home(&[
        "period open 2025B3 --on 2025-05-01",
        "add 14 --unit sfj --date 2025-06-12 --status done 办结",
        "close 14 --reason 好 --on 2025-06-20",
        "period open 2025B4 --on 2025-06-25",
        "period open 2025B5 --on 2025-09-01",
        "reopen 14 --reason 不实 --on 2025-10-08",
    ]);
    assert_eq!(owed(&home, "2025-06-30", "2025B3"), ALL);
    assert_eq!(owed(&home, "2025-08-30", "2025B4"), without(14), "closed before it began");
    assert_eq!(owed(&home, "2025-09-10", "2025B5"), without(14));
    assert_eq!(owed(&home, "2025-10-09", "2025B5"), ALL, "taken back in time to report");
    assert_eq!(owed(&home, "2025-10-09", "2025B4"), without(14), "it owed nothing then");
    // So the two periods without a report do not count as missed.
    let row = home.json(["--as-of", "2025-10-26", "list"])[13].clone();
    assert_eq!((row["light"].as_str(), row["light_reason"].as_str()), (Some("pending"), Some("报称完成")));
    let due = home.json(["--as-of", "2025-07-02", "due", "--unit", "sfj"]);
    assert!(!due.as_array().unwrap().iter().any(|d| d["task"] == 14), "{due}");
    let period = &home.json(["--as-of", "2025-08-30", "period"])[0];
    assert_eq!((&period["owed"], &period["missing"]), (&20.into(), &20.into()));
}

#[test]
fn a_dropped_task_too_until_its_unit_reports_it_again() {
    let drop = "add 14 --unit sfj --date 2025-06-12 --status dropped --evidence 嵊政〔2025〕9号 停办";
    let home = home(&[
        "period open 2025B3 --on 2025-05-01",
        drop,
        "period open 2025B4 --on 2025-07-01",
        "period open 2025B5 --on 2025-09-01",
        "period open 2025B6 --on 2025-11-01",
        "add 14 --unit sfj --date 2025-11-12 --status on_track 恢复办理",
    ]);
    for (day, period, wanted) in [
        ("2025-06-30", "2025B3", ALL.to_vec()),
        ("2025-07-10", "2025B4", without(14)),
        ("2025-11-10", "2025B6", without(14)),
        ("2025-11-20", "2025B6", ALL.to_vec()),
        ("2025-11-20", "2025B5", without(14)),
        ("2025-11-20", "2025B4", without(14)),
    ] {
        assert_eq!(owed(&home, day, period), wanted, "{period} on {day}");
    }
    let row = home.json(["--as-of", "2025-11-20", "list"])[13].clone();
    assert_eq!(row["light"], "green", "{row}");
}

#[test]
fn a_second_closing_is_refused_while_the_first_holds_and_never_overwrites_it() {
    let home = home(&[
        "add 14 --unit sfj --date 2025-05-12 --status done 办结",
        "close 14 --reason 第一次 --on 2025-05-20",
    ]);
    let said = home.run("close 14 --reason 第二次 --on 2025-05-21".split(' ')).refused(2);
    assert!(said.contains("2025-05-20 已经销号"), "{said}");
    home.run("reopen 14 --reason 不实 --on 2025-06-01".split(' ')).ok();
    let early = home.run("close 14 --reason 第二次 --on 2025-05-25".split(' ')).refused(2);
    assert!(early.contains("早于"), "{early}");
    home.run("close 14 --reason 第二次 --on 2025-06-20".split(' ')).ok();
    let light = |day: &str| home.json(["--as-of", day, "list"])[13]["light"].clone();
    let days = ["2025-05-19", "2025-05-20", "2025-06-01", "2025-06-20"];
    assert_eq!(
        days.map(|day| light(day).as_str().unwrap().to_owned()),
        ["pending", "closed", "pending", "closed"]
    );
    let shown = home.run(["--as-of", "2025-06-24", "show", "14"]).ok();
    assert!(shown.contains("第一次") && shown.contains("第二次"), "{shown}");
    assert!(home.run(["verify"]).ok().contains("完好"));
}

#[test]
fn a_period_is_closed_without_its_name() {
    let home = home(&["period open 2025B2 --on 2025-03-03", "period open 2025B3 --on 2025-05-01"]);
    let closed = home.json(["period", "close", "--on", "2025-06-30"]);
    assert_eq!((&closed["period"], &closed["closed"]), (&"2025B3".into(), &"2025-06-30".into()));
    assert_eq!(home.json(["period", "close"])["period"], "2025B2", "the latest that is open");
    home.run(["period", "close"]).refused(2);
}
