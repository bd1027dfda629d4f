//! While nothing happens nothing is written and nobody wakes.

use std::process::Command;
use std::time::Duration;

use crate::office::{Office, side_by_side};

/// Calls that were made in ten seconds, by name.
fn calls(pid: u32) -> Vec<(String, u64)> {
    let script = r#"strace -f -c -p "$0" 2>&1 & s=$!; sleep 10; kill -INT $s; wait $s"#;
    let output = Command::new("bash").args(["-c", script, &pid.to_string()]).output().unwrap();
    // Without a single call there is no table.
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.contains("attached") && table.contains("detached"), "strace saw nothing: {table}");
    let rows = table.lines().filter(|l| l.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    rows.map(|row| {
        let columns: Vec<&str> = row.split_whitespace().collect();
        ((*columns.last().unwrap()).to_owned(), columns[3].parse().unwrap())
    })
    .filter(|(name, _)| name != "total")
    .collect()
}

#[test]
fn ten_idle_seconds_are_no_write_and_hardly_a_wake_up() {
    side_by_side(["", "A督办"], |keys| {
        let office = Office::new();
        let mut pty = office.open(80, 24);
        pty.send(keys);
        // Until the draft is on the disk.
        pty.settle(Duration::from_millis(1_500));
        let (mark, cpu) = (pty.mark(), pty.cpu());
        let calls = calls(pty.pid());
        println!("{keys:?}: {calls:?}, {:?} of processor time", pty.cpu().saturating_sub(cpu));
        assert_eq!(pty.mark(), mark, "written to the terminal");
        assert!(!calls.iter().any(|(name, _)| name.contains("write")), "{calls:?}");
        assert!(calls.iter().map(|(_, n)| n).sum::<u64>() <= 20, "{calls:?}");
    });
}
