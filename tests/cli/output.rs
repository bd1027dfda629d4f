//! Languages, locales, tables, pipes.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use unicode_width::UnicodeWidthStr;

use crate::fields::reported;
use crate::support::{DUBAN, Home};

const LOOK_UPS: [&str; 9] =
    ["status", "status sfj", "list", "list --unit sfj", "show 14", "units", "indicators", "plan", "log"];

#[test]
fn the_language_is_the_options_then_the_variables_then_the_locales_then_chinese() {
    let home = Home::new();
    let chinese = |env: &[(&str, &str)], words: &[&str]| {
        let call = env.iter().fold(home.call(words).arg("status"), |call, (n, v)| call.env(n, v));
        call.run().ok().contains("没有红灯") || call.run().ok().contains("要办的事")
    };
    for (env, words, wanted) in [
        (vec![], vec![], true),
        (vec![("LANG", "en_US.UTF-8")], vec![], false),
        (vec![("LANG", "C")], vec![], true),
        (vec![("LANG", "POSIX")], vec![], true),
        (vec![("LANG", "zh_CN.GBK")], vec![], true),
        (vec![("LANG", "fr_FR.UTF-8")], vec![], true),
        (vec![("LC_ALL", "en_GB.UTF-8"), ("LANG", "zh_CN.UTF-8")], vec![], false),
        (vec![("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], vec![], true),
        (vec![("DUBAN_LANG", "en"), ("LANG", "zh_CN.UTF-8")], vec![], false),
        (vec![("DUBAN_LANG", "zh"), ("LANG", "en_US.UTF-8")], vec![], true),
        (vec![("DUBAN_LANG", "en")], vec!["--lang", "zh"], true),
        (vec![("DUBAN_LANG", "zh")], vec!["--lang", "en"], false),
        (vec![], vec!["--lang=en"], false),
    ] {
        assert_eq!(chinese(&env, &words), wanted, "{env:?} {words:?}");
    }
    assert!(home.run(["--lang", "en", "show", "22"]).refused(3).contains("no task 22"));
}

#[test]
fn machine_output_is_the_same_under_any_locale() {
    let home = reported();
    let locales = ["C", "POSIX", "zh_CN.GBK", "zh_CN.UTF-8", "en_US.UTF-8", "tr_TR.UTF-8"];
    for words in LOOK_UPS {
        let call = home.call(words.split(' ')).arg("--json");
        let unset = call.run().ok();
        for locale in locales {
            for name in ["LANG", "LC_ALL", "DUBAN_LANG"] {
                assert_eq!(call.clone().env(name, locale).run().ok(), unset, "{words} {name}={locale}");
            }
        }
        assert_eq!(call.arg("--lang").arg("en").run().ok(), unset, "{words}");
    }
    let log = home.call(["log", "--csv"]);
    assert_eq!(log.clone().env("LANG", "en_US.UTF-8").run().ok(), log.run().ok());
}

/// Reads strictly: anything that is not GB18030 is a fault.
fn gb18030(bytes: &[u8]) -> String {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.expect("GB18030").into_owned()
}

#[test]
fn in_gb18030_every_look_up_says_the_same_and_json_stays_utf_8() {
    let home = reported();
    home.add("13", "sfj", "2025-06-11", "㑇䶮𠮷é“—…①℃", &[]);
    let shows = (1..=21).map(|task| format!("show {task}"));
    let look_ups = LOOK_UPS.map(str::to_owned).into_iter().chain(shows);
    for words in look_ups.chain(["list --csv", "log --csv", "--help", "add --help"].map(str::to_owned)) {
        let call = home.call(words.split(' '));
        let (plain, _) = call.bytes();
        let (bytes, err) = call.clone().arg("--encoding").arg("gb18030").bytes();
        assert_eq!(gb18030(&bytes), String::from_utf8(plain.clone()).unwrap(), "{words}");
        assert!(bytes != plain && err.is_empty(), "{words}");
        if LOOK_UPS.contains(&words.as_str()) {
            let json = call.arg("--json");
            assert_eq!(json.bytes(), json.clone().arg("--encoding=gb18030").bytes(), "{words}");
        }
    }
    let wrong = home.call(["--encoding=gb18030", "show", "22"]);
    let plain = home.run(["show", "22"]).refused(3) + "\n";
    assert_eq!(gb18030(&wrong.bytes().1), plain);
    assert_eq!(gb18030(&wrong.arg("--json").bytes().1), plain, "a sentence is for people");
    assert!(home.run(["list", "--encoding", "gbk"]).refused(2).contains("utf-8 gb18030"));
}

#[test]
fn the_encoding_is_the_options_then_the_settings() {
    let home = reported();
    std::fs::create_dir_all(home.path("home/.config/duban")).unwrap();
    std::fs::write(home.path("home/.config/duban/config.toml"), "encoding = \"gb18030\"\n").unwrap();
    let call = home.call(["units"]);
    assert!(gb18030(&call.bytes().0).contains("县司法局"));
    assert!(call.arg("--encoding=utf-8").run().ok().contains("县司法局"));
}

#[test]
fn english_glosses_stand_beside_the_official_names() {
    let home = Home::new();
    let english = |words: &[&str]| home.call(words).arg("--lang").arg("en").run().ok();
    assert!(english(&["show", "14"]).contains("Strengthen administrative reconsideration"));
    assert!(english(&["show", "14"]).contains("加强行政复议工作"));
    assert!(english(&["units"]).contains("County Justice Bureau"));
    assert!(english(&["status", "三"]).contains("raise the capacity for lawful decisions"));
}

#[test]
fn help_speaks_one_language() {
    let home = Home::new();
    let verbs = [
        "",
        "status",
        "list",
        "show",
        "units",
        "indicators",
        "plan",
        "plan check",
        "log",
        "add",
        "init",
        "edit",
        "delete",
        "undo",
        "redo",
        "history",
        "drafts",
    ];
    for verb in verbs {
        let zh = home.call(verb.split_whitespace()).arg("--help").run().ok();
        for english in
            ["Options", "Usage", "Commands", "Arguments", "OPTIONS", "possible values", "Print", "default"]
        {
            assert!(!zh.contains(english), "duban {verb} --help says {english}:\n{zh}");
        }
        let en = home.call(verb.split_whitespace()).arg("--help").arg("--lang=en").run().ok();
        let hanzi = en.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        assert_eq!(hanzi, None, "duban {verb} --help --lang en:\n{en}");
    }
    assert!(home.run(["--version"]).ok().starts_with("duban "));
}

/// Names of units begin at one cell in every row that has one beginning with 县.
#[test]
fn tables_stand_straight_in_any_locale() {
    let home = reported();
    for (words, column) in [("list", " 县"), ("units", " 县")] {
        for locale in ["C", "zh_CN.GBK", "en_US.UTF-8"] {
            let printed = home.call(words.split(' ')).env("LANG", locale).run().ok();
            let starts: Vec<usize> = printed
                .lines()
                .skip(1)
                .filter_map(|l| l.split_once(column).map(|(before, _)| before.width_cjk()))
                .collect();
            assert!(
                starts.len() > 9 && starts.iter().all(|s| *s == starts[0]),
                "{words} {locale}:\n{printed}"
            );
        }
    }
}

#[test]
fn without_a_terminal_it_prints_the_overview() {
    let home = reported();
    let overview = home.run(["status"]).ok();
    assert_eq!(home.run::<&str>([]).ok(), overview);
    assert_eq!(home.call::<&str>([]).env("TERM", "xterm-256color").run().ok(), overview);
    assert_eq!(home.json::<&str>([]), home.json(["status"]));
}

/// A shell script with the program as `$DUBAN`.
fn shell(home: &Home, script: &str) -> (String, String) {
    let mut command = Command::new("bash");
    command.args(["-c", script]).env("DUBAN", DUBAN).env("DUBAN_DB", home.db());
    command.env("XDG_DATA_HOME", home.path("data"));
    let ended = command.env_remove("LANG").env_remove("LC_ALL").output().unwrap();
    (String::from_utf8(ended.stdout).unwrap(), String::from_utf8(ended.stderr).unwrap())
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::new();
    let long = "长".repeat(9_000);
    for n in 1..=12 {
        home.add("14", "sfj", &format!("2025-06-{n:02}"), &long, &[]);
    }
    for words in ["log --all", "log --all --json", "log --all --csv", "show 14 --json", "show 14 --all"] {
        let (out, err) = shell(
            &home,
            &format!("$DUBAN {words} | head -1 | cut -c1-9 >/dev/null; echo ${{PIPESTATUS[0]}}"),
        );
        assert_eq!(out, "0\n", "{words}: {err}");
        assert!(!err.contains("panick"), "{words}: {err}");
    }
    let mut child = home.call(["log", "--all"]).command().stdout(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("#12 "), "{first}");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn standard_input_is_left_alone() {
    let home = Home::new();
    let loops = [
        "status",
        "list --unit sfj",
        "show 14",
        "log",
        "units",
        "plan",
        "indicators",
        "add 14 --unit sfj 好",
    ];
    for words in loops {
        let script =
            format!("printf '1\\n2\\n3\\n' | while read -r n; do $DUBAN {words} >/dev/null; echo $n; done");
        assert_eq!(shell(&home, &script), ("1\n2\n3\n".to_owned(), String::new()), "{words}");
    }
}

#[test]
fn a_full_disk_on_standard_output_does_not_panic() {
    let home = Home::new();
    let (_, err) = shell(&home, "$DUBAN list > /dev/full");
    assert!(!err.contains("panick"), "{err}");
}
