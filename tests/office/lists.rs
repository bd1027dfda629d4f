//! What `due`, `missing`, `period`, `notice`, `settings` and `operator` list, in which order and for which day.

use serde_json::{Value, json};

use crate::support::{Home, today};

fn done(home: &Home, acts: &[&str]) {
    for act in acts {
        home.run(act.split(' ')).ok();
    }
}

fn field<'a>(rows: &'a Value, name: &str) -> Vec<&'a Value> {
    rows.as_array().unwrap().iter().map(|r| &r[name]).collect()
}

#[test]
fn what_is_due_comes_nearest_first_and_goes_when_it_is_met() {
    let home = Home::new();
    done(
        &home,
        &[
            "period open 2025B6 --on 2025-11-01 --cutoff 2025-12-20",
            "add 3 --unit yfzxb --date 2025-11-20 --status done 培训完成",
            "notice send written --unit sfj,xfb --task 7 --due 2025-12-10 --on 2025-12-01 书面说明",
            "notice answer 1 --unit xfb --on 2025-12-02 已说明",
            "extend 7 2026-03-31 --reason 改革 --approved-by 县政府 --doc-no 嵊政〔2025〕9号 --on 2025-12-05",
        ],
    );
    let due = |day: &str, more: &[&str]| home.json([&["--as-of", day, "due"], more].concat());
    let all = due("2025-12-09", &[]);
    let days: Vec<&str> = field(&all, "due").iter().map(|d| d.as_str().unwrap()).collect();
    assert!(days.is_sorted(), "{days:?}");
    // Task 3 said it is done, so nothing of it is due any more; task 9's year was missed.
    let tasks: Vec<_> = all.as_array().unwrap().iter().filter(|d| d["kind"] == "task").collect();
    assert_eq!(tasks.iter().map(|d| &d["task"]).collect::<Vec<_>>(), [&json!(9), &json!(7)]);
    assert_eq!((&tasks[0]["days_left"], &tasks[0]["first_due"]), (&json!(-253), &json!(null)));
    assert_eq!((&tasks[1]["due"], &tasks[1]["first_due"]), (&json!("2026-03-31"), &json!("2025-12-31")));
    assert_eq!(tasks[1]["extended"], 1);
    assert_eq!(all.as_array().unwrap().iter().filter(|d| d["kind"] == "report").count(), 20);
    let notice: Vec<_> = all.as_array().unwrap().iter().filter(|d| d["kind"] == "notice").collect();
    assert_eq!(
        (notice.len(), &notice[0]["unit"], &notice[0]["days_left"]),
        (1, &json!("县司法局"), &json!(1))
    );
    // Narrowed by days and by unit; the same for a spreadsheet.
    assert_eq!(field(&due("2025-12-09", &["--within", "1"]), "kind"), ["task", "notice"]);
    let of_unit = due("2025-12-09", &["--unit", "sfj"]);
    assert!(field(&of_unit, "unit").iter().all(|u| *u == "县司法局"), "{of_unit}");
    let sheet = home.run(["--as-of", "2025-12-09", "due", "--csv"]).ok();
    assert!(
        sheet.starts_with("kind,due,days_left,first_due,extended,unit,task,notice,state,text\n"),
        "{sheet}"
    );
    assert_eq!(sheet.lines().count(), all.as_array().unwrap().len() + 1);
    let said = home.run(["--as-of", "2025-12-09", "due", "--within", "1"]).ok();
    assert!(said.contains("逾期253天") && said.contains("#1 书面说明"), "{said}");
    // Once the period is closed, its reports are no longer awaited.
    done(&home, &["period close 2025B6 --on 2025-12-31"]);
    assert!(!field(&due("2025-12-31", &[]), "kind").contains(&&json!("report")));
}

#[test]
fn a_period_can_be_asked_about_long_after() {
    let home = Home::new();
    for (no, day) in (1..=8).zip([
        "2024-01-02",
        "2024-02-02",
        "2024-03-02",
        "2024-04-02",
        "2024-05-02",
        "2024-06-02",
        "2024-07-02",
        "2024-08-02",
    ]) {
        done(&home, &[&format!("period open 2024M{no:02} --on {day}")]);
    }
    home.add("14", "sfj", "2024-01-20", "受理3件", &[]);
    assert_eq!(home.json(["log"])[0]["period"], "2024M01", "the period that was open on its day");
    let first = home.json(["--as-of", "2025-01-01", "missing", "--period", "2024M01", "--all"]);
    assert_eq!((&first["period"]["reported"], &first["period"]["missing"]), (&json!(1), &json!(20)));
    let rows = home.json(["--as-of", "2025-01-01", "period"]);
    assert_eq!(
        (rows.as_array().unwrap().len(), &rows[7]["reported"], &rows[0]["reported"]),
        (8, &json!(1), &json!(0))
    );
    assert_eq!(home.json(["--as-of", "2024-03-01", "period"]).as_array().unwrap().len(), 2);
    let said = home.run(["missing", "--period", "2023M01"]).refused(2);
    assert!(said.contains("2023M01"), "{said}");
}

#[test]
fn what_a_closed_period_lacks_is_missing_though_there_was_time_left() {
    let home = Home::new();
    done(&home, &["period open 2025B3 --on 2025-05-01", "period close 2025B3 --on 2025-05-20"]);
    let states = |day: &str| {
        let said = home.json(["--as-of", day, "missing", "--period", "2025B3"]);
        let states = field(&said["reports"], "state").into_iter().map(|s| s.as_str().unwrap().to_owned());
        states.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(states("2025-05-19"), ["due"]);
    assert_eq!(states("2025-05-20"), ["missing"]);
}

#[test]
fn before_a_first_period_nothing_is_owed() {
    let home = Home::new();
    for words in [vec!["missing"], vec!["period"]] {
        assert!(home.run(&words).ok().contains("还没有开过报送期"), "{words:?}");
    }
    assert_eq!(home.json(["missing"])["period"], json!(null));
    assert_eq!(home.json(["status"])["period"], json!(null));
    assert!(home.json(["list", "--missing"]).as_array().unwrap().is_empty());
    done(&home, &["period open 2025B3 --on 2025-05-01"]);
    home.add("14", "sfj", "2025-06-12", "受理41件", &[]);
    let missing = home.json(["--as-of", "2025-06-24", "list", "--missing"]);
    assert_eq!(missing.as_array().unwrap().len(), 20);
    let status = home.json(["--as-of", "2025-06-24", "status"]);
    assert_eq!((&status["period"]["reported"], &status["period"]["days_left"]), (&json!(1), &json!(1)));
}

#[test]
fn the_overview_tells_the_change_against_the_period_before() {
    let home = Home::new();
    done(&home, &["period open 2025B2 --on 2025-03-03"]);
    assert!(home.json(["--as-of", "2025-04-24", "status"])["lights_before"].is_null());
    home.add("14", "sfj", "2025-05-12", "缺人", &["--status", "behind"]);
    done(&home, &["period open 2025B3 --on 2025-05-01"]);
    let status = home.json(["--as-of", "2025-06-24", "status"]);
    let [now, before] = ["lights", "lights_before"].map(|name| status[name]["yellow"].as_i64().unwrap());
    assert_eq!((now, before), (1, 20), "what was unreported then is awaited now");
    let said = home.run(["--as-of", "2025-06-24", "status"]).ok();
    assert!(said.contains("较第2期末 黄-19 灰+19"), "{said}");
    assert_eq!(status["new"], json!(null), "nobody was on the screen");
}

#[test]
fn settings_have_defaults_and_limits_and_turn_what_they_name() {
    let home = Home::new();
    let all = home.json(["settings"]);
    let names = ["period", "cutoff_day", "near_days", "running", "general", "office", "key_required"];
    assert_eq!(
        field(&all, "name")[..7],
        names,
        "the office's own come first, then those of sessions over SSH"
    );
    assert!(
        all.as_array().unwrap().iter().all(|s| s["value"] == s["default"] && s["choices"] != ""),
        "{all}"
    );
    done(
        &home,
        &["settings period 月", "settings cutoff_day 31", "settings near_days 60", "settings general 各乡镇"],
    );
    assert_eq!(home.json(["settings", "general"])["value"], "cyz,ssz,ysz,wlx,hlx,gqx,hnx");
    let opened = home.json(["period", "open", "--on", "2025-02-10"]);
    assert_eq!(
        (&opened["period"], &opened["cutoff"], &opened["owed"]),
        (&json!("2025M02"), &json!("2025-02-28"), &json!(28))
    );
    home.add("7", "sfj", "2025-06-12", "推进", &[]);
    assert_eq!(home.json(["--as-of", "2025-11-05", "list"])[6]["light_reason"], "剩56天");
    done(&home, &["settings general "]);
    assert_eq!(home.json(["settings", "general"])["value"], "");
    let english = home.run(["--lang", "en", "settings"]).ok();
    assert!(english.contains("day of the cut-off") && english.contains("1-31"), "{english}");
}

#[test]
fn a_period_without_a_code_is_todays() {
    let home = Home::new();
    let opened = home.json(["period", "open"]);
    let day = today();
    let code = format!("{}B{}", day.year(), (day.month() - 1) / 2 + 1);
    assert_eq!((&opened["period"], &opened["opened"]), (&json!(code), &json!(day.to_string())));
    let again = home.json(["period", "close", &code]);
    assert_eq!(again["closed"], day.to_string());
    let reopened = home.json(["period", "open", &code]);
    assert_eq!((&reopened["closed"], &reopened["cutoff"]), (&json!(null), &opened["cutoff"]));
}

#[test]
fn a_notice_without_a_day_is_due_all_the_same_and_stands_last() {
    let home = Home::new();
    done(
        &home,
        &[
            "notice send remind --unit sfj,xfb --on 2025-06-01 请说明",
            "notice answer 1 --unit xfb --on 2025-06-02 已说明",
        ],
    );
    let due = |more: &[&str]| home.json([&["--as-of", "2025-06-03", "due"], more].concat());
    let all = due(&[]);
    let last = all.as_array().unwrap().last().unwrap();
    assert_eq!((&last["kind"], &last["unit"]), (&json!("notice"), &json!("县司法局")));
    assert_eq!((&last["due"], &last["days_left"]), (&json!(null), &json!(null)));
    assert!(all.as_array().unwrap().iter().rev().skip(1).all(|d| d["kind"] != "notice"), "{all}");
    assert!(!field(&due(&["--within", "900"]), "kind").iter().any(|k| *k == "notice"), "it has no day");
    let said = home.run(["--as-of", "2025-06-03", "due", "--unit", "sfj"]).ok();
    assert!(said.contains("无期限") && said.contains("#1 请说明"), "{said}");
    home.run(["--as-of", "2025-06-03", "calendar", "--unit", "sfj"]).ok();
}

#[test]
fn a_notice_goes_to_each_member_of_a_collective_and_is_read_for_any_day() {
    let home = Home::new();
    let sent = home
        .run(
            "notice send 挂牌督办 --unit 各乡镇,sfj --on 2025-06-01 --due 2025-06-10"
                .split(' ')
                .chain(["说明\n第二行"]),
        )
        .ok();
    assert_eq!(sent, "1\n");
    done(
        &home,
        &["notice answer 1 --unit sfj --on 2025-06-05 已办", "notice end #1 --on 2025-06-12 都已说明"],
    );
    let on = |day: &str| home.json(["--as-of", day, "notice", "show", "1"]);
    let first = on("2025-06-01");
    assert_eq!((first["units"].as_array().unwrap().len(), &first["kind"]), (8, &json!("listed")));
    assert_eq!(first["text"], "说明\n第二行");
    assert_eq!(first["answers"], json!([]));
    assert_eq!(on("2025-06-05")["unanswered"].as_array().unwrap().len(), 7);
    assert_eq!(
        (&on("2025-06-11")["ended"], &on("2025-06-12")["ended"]),
        (&json!(null), &json!("2025-06-12"))
    );
    let listed = |words: &[&str]| home.json(words).as_array().unwrap().len();
    assert_eq!(listed(&["--as-of", "2025-06-11", "notice"]), 1);
    assert_eq!(listed(&["notice", "list"]), 0);
    assert_eq!(listed(&["notice", "list", "--all", "--unit", "嵊山镇"]), 1);
    assert_eq!(listed(&["notice", "list", "--all", "--unit", "xfb"]), 0);
    assert_eq!(listed(&["notice", "list", "--all", "--task", "7"]), 0);
    let text = home.call(["notice", "send", "remind", "--unit", "sfj", "-"]).stdin("从标准输入").run().ok();
    assert_eq!(text, "2\n");
    assert_eq!(home.json(["notice", "show", "2"])["text"], "从标准输入");
}

#[test]
fn the_lists_speak_both_languages() {
    let home = Home::new();
    done(
        &home,
        &[
            "period open 2025B3 --on 2025-05-01",
            "notice send remind --unit sfj --on 2025-06-01 --due 2025-06-10 text",
            "operator add li --role office",
        ],
    );
    for words in ["period", "missing", "due", "notice", "settings", "operator", "review", "notice show 1"] {
        let [zh, en] = ["zh", "en"].map(|lang| {
            let said = home
                .call(["--as-of", "2025-06-05"].into_iter().chain(words.split(' ')))
                .env("DUBAN_LANG", lang)
                .run();
            said.ok()
        });
        assert_ne!(zh, en, "{words}");
        let json = |lang: &str| {
            home.call(["--as-of", "2025-06-05", "--json"].into_iter().chain(words.split(' ')))
                .env("DUBAN_LANG", lang)
                .run()
                .ok()
        };
        assert_eq!(json("zh"), json("en"), "{words}");
    }
}
