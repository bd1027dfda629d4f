//! What the gate asks of the system, as `strace` sees it: no process, and no file but the ledger's.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::desk::{Desk, OFFICE, REPORTER};
use crate::pty::Run;
use crate::support::{Call, Said};

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

/// Holds what was traced to the ledger's folder, and to the one program.
#[track_caller]
pub fn held(trace: &Path, folder: &Path, program: &str) {
    let text = std::fs::read_to_string(trace).unwrap();
    let mut opened = 0;
    for line in text.lines() {
        // Behind the process's number comes the call.
        let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
        let name = call.split('(').next().unwrap();
        match name {
            "execve" | "execveat" => assert!(call.contains(program), "{call}"),
            "clone" | "clone3" => assert!(call.contains("CLONE_THREAD"), "{call}"),
            "open" | "openat" | "openat2" | "creat" => {
                let Some(path) = call.split('"').nth(1) else { continue };
                // Beside a folder that is open; where the process happens to be, nothing is looked for.
                let beside = !path.starts_with('/') && !call.contains("AT_FDCWD");
                let inside = Path::new(path).starts_with(folder) || beside;
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

/// The system calls that are looked at.
pub const CALLS: &str =
    "trace=execve,execveat,fork,vfork,clone,clone3,open,openat,creat,connect,bind,listen,ptrace,mount,setuid";

/// Where the ledger is.
pub fn folder(desk: &Desk) -> std::path::PathBuf {
    desk.home.db().canonicalize().unwrap().parent().unwrap().to_owned()
}

/// A call under `strace`, held to the ledger's folder.
pub fn traced(desk: &Desk, call: &Call) -> Said {
    let (trace, call) = (desk.home.path("trace"), call.command());
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-s", "4096", "-e", CALLS, "-o"]).arg(&trace).arg(call.get_program());
    traced.args(call.get_args()).env_clear().envs(call.get_envs().filter_map(|(n, v)| Some((n, v?))));
    let ended = traced.stdin(Stdio::null()).output().expect("this test needs strace");
    held(&trace, &folder(desk), "\"gate\"");
    std::fs::remove_file(&trace).unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said {
        args: Vec::new(),
        code: ended.status.code().unwrap_or(-1),
        out: text(ended.stdout),
        err: text(ended.stderr),
    }
}

#[test]
fn no_command_starts_a_process_or_opens_a_file_of_others() {
    let desk = Desk::new();
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
        (REPORTER, "import - --yes"),
        (REPORTER, "import /etc/passwd"),
        (REPORTER, "export"),
        (REPORTER, "export --csv"),
        (REPORTER, "export -o /tmp/x"),
        (REPORTER, "template"),
        (REPORTER, "report bulletin --format docx"),
        (REPORTER, "report ledger --format xlsx"),
        (REPORTER, "report assess --format html"),
        (REPORTER, "report unit sfj --format svg -o /tmp/x"),
        (REPORTER, "calendar"),
        (REPORTER, "view list"),
        (REPORTER, "missing"),
        (REPORTER, "indicators"),
        (OFFICE, "units set sfj --phone 0580"),
        (OFFICE, "report bulletin --issue 1 --signed 李波"),
        (OFFICE, "operator key add wang ssh-ed25519 x"),
    ] {
        let call = desk.gate(who, command).env("TMPDIR", "/var/tmp").env("SQLITE_TMPDIR", "/var/tmp");
        assert!((0..=8).contains(&traced(&desk, &call).code), "{command}");
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
    held(&trace, &folder(&desk), "\"gate\"");
    assert_eq!(desk.home.json(["history", "--limit", "1"])[0]["operator"], REPORTER);
}
