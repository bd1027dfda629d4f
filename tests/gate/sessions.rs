//! Through a real sshd: each key is its person, nothing but the ledger can be reached, and sessions end when they must.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::desk::{Desk, OFFICE, REPORTER, VIEWER};
use crate::server::{Server, free_port, told, trusted_program};
use crate::support::is_raw;

/// Stands on the main screen once it is there.
const READY: &str = "截至";

#[test]
fn each_key_is_its_person_and_one_question_gets_one_answer() {
    let desk = Desk::new();
    let keys = [OFFICE, REPORTER, VIEWER].map(|who| desk.key(who, &format!("key-{who}")));
    let server = Server::new(&desk);
    let [office, reporter, viewer] = [0, 1, 2].map(|at| keys[at].0.as_path());
    let (code, out, err) = server.asks(viewer, "status sfj");
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, desk.says("status sfj") + "\n");
    let (code, overview, _) = server.asks(viewer, "");
    assert_eq!((code, overview), (0, desk.says("status") + "\n"), "without a terminal: the overview");
    assert_eq!(server.asks(viewer, "add 14 --unit sfj 好").0, 5);
    assert_eq!(server.asks(reporter, "add 14 --unit sfj --date 2025-06-13 办结3件").0, 0);
    assert_eq!(server.asks(office, "period open 2025B3 --on 2025-05-01").0, 0);
    let rows = desk.home.json(["history", "--limit", "1"]);
    let stored = (&rows[0]["operator"], &rows[0]["key"], &rows[0]["origin"]);
    assert_eq!(stored, (&REPORTER.into(), &keys[1].1.clone().into(), &"127.0.0.1".into()));
    // A report over standard input, a sheet over standard output.
    let mut add = server.client(reporter, &[], &["add 14 --unit sfj --date 2025-06-14 -"]);
    let mut add = add.stdin(Stdio::piped()).spawn().unwrap();
    add.stdin.take().unwrap().write_all("第一行\n第二行".as_bytes()).unwrap();
    assert_eq!(told(&add.wait_with_output().unwrap()).0, 0);
    assert!(
        server.asks(viewer, "list --csv").1.starts_with("\u{feff}")
            || server.asks(viewer, "list --csv").1.contains(',')
    );
    desk.home.run(["verify"]).ok();
}

#[test]
fn nothing_but_the_ledger_can_be_reached() {
    let desk = Desk::new();
    let (key, _) = desk.key(REPORTER, "key");
    let server = Server::new(&desk);
    for command in [
        "id",
        "sh",
        "/bin/sh -c id",
        "; id",
        "$(id)",
        "`id`",
        "status; id",
        "status | sh",
        "status && id",
        "status\nid",
        "cat /etc/passwd",
        " --db /etc/passwd status",
        "backup /tmp/x",
        "gate --operator li --db x",
        "sudo -i",
        "env",
        "bash -c 'status'",
        "../../bin/sh",
        "status > /tmp/duban-proof",
    ] {
        let (code, out, err) = server.asks(&key, command);
        assert!([2, 3, 5].contains(&code), "{command}: {code} {out}");
        assert!(
            !out.contains("uid=") && !out.contains("root:") && err.lines().count() == 1,
            "{command}: {out}{err}"
        );
        assert_eq!(err.chars().find(|c| is_raw(*c)), None, "{command}: {err}");
    }
    let (code, help, _) = server.asks(&key, " -h; id");
    assert!(code == 0 && !help.contains("uid="), "help, and nothing behind it: {help}");
    assert!(!std::path::Path::new("/tmp/duban-proof").exists());
    // Subsystems and copies start the forced command like everything else.
    for client in [server.client(&key, &["-s"], &["sftp"]), server.client(&key, &["-s"], &["netconf"])] {
        let (code, out, _) = told(&{ client }.output().unwrap());
        assert!(code != 0 && out.is_empty(), "{code} {out}");
    }
    let port = server.port.to_string();
    for (program, legacy) in [("scp", Some("-O")), ("scp", None), ("sftp", None)] {
        let mut copy = std::process::Command::new(program);
        copy.args(legacy).args(Server::options(&key)).arg("-P").arg(&port);
        copy.arg(format!("{}:/etc/passwd", server.place())).current_dir(desk.home.path(""));
        copy.args((program == "scp").then_some("stolen"));
        let output = copy.stdin(Stdio::null()).output().unwrap();
        assert!(!output.status.success(), "{program}");
    }
    assert!(!desk.home.path("stolen").exists() && !desk.home.path("passwd").exists());
}

#[test]
fn no_port_is_forwarded_either_way() {
    let desk = Desk::new();
    let (key, _) = desk.key(REPORTER, "key");
    let server = Server::new(&desk);
    let target = format!("127.0.0.1:{}", server.port);
    for kind in ["-L", "-D"] {
        let local = free_port();
        let what =
            if kind == "-L" { format!("127.0.0.1:{local}:{target}") } else { format!("127.0.0.1:{local}") };
        let mut tunnel = server.client(&key, &["-N", kind, &what], &[] as &[&str]).spawn().unwrap();
        let end = Instant::now() + Duration::from_secs(20);
        let mut line = loop {
            match TcpStream::connect(("127.0.0.1", local)) {
                Ok(line) => break line,
                Err(e) => assert!(Instant::now() < end, "{kind}: {e}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        line.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        if kind == "-D" {
            // SOCKS 4: connect to the server's own port.
            let [high, low] = server.port.to_be_bytes();
            line.write_all(&[4, 1, high, low, 127, 0, 0, 1, 0]).unwrap();
        }
        let mut found = Vec::new();
        let _ = line.read_to_end(&mut found);
        assert!(!String::from_utf8_lossy(&found).contains("SSH-2.0"), "{kind}: {found:?}");
        tunnel.kill().unwrap();
        tunnel.wait().unwrap();
    }
    let remote = format!("127.0.0.1:{}:{target}", free_port());
    let refused =
        server.client(&key, &["-N", "-R", &remote, "-o", "ExitOnForwardFailure=yes"], &[] as &[&str]);
    assert_eq!(told(&{ refused }.output().unwrap()).0, 255);
    // An agent and a screen of X are offered and not taken; the answer comes all the same.
    for offer in ["-A", "-X"] {
        let (code, out, _) = told(&server.client(&key, &[offer], &["status sfj"]).output().unwrap());
        assert_eq!((code, out), (0, desk.says("status sfj") + "\n"), "{offer}");
    }
}

#[test]
fn a_clients_environment_changes_nothing() {
    let desk = Desk::new();
    let (key, _) = desk.key(REPORTER, "key");
    let usual = Server::with(&desk, "AcceptEnv LANG LC_*\n");
    let lax = "AcceptEnv EDITOR PAGER HOME TMPDIR XDG_* SQLITE_TMPDIR RUST_* DUBAN_* USER LOGNAME SSH_* LANG LC_* TZ\n";
    let lax = Server::with(&desk, lax);
    let folder = desk.home.path("theirs");
    std::fs::create_dir_all(&folder).unwrap();
    let theirs = folder.to_str().unwrap();
    let mut send = String::from("SetEnv=");
    for (name, value) in [
        ("LD_PRELOAD", "/tmp/no-such-library.so"),
        ("LD_LIBRARY_PATH", theirs),
        ("BASH_ENV", "/etc/passwd"),
        ("EDITOR", "touch"),
        ("HOME", theirs),
        ("TMPDIR", theirs),
        ("XDG_CONFIG_HOME", theirs),
        ("SQLITE_TMPDIR", theirs),
        ("RUST_BACKTRACE", "full"),
        ("DUBAN_DB", "/etc/passwd"),
        ("DUBAN_LANG", "en"),
        ("LANG", "en_US.UTF-8"),
        ("USER", "li"),
        ("LOGNAME", "li"),
        ("SSH_CONNECTION", "6.6.6.6 1 2 3"),
        ("SSH_USER_AUTH", "/etc/passwd"),
        ("SSH_ORIGINAL_COMMAND", "period open 2025B1"),
        ("TZ", "/etc/passwd"),
    ] {
        write!(send, "{name}=\"{value}\" ").unwrap();
    }
    for server in [&usual, &lax] {
        let command = ["add 14 --unit sfj --date 2025-06-13 写"];
        let (code, _, err) = told(&server.client(&key, &["-o", &send], &command).output().unwrap());
        assert_eq!((code, err.as_str()), (0, ""));
        let row = &desk.home.json(["history", "--limit", "1"])[0];
        assert_eq!((row["operator"].as_str(), row["origin"].as_str()), (Some(REPORTER), Some("127.0.0.1")));
        let (_, out, _) = told(&server.client(&key, &["-o", &send], &["status sfj"]).output().unwrap());
        assert_eq!(out, desk.says("status sfj") + "\n");
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn a_terminal_gets_the_screen_whatever_it_says_it_is() {
    let desk = Desk::new();
    let (key, _) = desk.key(REPORTER, "key");
    let server = Server::new(&desk);
    let long = format!("xterm\u{1b}]0;x\u{7}../../{}", "x".repeat(4_000));
    for term in ["xterm-256color", "vt100", "x; $(id)", long.as_str()] {
        let mut pty = server.session(&key).env("TERM", term).start();
        pty.wait_for_text(READY);
        pty.send("u");
        pty.send("sfj\r");
        pty.wait_for_text("县司法局");
        pty.send("\u{3}");
        assert_eq!(pty.wait_exit(), 0, "{term:?}");
    }
    let pty = server.session(&key).env("TERM", "dumb").start();
    pty.wait_for_text("截至");
}

#[test]
fn a_key_taken_away_ends_its_sessions_and_keeps_what_was_typed() {
    let desk = Desk::new();
    let (key, fingerprint) = desk.key(REPORTER, "key");
    let (other, _) = desk.key(REPORTER, "other");
    let server = Server::new(&desk);
    let mut pty = server.session(&key).start();
    let mut stays = server.session(&other).start();
    pty.wait_for_text(READY);
    stays.wait_for_text(READY);
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send("没有保存的话");
    pty.wait_for_text("没有保存的话");
    desk.home.run(["operator", "key", "remove", REPORTER, fingerprint.as_str()]).ok();
    let removed = Instant::now();
    assert_eq!(pty.wait_exit(), 5);
    assert!(removed.elapsed() < Duration::from_secs(60));
    let raw = String::from_utf8(pty.raw()).unwrap();
    assert!(raw.contains(&fingerprint) && raw.contains("草稿"), "{raw:?}");
    let (code, _, err) = server.asks(&key, "status");
    assert!(code == 5 && err.contains(&fingerprint), "{code} {err}");
    assert!(
        server.asks(&other, "drafts").1.contains("没有保存的话"),
        "the draft is there for another key of theirs"
    );
    // The other session goes on, until the operator is disabled.
    stays.send("14");
    stays.wait_for_text(">14");
    desk.says("operator disable wang");
    assert_eq!(stays.wait_exit(), 5);
}

#[test]
fn screens_are_limited_and_look_ups_are_not() {
    let desk = Desk::new();
    let (key, _) = desk.key(REPORTER, "key");
    let (office, _) = desk.key(OFFICE, "office");
    desk.says("settings sessions_each 1");
    desk.says("settings sessions_all 2");
    let server = Server::new(&desk);
    let mut first = server.session(&key).start();
    first.wait_for_text(READY);
    let mut second = server.session(&key).start();
    second.wait_for_text("上限");
    assert_eq!(second.wait_exit(), 6);
    let other = server.session(&office).start();
    other.wait_for_text(READY);
    assert_eq!(server.asks(&key, "status").0, 0);
    first.send("\u{3}");
    assert_eq!(first.wait_exit(), 0);
    let again = server.session(&key).start();
    again.wait_for_text(READY);
}

#[test]
fn two_hundred_questions_at_once_are_all_answered() {
    let desk = Desk::new();
    let (key, _) = desk.key(VIEWER, "key");
    let server = Server::new(&desk);
    let all: Vec<_> = (0..200).map(|_| server.client(&key, &[], &["status sfj"]).spawn().unwrap()).collect();
    let expected = desk.says("status sfj") + "\n";
    for client in all {
        let (code, out, err) = told(&client.wait_with_output().unwrap());
        assert_eq!((code, out.as_str(), err.as_str()), (0, expected.as_str(), ""));
    }
    // Whoever stops reading early is no fault either.
    let mut head = std::process::Command::new("bash");
    head.args(["-c", r#""$@" 2>err | head -1; cat err"#, "head", "ssh"]).args(Server::options(&key));
    head.arg("-p").arg(server.port.to_string()).arg(server.place()).arg("list --json");
    let said = head.current_dir(desk.home.path("")).output().unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap(), "[\n");
}

#[test]
fn sshd_asks_the_program_itself_for_the_keys() {
    // sshd trusts only a program that root alone can change.
    let Some(program) = trusted_program().filter(|_| rustix::process::geteuid().is_root()) else { return };
    let desk = Desk::new();
    let (key, fingerprint) = desk.key(REPORTER, "key");
    let (late, _) = desk.key(OFFICE, "late");
    desk.says("operator key remove li 1");
    let db = desk.home.db();
    let me = duban::ops::local_actor().name;
    let lines = format!(
        "AuthorizedKeysCommand {} operator authorized-keys --db {} %u %t %k\nAuthorizedKeysCommandUser {me}\n\
         AuthorizedKeysFile none\n",
        program.display(),
        db.display()
    );
    let server = Server::with(&desk, &lines);
    assert_eq!(server.asks(&key, "status").0, 0);
    assert_eq!(server.asks(&late, "status").0, 255, "no key of anybody's");
    let line = std::fs::read_to_string(late.with_extension("pub")).unwrap();
    desk.home.run(["operator", "key", "add", OFFICE, line.trim()]).ok();
    assert_eq!(server.asks(&late, "status").0, 0, "at once, without a file to write");
    desk.home.run(["operator", "key", "remove", REPORTER, fingerprint.as_str()]).ok();
    assert_eq!(server.asks(&key, "status").0, 255);
}
