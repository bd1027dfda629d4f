//! What the gate asks of the system, as `strace` sees it: no process, and no file but the ledger's.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::desk::{Desk, OFFICE, REPORTER};
use crate::pty::Run;

/// What the C library and the language's own start need, the terminal itself, and who the parent is (for Ctrl-Z).
const START: &[&str] = &[
    "/etc/ld.so.cache",
    "/lib/",
    "/lib64/",
    "/usr/lib/",
    "/usr/lib64/",
    "/proc/",
    "/dev/pts/",
    "/dev/null",
    "/dev/urandom",
];

/// Holds what was traced to the ledger's folder.
#[track_caller]
fn held(trace: &Path, folder: &Path) {
    let text = std::fs::read_to_string(trace).unwrap();
    let mut opened = 0;
    for line in text.lines() {
        // Behind the process's number comes the call.
        let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
        let name = call.split('(').next().unwrap();
        match name {
            "execve" | "execveat" => assert!(call.contains(" gate") || call.contains("\"gate\""), "{call}"),
            "clone" | "clone3" => assert!(call.contains("CLONE_THREAD"), "{call}"),
            "open" | "openat" | "openat2" | "creat" => {
                let Some(path) = call.split('"').nth(1) else { continue };
                let inside = Path::new(path).starts_with(folder) || !path.starts_with('/');
                assert!(inside || START.iter().any(|start| path.starts_with(start)), "{call}");
                opened += usize::from(inside);
            }
            "fork" | "vfork" | "connect" | "bind" | "listen" | "ptrace" | "mount" | "setuid" => {
                panic!("{call}")
            }
            _ => {}
        }
    }
    assert!(opened > 0, "the ledger is opened: {text}");
    assert_eq!(text.matches("execve(").count(), 1, "only the gate itself");
}

const CALLS: &str =
    "trace=execve,execveat,fork,vfork,clone,clone3,open,openat,creat,connect,bind,listen,ptrace,mount,setuid";

fn folder(desk: &Desk) -> std::path::PathBuf {
    desk.home.db().canonicalize().unwrap().parent().unwrap().to_owned()
}

#[test]
fn no_command_starts_a_process_or_opens_a_file_of_others() {
    let desk = Desk::new();
    let trace = desk.home.path("trace");
    for (who, command) in [
        (REPORTER, "status"),
        (REPORTER, "add 14 --unit sfj --date 2025-06-13 写"),
        (REPORTER, "log --json"),
        (REPORTER, "list --text 写"),
        (REPORTER, "undo --yes"),
        (REPORTER, "drafts"),
        (REPORTER, "history --all"),
        (REPORTER, "status; id"),
        (REPORTER, "show /etc/passwd"),
        (REPORTER, "add 14 --unit sfj --date 2025-06-13 写 --evidence /etc/shadow"),
        (REPORTER, "log --known-at 2025-06-24"),
        (REPORTER, "--help"),
        (REPORTER, "backup /tmp/x"),
        (OFFICE, "period open 2025B3 --on 2025-05-01"),
        (OFFICE, "verify"),
    ] {
        let call =
            desk.gate(who, command).env("TMPDIR", "/var/tmp").env("SQLITE_TMPDIR", "/var/tmp").command();
        let mut traced = Command::new("strace");
        traced.args(["-f", "-qq", "-s", "4096", "-e", CALLS, "-o"]).arg(&trace).arg(call.get_program());
        traced.args(call.get_args()).env_clear().envs(call.get_envs().filter_map(|(n, v)| Some((n, v?))));
        let ended = traced.stdin(Stdio::null()).output().expect("this test needs strace");
        assert!(ended.status.code().is_some_and(|code| code <= 8), "{command}");
        held(&trace, &folder(&desk));
    }
}

#[test]
fn neither_does_the_screen() {
    let desk = Desk::new();
    let trace = desk.home.path("trace");
    let run = Run::new("strace")
        .arg("-f")
        .arg("-qq")
        .arg("-s")
        .arg("4096")
        .arg("-e")
        .arg(CALLS)
        .arg("-o")
        .arg(&trace);
    let run = run
        .arg(crate::support::DUBAN)
        .arg("gate")
        .arg("--operator")
        .arg(REPORTER)
        .arg("--db")
        .arg(desk.home.db());
    let mut pty = run.env("HOME", "/nowhere").env("EDITOR", "vi").env("PAGER", "less").start();
    pty.wait_for_text("截至");
    for keys in ["o", "q", "p", "q", "?", "q", ":", "!", "c", "14a"] {
        pty.send(keys);
        pty.settle(std::time::Duration::from_millis(150));
    }
    pty.wait_for_text("填报 14 县司法局");
    pty.send("经SSH报的\r");
    pty.wait_for_text("已保存");
    pty.send("\u{1a}");
    pty.send("q");
    pty.wait_exit();
    held(&trace, &folder(&desk));
    assert_eq!(desk.home.json(["history", "--limit", "1"])[0]["operator"], REPORTER);
}
