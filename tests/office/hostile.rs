//! Nothing that could act on a terminal gets into the office's book, and nothing gets out of it.

use crate::support::{Home, is_raw};

const BAD: [&str; 4] = ["\u{1b}[2J", "\u{9b}31m", "\u{202e}", "\u{200b}"];

fn home() -> Home {
    let home = Home::new();
    for act in [
        "settings general ssz",
        "add 14 --unit sfj --date 2025-06-12 --status done 办结",
        "notice send 催办 --unit sfj --on 2025-06-10 请报",
        "period open 2025B3 --on 2025-05-01",
    ] {
        home.run(act.split(' ')).ok();
    }
    home
}

#[test]
fn every_new_text_refuses_what_is_hidden() {
    let home = home();
    let before = home.rows();
    for bad in BAD {
        let text = format!("好{bad}的");
        let t = text.as_str();
        for words in [
            vec!["close", "14", "--reason", t],
            vec!["reopen", "14", "--reason", t],
            vec!["extend", "7", "2026-01-01", "--reason", t, "--approved-by", "县", "--doc-no", "1"],
            vec!["extend", "7", "2026-01-01", "--reason", "好", "--approved-by", t, "--doc-no", "1"],
            vec!["extend", "7", "2026-01-01", "--reason", "好", "--approved-by", "县", "--doc-no", t],
            vec!["extend", "7", "--withdraw", t],
            vec!["notice", "send", "催办", "--unit", "sfj", t],
            vec!["notice", "send", t, "--unit", "sfj", "好"],
            vec!["notice", "answer", "1", "--unit", "sfj", t],
            vec!["notice", "end", "1", t],
            vec!["review", "1", "--return", t],
            vec!["operator", "add", "li", "--role", "office", "--display", t],
            vec!["operator", "add", t, "--role", "office"],
            vec!["operator", "disable", t],
            vec!["settings", "near_days", t],
            vec!["settings", t, "3"],
            vec!["settings", "general", t],
            vec!["period", "open", t],
            vec!["add", "综合", "--unit", "ssz", t],
            vec!["add", t, "--unit", "ssz", "好"],
        ] {
            for lang in ["zh", "en"] {
                let said = home.call(&words).env("DUBAN_LANG", lang).run();
                assert!([2, 3].contains(&said.code), "{words:?}: {said:?}");
                assert_eq!(said.err.chars().find(|c| is_raw(*c)), None, "{words:?}: {:?}", said.err);
            }
        }
        let piped = home.call(["close", "14", "--reason", "-"]).stdin(t).run();
        assert_eq!(piped.code, 2, "{piped:?}");
    }
    assert_eq!(home.rows(), before, "nothing was written");
}

#[test]
fn too_long_or_empty_a_text_is_refused() {
    let home = home();
    let before = home.rows();
    let long = "长".repeat(2_001);
    for text in [long.as_str(), "", " \n "] {
        for words in [
            ["notice", "send", "催办", "--unit", "sfj"].as_slice(),
            &["close", "14", "--reason"],
            &["review", "1", "--return"],
        ] {
            assert_eq!(home.run([words, &[text]].concat()).code, 2, "{words:?}");
        }
    }
    assert_eq!(home.rows(), before);
    let most = "长".repeat(2_000);
    home.call(["notice", "send", "催办", "--unit", "sfj", "-"]).stdin(most).run().ok();
}

#[test]
fn what_another_program_put_there_is_shown_harmless() {
    let home = home();
    for act in [
        "close 14 --reason 甲理由 --on 2025-06-20",
        "extend 7 2026-06-30 --reason 甲理由 --approved-by 甲 --doc-no 甲 --on 2025-06-20",
        "notice answer 1 --unit sfj --on 2025-06-15 甲答",
        "notice send 书面督查 --unit sfj --task 14 --due 2025-06-30 --on 2025-06-15 甲文",
        "operator add li --role viewer --display 甲",
        "review 1 --return 甲因",
    ] {
        home.run(act.split(' ')).ok();
    }
    let db = home.sql();
    db.pragma_update(None, "ignore_check_constraints", true).unwrap();
    let hostile = r"甲\u001b]0;t\u0007\u009b2J\u202e\u200b\u2028";
    assert!(db.execute("UPDATE act SET body = replace(body, '甲', ?1)", [hostile]).unwrap() >= 4);
    db.execute("UPDATE entry SET review_note = ?1", ["甲\u{1b}[2J\u{202e}\n二"]).unwrap();
    let mut seen = 0;
    for words in [
        "show 14",
        "show 7",
        "status",
        "status 14",
        "notice list --all",
        "notice show 1",
        "notice show 2",
        "due",
        "missing",
        "operator",
        "settings",
        "period",
        "review list --returned",
        "log",
        "list",
    ] {
        for option in ["--lang=zh", "--lang=en", "--json", "--csv"] {
            let said =
                home.call(["--as-of", "2025-06-24"].into_iter().chain(words.split(' '))).arg(option).run();
            let raw = said.out.chars().chain(said.err.chars()).find(|c| is_raw(*c));
            assert_eq!(raw, None, "{words} {option}: {:?}", said.out);
            assert!(said.code == 0 || option == "--csv", "{words} {option}: {}", said.err);
            seen += usize::from(said.out.contains('甲'));
        }
    }
    assert!(seen >= 20, "the text itself is shown, only {seen} times");
}
