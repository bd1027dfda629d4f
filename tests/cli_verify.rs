//! `verify` from outside: what a sound ledger prints, what is said of one that was tampered with, and a head that
//! somebody noted down.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/cli.rs"]
mod support;

use serde_json::json;
use support::Home;

fn home() -> Home {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "受理41件", &["--value", "G2=5"]);
    home.add("14", "sfj", "2025-06-13", "受理42件", &[]);
    home
}

#[test]
fn a_sound_ledger_prints_its_head_to_be_noted_down() {
    let home = home();
    let said = home.run(["verify"]).ok();
    let (head, sound) = said.trim_end().split_once('\n').unwrap();
    let (seq, hash) = head.split_once(':').unwrap();
    assert_eq!((seq, hash.len(), sound), ("3", 64, "台账完好。"));
    assert!(hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)), "{hash}");
    assert!(home.run(["verify", "--lang", "en"]).ok().ends_with("\nThe ledger is sound.\n"));
    let sound = json!({"sound": true, "seq": 3, "hash": hash, "faults": [], "purged": 0, "restores": []});
    assert_eq!(home.json(["verify"]), sound);

    // What was noted down holds, also after more was written; anything else does not.
    let head = head.to_owned();
    home.run(["verify", "--expect", &head]).ok();
    home.add("14", "sfj", "2025-06-14", "受理43件", &[]);
    home.run(["verify", "--expect", &head.to_uppercase()]).ok();
    let other = head.replace("3:", "2:");
    let longer = head.replace("3:", "9:");
    for noted in [&other, &longer] {
        let said = home.run(["verify", "--expect", noted]);
        assert_eq!((said.code, said.out.as_str()), (7, ""));
        let seq = noted.split(':').next().unwrap();
        assert!(
            said.err.contains(&format!("记下的第{seq}号")) && said.err.lines().count() == 2,
            "{}",
            said.err
        );
        let said = home.call(["verify", "--json", "--expect", noted]).run();
        let printed: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!((said.code, &printed["faults"][0]["kind"]), (7, &json!("noted")));
    }
    for typed in ["", "3", "x:y", "3:abc", &format!("0:{}", "0".repeat(64)), &format!("3:{}", "é".repeat(32))]
    {
        let said = home.run(["verify", "--expect", typed]).refused(2);
        assert!(said.contains("duban verify"), "{said}");
    }
}

#[test]
fn what_is_not_as_recorded_is_named() {
    let home = home();
    home.sql()
        .execute_batch("UPDATE entry SET progress = 'x'; UPDATE unit SET name = '一' WHERE code = 'bb'")
        .unwrap();
    let said = home.run(["verify"]);
    assert_eq!((said.code, said.out.as_str()), (7, ""));
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 4, "{lines:#?}");
    assert!(lines[0].contains("3处") && lines[1].contains("方案"), "{lines:#?}");
    assert!(lines[2].contains("#1") && lines[3].contains("#2"), "{lines:#?}");

    let said = home.call(["verify", "--json", "--lang", "en"]).run();
    let printed: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert!(said.code == 7 && said.err.contains("plan"), "{}", said.err);
    let none = json!(null);
    let fault = |kind: &str, id: serde_json::Value| json!({"kind": kind, "seq": none, "id": id, "task": none, "unit": none, "object": none});
    let faults = json!([fault("plan", json!(null)), fault("entry", json!(1)), fault("entry", json!(2))]);
    let unsound =
        json!({"sound": false, "seq": none, "hash": none, "faults": faults, "purged": none, "restores": []});
    assert_eq!(printed, unsound);

    home.sql().execute_batch("DROP TRIGGER history_no_update; UPDATE history SET operator = 'x' WHERE seq = 2; DELETE FROM standing").unwrap();
    let said = home.run(["verify"]).err;
    assert!(said.contains("第2号记录") && said.contains("第14项任务"), "{said}");
}

#[test]
fn of_many_faults_the_first_are_named() {
    let home = home();
    for n in 0..12 {
        home.add("14", "sfj", "2025-06-15", &format!("第{n}次"), &[]);
    }
    home.sql().execute_batch("UPDATE entry SET progress = 'x'").unwrap();
    let said = home.run(["verify"]).err;
    assert!(said.starts_with("台账") && said.contains("14处") && said.lines().count() == 11, "{said}");
}

#[test]
fn what_is_not_there_is_not_made() {
    let home = Home::new();
    home.run(["verify"]).refused(3);
    assert_eq!(home.files(), [""; 0]);
}
