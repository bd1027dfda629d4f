//! Commands that last: of whoever is let in no more, or lets them lie, or sends without an end.

use std::fs::File;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use duban::clock::Clock;
use duban::error::Error;
use duban::ledger::{Actor, GateFault, Limit, Setting, Way};
use duban::ops;
use duban::store::{Reader, Writer};

use crate::desk::{Desk, OFFICE, REPORTER};
use crate::hostile::Proof;

/// A report whose text is awaited.
fn waiting(desk: &Desk, proof: &Proof) -> Child {
    let call = desk.gate(REPORTER, "add 14 --unit sfj --date 2025-06-13 -").env("SSH_USER_AUTH", &proof.0);
    let mut command = call.command();
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(20);
    // The call it is in, and that call's first argument: reading standard input.
    let call = || std::fs::read_to_string(format!("/proc/{}/syscall", child.id())).unwrap_or_default();
    let reads = |call: &str| {
        let words: Vec<&str> = call.split(' ').collect();
        matches!(words[..], ["0" | "63", "0x0", at, ..] if at != "0x0")
    };
    while !reads(&call()) {
        assert!(Instant::now() < end, "it does not come to reading: {}", call());
        std::thread::sleep(Duration::from_millis(20));
    }
    child
}

fn proof(desk: &Desk, name: &str) -> (Proof, String) {
    let (file, fingerprint) = desk.key(REPORTER, name);
    let public = std::fs::read_to_string(file.with_extension("pub")).unwrap();
    (Proof::new(&format!("publickey {public}")), fingerprint)
}

#[test]
fn a_command_ends_with_the_key_it_came_with() {
    let desk = Desk::new();
    let (proof, fingerprint) = proof(&desk, "key");
    let mut child = waiting(&desk, &proof);
    desk.home.run(["operator", "key", "remove", REPORTER, fingerprint.as_str()]).ok();
    let (rows, removed) = (desk.home.rows(), Instant::now());
    // Nobody closes its standard input.
    let open = child.stdin.take();
    let ended = child.wait_with_output().unwrap();
    assert!(removed.elapsed() < Duration::from_secs(60));
    drop(open);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(ended.status.code() == Some(5) && said.contains(&fingerprint), "{:?} {said}", ended.status);
    assert_eq!(desk.home.rows(), rows);
}

#[test]
fn nothing_is_written_with_a_key_that_is_gone_meanwhile() {
    let desk = Desk::new();
    let (_, fingerprint) = desk.key(REPORTER, "key");
    let way = Way::Gate(Some(fingerprint.clone()));
    let by = Actor { name: REPORTER.to_owned(), origin: String::new(), way };
    let office = Actor { name: OFFICE.to_owned(), way: Way::Gate(None), ..by.clone() };
    let reader = Reader::open(&desk.home.db()).unwrap();
    let plan = reader.plan().clone();
    let mut writer = Writer::open(&desk.home.db(), plan.clone()).unwrap();
    let entry = reader.entry(duban::ledger::EntryId(1)).unwrap().unwrap();
    let barred = |done: Result<(), Error>| matches!(done, Err(Error::Gate(GateFault::OtherKey(..))));
    let mut delete = |by: &Actor| ops::delete(&mut writer, entry.id, entry.revision, by, Clock::System);
    desk.home.run(["operator", "key", "remove", REPORTER, fingerprint.as_str()]).ok();
    assert!(barred(delete(&by).map(drop)));
    let set = |writer: &mut Writer, by: &Actor| {
        ops::set(writer, &plan, Setting::Limit(Limit::Idle), "7", by, Clock::System).map(drop)
    };
    assert!(set(&mut writer, &office).is_ok());
    desk.says("settings key_required 1");
    assert!(matches!(set(&mut writer, &office), Err(Error::Gate(GateFault::NotVouched))));
}

#[test]
fn whoever_sends_without_an_end_is_told_and_takes_no_memory() {
    let desk = Desk::new();
    for (who, command) in [
        (REPORTER, "add 14 --unit sfj -"),
        (REPORTER, "edit 1 -"),
        (REPORTER, "import -"),
        (OFFICE, "operator key add wang -"),
        (OFFICE, "close 14 --reason -"),
    ] {
        let mut call = desk.gate(who, command).command();
        let ended = call.stdin(File::open("/dev/zero").unwrap()).output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!((ended.status.code(), said.lines().count()), (Some(2), 1), "{command}: {said}");
        assert!(said.contains("MB"), "{command}: {said}");
    }
}

#[test]
fn what_a_command_takes_of_the_host_is_limited() {
    let desk = Desk::new();
    let (proof, _) = proof(&desk, "key");
    let mut child = waiting(&desk, &proof);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].split_whitespace().map(str::to_owned).take(2).collect::<Vec<_>>()
    };
    assert_eq!(limit("Max core file size"), ["0", "0"], "no copy of the ledger in a file of a crash");
    for bytes in limit("Max data size") {
        assert!(bytes.parse::<u64>().is_ok_and(|bytes| bytes <= 1 << 30), "{limits}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}
