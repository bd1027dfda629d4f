//! What a client can ask through the gate, and what it cannot.

use std::time::{Duration, Instant};

use crate::any::Commands;
use crate::desk::{Desk, OFFICE, REPORTER, VIEWER};
use crate::inside;
use crate::traced::traced;

#[test]
fn each_role_does_its_own_and_is_refused_the_rest() {
    let desk = Desk::new();
    for (who, command, code) in [
        (VIEWER, "status sfj", 0),
        (VIEWER, "list --csv", 0),
        (VIEWER, "", 0),
        (VIEWER, "add 14 --unit sfj 好", 5),
        (VIEWER, "close 14 --reason 好", 5),
        (REPORTER, "add 14 --unit sfj --date 2025-06-13 又办3件", 0),
        (REPORTER, "add 14 --unit sfj '带 空格'", 0),
        (REPORTER, "add 3 --unit ssz 好", 5),
        (REPORTER, "undo --yes", 0),
        (REPORTER, "period open", 5),
        (REPORTER, "operator add x --role office", 5),
        (REPORTER, "settings entries_day 1", 5),
        (OFFICE, "period open 2025B3 --on 2025-05-01", 0),
        (OFFICE, "operator list", 0),
        (OFFICE, "verify", 0),
        ("nobody", "status", 5),
        (OFFICE, "nonsense", 2),
        (OFFICE, "status 'half", 2),
    ] {
        let said = desk.asks(who, command);
        assert_eq!(said.code, code, "{who}: {command}: {}{}", said.out, said.err);
        assert_eq!(
            (code == 0, said.err.lines().count()),
            (said.err.is_empty(), usize::from(code != 0)),
            "{command}"
        );
    }
    desk.home.run(["verify"]).ok();
}

#[test]
fn nothing_about_the_host_its_files_or_the_gate_itself_passes() {
    let desk = Desk::new();
    let (before, files) = (desk.home.rows(), desk.home.files());
    for command in [
        "init",
        "demo",
        "backup",
        "backup --auto",
        "backup -",
        "restore x --yes",
        "restore - --yes",
        "purge 1 --reason x --yes",
        "doctor",
        "plan check /etc/passwd",
        "plan check -",
        "operator authorized-keys",
        "gate --operator root",
        "gate --operator root --db /etc/passwd",
        "--db /etc/passwd status",
        "status --db /etc/passwd",
        "status --db=/etc/passwd",
        "--db - status",
        "history --db ../other.db",
    ] {
        let said = desk.asks(OFFICE, command);
        // Nothing is read from `--db -` either: it is the option that does not pass, unless it is what it is for.
        assert!([2, 5, 3].contains(&said.code) || command == "--db - status", "{command}: {}", said.out);
        assert!(!said.out.contains("root:"), "{command}");
    }
    for command in [
        "sh",
        "bash -i",
        "sftp-server",
        "internal-sftp",
        "scp -t /tmp",
        "rsync --server . x",
        "git-upload-pack x",
    ] {
        desk.asks(OFFICE, command).refused(2);
    }
    assert_eq!((desk.home.rows(), desk.home.files()), (before, files));
}

#[test]
fn texts_come_over_standard_input_and_answers_over_standard_output() {
    let desk = Desk::new();
    let call = desk.gate(REPORTER, "add 14 --unit sfj --date 2025-06-14 -").stdin("第一行\n第二行");
    let id = call.run().ok();
    let log = desk.asks(VIEWER, "log 14 --limit 1").ok();
    assert!(log.contains("第二行") && id.trim().parse::<u32>().is_ok(), "{log}");
    // The first of many look-ups in a `while read` loop must not eat the others' lines.
    let script = r#"printf '14\n7\n3\n' | while read task; do SSH_ORIGINAL_COMMAND="show $task --json" "$@" >/dev/null; echo "$task"; done"#;
    let mut loop_of = std::process::Command::new("bash");
    let db = desk.home.db();
    loop_of.args(["-c", script, "loop", crate::support::DUBAN, "gate", "--operator", VIEWER, "--db"]).arg(db);
    assert_eq!(String::from_utf8(loop_of.output().unwrap().stdout).unwrap(), "14\n7\n3\n");
}

#[test]
fn whoever_stops_reading_early_ends_it_without_a_word() {
    let desk = Desk::new();
    let script =
        r#"SSH_ORIGINAL_COMMAND="list --json" "$@" 2>err | head -1; echo "${PIPESTATUS[0]}"; cat err"#;
    let mut head = std::process::Command::new("bash");
    head.args(["-c", script, "head", crate::support::DUBAN, "gate", "--operator", VIEWER, "--db"]);
    head.arg(desk.home.db()).current_dir(desk.home.path(""));
    let said = String::from_utf8(head.output().unwrap().stdout).unwrap();
    assert_eq!(said, "[\n0\n", "no panic, nothing on standard error");
}

#[test]
fn a_long_command_is_refused_and_the_longest_takes_no_time() {
    let desk = Desk::new();
    let search = |hanzi: usize| desk.asks(VIEWER, &format!("list --text {}", "县司法局".repeat(hanzi / 4)));
    search(3_000).refused(2);
    let start = Instant::now();
    search(2_600).ok();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    // A text of any length that a report can have comes over standard input.
    let text = "长".repeat(19_000);
    desk.gate(REPORTER, "add 14 --unit sfj --date 2025-06-15 -").stdin(text).run().ok();
}

#[test]
fn any_text_at_all_passes_only_by_the_table() {
    let Some(tried) = inside::tried("commands::any_text_at_all_passes_only_by_the_table", 1, 3_000) else {
        return;
    };
    assert!(tried.passed > 30 && tried.ended > 100, "{tried:?}");
    assert!(tried.slowest.0 < Duration::from_secs(1), "{tried:?}");
}

/// Any text through the real gate: an exit code of the table, nothing raw, no file, no other operator.
/// `trace` says whether every system call is looked at too.
pub fn any_process(seed: u64, many: u64, trace: bool) -> Duration {
    let desk = Desk::new();
    desk.asks(VIEWER, "status").ok();
    let mut commands = Commands::new(seed);
    let mut slowest = Duration::ZERO;
    let files = |desk: &Desk| {
        desk.home.files().into_iter().filter(|f| !f.starts_with("data/duban/ledger.db-")).collect::<Vec<_>>()
    };
    let before = files(&desk);
    for _ in 0..many {
        let command = commands.next_one();
        let start = Instant::now();
        let call = desk.gate(REPORTER, &command).stdin("");
        let said = if trace { traced(&desk, &call) } else { call.run() };
        slowest = slowest.max(start.elapsed());
        assert!((0..=8).contains(&said.code), "{command:?}: {said:?}");
        assert!(!said.err.contains("panicked"), "{command:?}: {said:?}");
        let raw = said.out.chars().chain(said.err.chars()).find(|c| crate::support::is_raw(*c));
        assert_eq!(raw, None, "{command:?}");
    }
    assert_eq!(files(&desk), before);
    let who: Vec<String> = desk
        .home
        .json(["history", "--all"])
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["operator"].as_str().unwrap().to_owned())
        .collect();
    let me = duban::ops::local_actor().name;
    assert!(who.iter().all(|name| name == REPORTER || *name == me), "{who:?}");
    desk.home.run(["verify"]).ok();
    slowest
}

#[test]
fn any_text_at_all_does_no_harm_to_the_real_gate() {
    let slowest = any_process(2, 300, false);
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
}
