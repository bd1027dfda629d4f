//! Words that cannot be meant.

use crate::support::{Home, Said, is_raw, today};

/// What was typed, the exit code, and words that the Chinese and the English sentence hold.
const TABLE: &[(&str, i32, &str, &str)] = &[
    ("add 14 --unit 县私法局 好", 3, "县司法局", "县司法局"),
    ("add 14 --unit 县委 好", 2, "县委党校", "县委党校"),
    ("list --unit qqqq", 3, "duban units", "duban units"),
    ("log --unit qqqq", 3, "没有叫“qqqq”", "no unit “qqqq”"),
    ("show 22", 3, "1到21", "1 to 21"),
    ("show 0", 3, "1到21", "1 to 21"),
    ("show x", 2, "1到21", "1 to 21"),
    ("status 22", 3, "1到21", "1 to 21"),
    ("status 没有这个", 3, "duban units", "duban units"),
    ("log 99999999999999999999", 3, "1到21", "1 to 21"),
    ("add 22 --unit sfj 好", 3, "1到21", "1 to 21"),
    ("add 14 --unit xfb 好", 2, "县司法局", "县司法局"),
    ("add 13 --unit 财政 好", 2, "不是第13项任务的责任单位", "no part in task 13"),
    ("add 14 --unit sfj --percent 101 好", 2, "0到100", "0 to 100"),
    ("add 14 --unit sfj --percent -1 好", 2, "0到100", "0 to 100"),
    ("add 14 --unit sfj --percent 8.5 好", 2, "0到100", "0 to 100"),
    ("add 14 --unit sfj --percent 八十 好", 2, "0到100", "0 to 100"),
    ("add 14 --unit sfj --date 2025-02-31 好", 2, "2月没有31日,最晚28日", "Month 2 has no day 31"),
    ("add 14 --unit sfj --date 2025-13-01 好", 2, "没有13月", "no month 13"),
    ("add 14 --unit sfj --date 昨天 好", 2, "2025-06-24", "2025-06-24"),
    ("add 14 --unit sfj --period 2025X1 好", 2, "2025B3", "2025B3"),
    ("add 14 --unit sfj --period 2025B7 好", 2, "2025B3", "2025B3"),
    ("add 14 --unit sfj --status great 好", 2, "on_track 正常推进", "on_track"),
    ("add 14", 2, "<TEXT>", "<TEXT>"),
    ("add 14 --unit sfj", 2, "<TEXT>", "<TEXT>"),
    ("add 14 --status behind", 2, "原因", "reason"),
    ("add 14 --unit sfj 好 再好", 2, "再好", "再好"),
    ("list --role boss", 2, "lead 牵头", "lead"),
    ("list --light pink", 2, "red 红", "red"),
    ("list --light red,pink", 2, "red 红", "red"),
    ("list --sort x", 2, "due", "due"),
    ("list --status x", 2, "done 已完成", "done"),
    ("list --group 八", 3, "七 数字政府", "七 数字政府"),
    ("list --unit", 2, "--unit", "--unit"),
    ("list --csv --json", 2, "不能一起用", "cannot be used together"),
    ("list --text a --text b", 2, "只能写一次", "only once"),
    ("list --json=yes", 2, "不跟值", "takes no value"),
    ("list --nonsense", 2, "duban list --help", "duban list --help"),
    ("lst", 2, "duban --help", "duban --help"),
    ("log --since 2025-06-31", 2, "最晚30日", "its last is 30"),
    ("log --all --limit 3", 2, "不能一起用", "cannot be used together"),
    ("log --limit 0", 2, "大于0的整数", "above 0"),
    ("show 14 --before 7", 3, "没有第7份进展", "no entry 7"),
    ("--as-of 2025-02-30 list", 2, "最晚28日", "its last is 28"),
    ("--lang fr list", 2, "zh en", "zh en"),
    ("plan nonsense", 2, "nonsense", "nonsense"),
    ("plan check", 2, "<FILE>", "<FILE>"),
    ("plan check /nowhere/plan.toml", 3, "没有这个文件", "no such file"),
    ("plan check /", 3, "目录", "folder"),
    ("init", 2, "已经有一本台账", "already a ledger"),
];

/// Whether a sentence is what an operator may read: no insides of the program, nothing raw, and an end.
pub fn check_sentence(words: &str, sentence: &str, chinese: bool) {
    for inside in
        ["Error", "Err(", "Some(", "None", "Utf8", "os error", "panick", "{0}", "{1}", "{2}", "\\u{", "Os {"]
    {
        assert!(!sentence.contains(inside), "{words}: {sentence}");
    }
    assert!(!sentence.chars().any(is_raw), "{words}: {sentence:?}");
    assert!(
        sentence.ends_with(if chinese { '。' } else { '.' }) || sentence.ends_with('`'),
        "{words}: {sentence}"
    );
    let hanzi = sentence.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    assert!(!chinese || hanzi, "{words}: {sentence}");
}

/// Runs a call in both languages; it must be refused with this code and leave the ledger as it was.
pub fn refused(home: &Home, words: &[&str], code: i32) -> [String; 2] {
    let before = (home.rows(), home.files());
    let said = [("zh", true), ("en", false)].map(|(lang, chinese)| {
        let said: Said = home.call(words).env("DUBAN_LANG", lang).run();
        let sentence = said.refused(code);
        check_sentence(&words.join(" "), &sentence, chinese);
        sentence
    });
    assert_eq!((home.rows(), home.files()), before, "{words:?} wrote something");
    said
}

#[test]
fn each_is_told_in_one_sentence_with_its_code() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    for (typed, code, zh, en) in TABLE {
        let words: Vec<&str> = typed.split(' ').collect();
        let [chinese, english] = refused(&home, &words, *code);
        assert!(chinese.contains(zh), "{typed}: {chinese}");
        assert!(english.contains(en), "{typed}: {english}");
    }
}

#[test]
fn english_sentences_are_english() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let names = [
        "县私法局",
        "县司法局",
        "县综合行政执法局",
        "八十",
        "昨天",
        "再好",
        "没有这个",
        "县委",
        "县府办",
        "县财政局",
    ];
    let known: String = TABLE.iter().map(|(t, ..)| *t).chain(names).collect();
    let plan = include_str!("../../data/plan.toml");
    for (typed, code, ..) in TABLE {
        let [_, english] = refused(&home, &typed.split(' ').collect::<Vec<_>>(), *code);
        let foreign =
            |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c) && !known.contains(*c) && !plan.contains(*c);
        assert_eq!(english.chars().find(foreign), None, "{typed}: {english}");
        assert!(!english.contains(['，', '。', '：', '；']), "{typed}: {english}");
    }
}

#[test]
fn a_day_that_has_not_come_is_refused_and_today_is_not() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let after_tomorrow = today().tomorrow().unwrap().tomorrow().unwrap().to_string();
    for day in [after_tomorrow.as_str(), "9999-12-31"] {
        let [chinese, english] = refused(&home, &["add", "14", "--unit", "sfj", "--date", day, "好"], 2);
        assert!(chinese.contains(day) && chinese.contains("还没有到"), "{chinese}");
        assert!(english.contains("has not come yet"), "{english}");
    }
    home.add("14", "sfj", &today().to_string(), "好", &[]);
}

#[test]
fn control_characters_are_refused_in_every_text() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let hostile = [
        "\u{1b}[2J",
        "\u{1b}]52;c;\u{7}",
        "\u{7}",
        "\u{8}",
        "\u{b}",
        "\u{9b}31m",
        "\u{85}",
        "\u{7f}",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "\u{2028}",
        "\u{e0041}",
    ];
    for bad in hostile {
        let text = format!("受理{bad}件");
        let code = format!("U+{:04X}", u32::from(bad.chars().next().unwrap()));
        let plain = ["add", "14", "--unit", "sfj"];
        let cases = [
            vec![text.as_str()],
            vec!["好", "--problems", &text],
            vec!["好", "--next", &text],
            vec!["好", "--reporter", &text],
        ];
        for case in cases {
            let [chinese, english] = refused(&home, &[&plain[..], &case].concat(), 2);
            assert!(chinese.contains(&code) && chinese.contains("第3个字"), "{chinese}");
            assert!(english.contains(&code) && english.contains("Character 3"), "{english}");
        }
        let piped = home.call(["add", "14", "--unit", "sfj", "-"]).stdin(text.as_bytes()).run().refused(2);
        assert!(piped.contains(&code), "{piped}");
    }
    assert_eq!(home.json(["log"]).as_array().unwrap().len(), 1);
}

#[test]
fn hostile_words_are_not_said_back_raw() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let bad = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}";
    for (words, code) in [
        (vec!["list", "--unit", bad], 3),
        (vec!["list", "--group", bad], 3),
        (vec!["list", "--light", bad], 2),
        (vec!["show", bad], 2),
        (vec!["status", bad], 3),
        (vec![bad], 2),
        (vec!["--as-of", bad, "list"], 2),
        (vec!["--lang", bad, "list"], 2),
        (vec!["add", "14", "--unit", "sfj", "--percent", bad, "好"], 2),
        (vec!["add", "14", "--unit", "sfj", "--period", bad, "好"], 2),
        (vec!["plan", "check", bad], 3),
        (vec!["log", "--limit", bad], 2),
    ] {
        let _ = refused(&home, &words, code);
    }
}

#[test]
fn words_that_are_no_text_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let before = home.rows();
    let bad = std::ffi::OsStr::from_bytes(b"\xc4\xe3"); // 你 in GBK
    let call = home.call(["add", "14", "--unit", "sfj"]).arg(bad);
    check_sentence("GBK", &call.run().refused(2), true);
    check_sentence("GBK", &call.env("DUBAN_LANG", "en").run().refused(2), false);
    assert_eq!(home.rows(), before);
}

#[test]
fn too_long_a_text_is_refused_whole() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let before = home.rows();
    let said = home.call(["add", "14", "--unit", "sfj", "-"]).stdin("长".repeat(20_001)).run().refused(2);
    assert!(said.contains("20001") && said.contains("20000"), "{said}");
    assert_eq!(home.rows(), before);
    home.call(["add", "14", "--unit", "sfj", "-"]).stdin("长".repeat(20_000)).run().ok();
}

#[test]
fn letters_that_fit_a_unit_by_chance_write_nothing() {
    let home = Home::new();
    home.run(["status"]).ok();
    let before = home.rows();
    let said = home.call(["add", "2", "--unit", "yzb", "好"]).run().refused(3);
    assert!(said.contains("县委依法治县办"), "{said}");
    assert_eq!(home.rows(), before);
}
