//! The whole ledger out and in again: the same head, the same bytes, and no byte of it can be changed unseen.

use std::fs;
use std::path::Path;

use crate::support::{Home, Said};

/// A ledger in which everything was done once.
fn rich() -> Home {
    let home = Home::new();
    let day = "2025-06-12";
    home.run(["period", "open", "2025B3", "--on", "2025-05-01"]).ok();
    home.run(["settings", "general", "ssz"]).ok();
    home.add(
        "14",
        "sfj",
        day,
        "受理41件",
        &["--value", "T14a=100 县法院", "--evidence", "台账/1.xlsx | 附表"],
    );
    home.add("13", "sfj", day, "要删的话", &["--percent", "70"]);
    home.add("general", "ssz", day, "总的还好", &[]);
    home.add("7", "sfj", day, "滞后了,因为人少", &["--status", "behind"]);
    home.run(["edit", "1", "--percent", "80"]).ok();
    home.run(["edit", "4", "--problems", "“人”少\n\t=1+1"]).ok();
    home.run(["undo", "--yes"]).ok();
    home.run(["redo", "--yes"]).ok();
    home.run(["delete", "2", "--yes"]).ok();
    home.run(["purge", "2", "--reason", "误填", "--yes"]).ok();
    home.run(["notice", "send", "remind", "--unit", "sfj", "--on", "2025-06-20", "请报"]).ok();
    home.run([
        "extend",
        "7",
        "2026-06-30",
        "--reason",
        "改革",
        "--approved-by",
        "县政府",
        "--doc-no",
        "1号",
        "--on",
        day,
    ])
    .ok();
    home.call(["import", "-", "--yes"])
        .stdin("任务编号,责任单位,进展情况\n3,县委依法治县办,已办\n")
        .run()
        .ok();
    home
}

fn import(home: &Home, db: &Path, from: &Path) -> Said {
    home.run(["--db".as_ref(), db.as_os_str(), "import".as_ref(), from.as_os_str(), "--yes".as_ref()])
}

#[test]
fn a_ledger_goes_out_and_in_without_loss() {
    let home = rich();
    let out = home.path("台账.json");
    let said = home.run(["export", "-o", out.to_str().unwrap()]).ok();
    let proof = home.run(["verify"]).ok();
    let head = proof.lines().next().unwrap();
    assert!(said.contains(head));
    // It is JSON, and the same on standard output.
    let text = fs::read_to_string(&out).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        json.as_array().unwrap().len().to_string(),
        (head.split(':').next().unwrap().parse::<usize>().unwrap() + 2).to_string()
    );
    assert_eq!(home.run(["export", "-o", "-"]).ok(), text);
    assert!(!text.contains("要删的话"), "what was purged stays purged");
    for (name, ready) in [("missing.db", false), ("empty.db", true)] {
        let db = home.path(name);
        let at = db.to_str().unwrap();
        if ready {
            home.run(["--db", at, "init"]).ok();
        } else {
            assert!(home.run(["--db", at, "import", out.to_str().unwrap()]).ok().contains(head));
            assert!(!db.exists(), "nothing is written without --yes");
        }
        assert!(import(&home, &db, &out).ok().contains(head));
        assert_eq!(home.run(["--db", at, "verify"]).ok(), proof);
        assert_eq!(home.run(["--db", at, "export"]).ok(), text);
        for look in [
            &["log", "--all"][..],
            &["list"],
            &["notice"],
            &["history"],
            &["status"],
            &["due"],
            &["log", "--text=受理"],
        ] {
            let all = |db: &str| home.run(["--db", db, "--json"].iter().chain(look)).ok();
            assert_eq!(all(at), all(home.db().to_str().unwrap()), "{look:?}");
        }
        // It is a ledger like any other.
        home.run(["--db", at, "add", "14", "--unit", "sfj", "又报一次"]).ok();
        home.run(["--db", at, "verify"]).ok();
        assert!(import(&home, &db, &out).refused(2).contains(name), "only into an empty one");
    }
    let kept: Vec<String> =
        home.files().into_iter().filter(|f| f.contains("-new-") || f.contains("-part-")).collect();
    assert_eq!(kept, [""; 0]);
}

#[test]
fn an_export_is_not_overwritten_without_force() {
    let home = rich();
    let out = home.path("a.json");
    fs::write(&out, "mine").unwrap();
    let name = out.to_str().unwrap();
    home.run(["export", "-o", name]).refused(2);
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    home.run(["export", "-o", name, "--force"]).ok();
    assert_ne!(fs::read_to_string(&out).unwrap(), "mine");
}

#[test]
fn no_changed_byte_and_no_cut_is_taken_in() {
    let home = rich();
    let whole = home.run(["export"]).ok().into_bytes();
    let from = home.path("changed.json");
    let refused = |bytes: &[u8], what: &str| {
        fs::write(&from, bytes).unwrap();
        let said = import(&home, &home.path("new.db"), &from);
        assert_ne!(said.code, 0, "{what}: {}", said.out);
        assert!(!home.path("new.db").exists(), "{what}");
        said.err
    };
    let lines: Vec<usize> =
        whole.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).collect();
    // Bytes all over the file; in the plan, which is most of it, a few.
    let step = (whole.len() - lines[1]) / 60;
    let places = (lines[1]..whole.len()).step_by(step.max(1)).chain((0..lines[1]).step_by(lines[1] / 12));
    for at in places {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        let said = refused(&bytes, &format!("byte {at}"));
        let line = lines.iter().take_while(|end| **end < at).count() + 1;
        let near = [line, line + 1].iter().any(|l| said.contains(&format!("第{l}行")));
        // The last line speaks of the first, and either can be the changed one.
        assert!(near || line <= 2 || said.contains("第2行"), "byte {at} of line {line}: {said}");
    }
    for at in
        [lines[2], lines[4] + 1, lines[5] + 40, *lines.iter().rev().nth(1).unwrap() + 1, whole.len() - 2]
    {
        refused(&whole[..at], &format!("cut at {at}"));
    }
    let line = |n: usize| &whole[lines[n - 1] + 1..=lines[n]];
    let swapped = [&whole[..=lines[4]], line(6), line(5), &whole[lines[6] + 1..]].concat();
    assert!(refused(&swapped, "two records the other way round").contains("第6行"));
    let without = [&whole[..=lines[4]], &whole[lines[5] + 1..]].concat();
    assert!(refused(&without, "a record left out").contains("第6行"));
    refused(&[&whole[..], b"\n"].concat(), "something behind the end");
}
