//! The environment, stored texts and proofs of others: none of them changes what the gate does.

use crate::desk::{Desk, OFFICE, REPORTER, VIEWER};
use crate::support::{Call, is_raw};

/// Everything that a client could get set by an sshd that accepts too much, or that an account could inherit.
pub fn hostile(call: Call, folder: &str) -> Call {
    let esc = format!("xterm\u{1b}]0;x\u{7}../../{}", "x".repeat(4_000));
    [
        ("EDITOR", "touch /tmp/duban-editor"),
        ("VISUAL", "touch /tmp/duban-editor"),
        ("PAGER", "touch /tmp/duban-pager"),
        ("SHELL", "/bin/sh"),
        ("HOME", folder),
        ("TMPDIR", folder),
        ("SQLITE_TMPDIR", folder),
        ("XDG_CONFIG_HOME", folder),
        ("XDG_DATA_HOME", folder),
        ("XDG_CACHE_HOME", folder),
        ("XDG_RUNTIME_DIR", folder),
        ("RUST_BACKTRACE", "full"),
        ("RUST_LOG", "trace"),
        ("DUBAN_DB", "/etc/passwd"),
        ("DUBAN_LANG", "en"),
        ("LANG", "en_US.UTF-8"),
        ("LC_ALL", "en_US.UTF-8"),
        ("USER", "li"),
        ("LOGNAME", "li"),
        ("SUDO_USER", "li"),
        ("COLUMNS", "9"),
        ("TZ", "/etc/passwd"),
        ("SSH_CLIENT", "6.6.6.6 1 2"),
        ("TERM", esc.as_str()),
    ]
    .into_iter()
    .fold(call, |call, (name, value)| call.env(name, value))
}

#[test]
fn the_environment_changes_nothing() {
    let desk = Desk::new();
    let folder = desk.home.path("theirs");
    std::fs::create_dir_all(folder.join("duban")).unwrap();
    std::fs::write(folder.join("duban/config.toml"), "lang = \"en\"\nthis is no setting").unwrap();
    let folder = folder.to_str().unwrap().to_owned();
    let refused = "add 3 --unit ssz 好";
    for command in
        ["status", "list --json", "history", "", "show 14", "nonsense", refused, "--help", "add --help"]
    {
        let plain = desk.asks(REPORTER, command);
        let said = hostile(desk.gate(REPORTER, command), &folder).run();
        assert_eq!((plain.code, &plain.out, &plain.err), (said.code, &said.out, &said.err), "{command}");
    }
    let call = desk.gate(REPORTER, "add 14 --unit sfj --date 2025-06-15 写");
    hostile(call, &folder).run().ok();
    let newest = &desk.home.json(["history", "--limit", "1"])[0];
    assert_eq!((newest["operator"].as_str(), newest["origin"].as_str()), (Some(REPORTER), Some("10.0.0.7")));
    let left: Vec<String> = desk.home.files().into_iter().filter(|f| f.starts_with("theirs/")).collect();
    assert_eq!(left, ["theirs/duban", "theirs/duban/config.toml"]);
}

/// A file as sshd leaves it for `ExposeAuthInfo`.
pub struct Proof(pub std::path::PathBuf);

impl Proof {
    pub fn new(text: &str) -> Self {
        let mut n = 0;
        loop {
            let path = format!("/tmp/sshauth.test{}x{n}", std::process::id()).into();
            match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut file) => {
                    std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
                    return Self(path);
                }
                Err(_) => n += 1,
            }
        }
    }
}

impl Drop for Proof {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn the_key_that_sshd_vouches_for_must_be_the_operators() {
    let desk = Desk::new();
    let (file, fingerprint) = desk.key(REPORTER, "own");
    let (others, _) = desk.key(OFFICE, "others");
    let public = |file: &std::path::Path| std::fs::read_to_string(file.with_extension("pub")).unwrap();
    let own = Proof::new(&format!("publickey {}", public(&file)));
    let other = Proof::new(&format!("publickey {}", public(&others)));
    let (none, password) = (Proof::new(""), Proof::new("password\n"));
    let ask = |proof: &std::path::Path, command: &str| {
        desk.gate(REPORTER, command).env("SSH_USER_AUTH", proof).run()
    };
    ask(&own.0, "add 14 --unit sfj --date 2025-06-15 写").ok();
    let newest = &desk.home.json(["history", "--limit", "1"])[0];
    assert_eq!(
        (newest["key"].as_str(), newest["origin"].as_str()),
        (Some(fingerprint.as_str()), Some("10.0.0.7"))
    );
    assert!(desk.says("history --limit 1").contains(&format!("(10.0.0.7 {fingerprint})")));
    assert!(ask(&other.0, "status").refused(5).contains("SHA256:"));
    let [gone, passwd, zero] =
        ["/tmp/sshauth.gone", "/etc/passwd", "/dev/zero"].map(std::path::PathBuf::from);
    for proof in [&none.0, &password.0, &gone, &passwd, &zero] {
        ask(proof, "status").refused(5);
    }
    let link = std::path::PathBuf::from(format!("/tmp/sshauth.link{}", std::process::id()));
    std::os::unix::fs::symlink(&own.0, &link).unwrap();
    ask(&link, "status").refused(5);
    std::fs::remove_file(&link).unwrap();
    // Without a proof it is the forced command's word, unless the office wants one.
    desk.asks(REPORTER, "status").ok();
    desk.says("settings key_required 1");
    assert!(desk.asks(REPORTER, "status").refused(5).contains("ExposeAuthInfo"));
    ask(&own.0, "status").ok();
    desk.says("operator key remove wang 1");
    ask(&own.0, "status").refused(5);
}

#[test]
fn whoever_is_disabled_or_gone_does_not_come_in() {
    let desk = Desk::new();
    desk.asks(VIEWER, "status").ok();
    desk.says("operator disable chen");
    assert!(desk.asks(VIEWER, "status").refused(5).contains("停用"));
    assert!(desk.asks("root\u{1b}[2J", "status").refused(5).contains("<U+001B>"));
    assert_eq!(desk.home.run(["gate"]).code, 2);
    assert_eq!(desk.home.run(["gate", "--operator", "li"]).code, 2);
    assert_eq!(desk.home.run(["--lang", "zh", "gate", "--operator", "li"]).code, 2);
}

#[test]
fn stored_texts_come_out_harmless() {
    let desk = Desk::new();
    for act in [
        "period open 2025B3 --on 2025-05-01",
        "notice send 催办 --unit sfj --task 14 --on 2025-06-10 甲文",
        "notice answer 1 --unit sfj --on 2025-06-15 甲答",
        "extend 7 2026-06-30 --reason 甲理由 --approved-by 甲 --doc-no 甲 --on 2025-06-20",
        "edit 1 --problems 甲难 --next 甲步 --reporter 甲人 --evidence 甲证 --status done --percent 100",
        "operator add qian --role viewer --display 甲",
        "close 14 --reason 甲理由 --on 2025-06-20",
    ] {
        desk.says(act);
    }
    let db = desk.home.sql();
    db.pragma_update(None, "ignore_check_constraints", true).unwrap();
    let raw = "甲\u{1b}]52;c;x\u{7}\u{1b}[2J\u{1b}c\u{9b}31m\u{9d}\r\u{8}\t\u{202e}\u{2066}\u{200b}\u{feff}\u{2028}";
    let quoted = serde_json::to_string(raw).unwrap();
    db.execute("UPDATE act SET body = replace(body, '甲', ?1)", [quoted.trim_matches('"')]).unwrap();
    for column in ["progress", "problems", "next_steps", "reporter", "typed_by", "review_note", "reviewed_by"]
    {
        db.execute(&format!("UPDATE entry SET {column} = ?1"), [raw]).unwrap();
    }
    db.execute("UPDATE evidence SET ref = ?1, note = ?1", [raw]).unwrap();
    let mut seen = 0;
    for command in [
        "",
        "status",
        "status 14",
        "status sfj",
        "list",
        "show 14",
        "show 7",
        "log",
        "history",
        "due",
        "missing --all",
        "period",
        "review list",
        "notice list --all",
        "notice show 1",
        "settings",
        "operator",
        "operator show qian",
        "drafts",
        "units",
        "indicators",
        "plan",
        "verify",
        "undo",
        "edit 1 --percent 7",
        "delete 1",
        "export",
        "export --csv",
        "report bulletin --period 2025B3",
        "report bulletin --format html",
        "report ledger --format md",
        "report ledger --format csv",
        "report assess",
        "report task 14",
        "report unit sfj --format svg",
        "report issued",
        "calendar",
        "template",
        "view",
        "drafts",
        "import - --dry-run",
        "nothing甲\u{202e}",
    ] {
        for option in ["--lang=zh", "--lang=en", "--json", "--csv"] {
            let said = desk.gate(OFFICE, format!("{command} {option}")).stdin("").run();
            // Lines of a calendar end as its standard has it.
            let out = if command == "calendar" { said.out.replace("\r\n", "\n") } else { said.out };
            let bad = out.chars().chain(said.err.chars()).find(|c| is_raw(*c));
            assert_eq!(bad, None, "{command} {option}: {out:?}{:?}", said.err);
            seen += usize::from(out.contains('甲'));
        }
    }
    assert!(seen > 25, "the text itself is shown, only {seen} times");
}

#[test]
fn what_is_imported_counts_as_reports() {
    let desk = Desk::new();
    let sheet = |rows: &[&str]| {
        let rows = (1..).zip(rows).map(|(day, text)| format!("14,sfj,2025-06-{day:02},on_track,{text}\n"));
        format!("任务编号,责任单位,报送日期,状态,进展情况\n{}", rows.collect::<String>())
    };
    let import = |text: String| desk.gate(REPORTER, "import - --yes").stdin(text).run();
    let before = desk.home.rows();
    desk.says("settings entry_chars 100");
    let said = import(sheet(&["好", &"长".repeat(101)]));
    assert!(said.code == 2 && said.err.contains("101"), "{said:?}");
    desk.says("settings entries_minute 3");
    assert!(import(sheet(&["一", "二", "三", "四"])).refused(5).contains('3'));
    assert_eq!(import(sheet(&["一", "二"])).code, 0);
    import(sheet(&["三", "四"])).refused(5);
    assert_eq!(import(sheet(&["三"])).code, 0);
    assert!(desk.home.rows() > before);
    // One with an account of the host's own is not held up by it.
    desk.home.call(["import", "-", "--yes"]).stdin(sheet(&["五", "六", "七", "八"])).run().ok();
}

#[test]
fn reports_are_limited_in_length_and_number() {
    let desk = Desk::new();
    let report =
        |text: &str| desk.gate(REPORTER, format!("add 14 --unit sfj --date 2025-06-15 {text}")).run();
    desk.says("settings entry_chars 100");
    report(&"长".repeat(101)).refused(2);
    report(&"长".repeat(100)).ok();
    desk.says("settings entries_minute 3");
    report("二").ok();
    report("三").ok();
    assert!(report("四").refused(5).contains('3'));
    desk.gate(REPORTER, "edit 2 --percent 7").run().refused(5);
    desk.says("settings entries_minute 0");
    desk.says("settings entries_day 4");
    report("四").ok();
    assert!(report("五").refused(5).contains("entries_day"));
    // Others, and those with an account of the host's own, are not held up by it.
    desk.home.add("14", "sfj", "2025-06-15", &"长".repeat(200), &[]);
    desk.gate(OFFICE, "add 14 --unit sfj --date 2025-06-15 六").run().ok();
}
