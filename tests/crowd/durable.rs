//! What the screen calls saved is on the disk.

use crate::ledger::Ledger;
use crate::stage::{screen, texts};

/// `已保存`, as strace prints its bytes.
const SAVED: &str = r"\xe5\xb7\xb2\xe4\xbf\x9d\xe5\xad\x98";

#[test]
fn saved_is_said_after_the_log_is_on_the_disk() {
    let ledger = Ledger::new();
    let trace = ledger.folder.path().join("trace");
    let calls = "trace=write,writev,pwrite64,fsync,fdatasync,ftruncate";
    let script = format!("exec strace -f -y -xx -s 100000 -e {calls} -o {} \"$0\" \"$@\"", trace.display());
    let mut pty = screen(&ledger.path).under(&script).start();
    pty.wait_for_text("q退出");
    pty.send("14");
    pty.wait_for_text(">14");
    pty.send("a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send("要落盘的\r");
    pty.wait_for_text("已保存 14 县司法局 第1号");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    assert_eq!(texts(&ledger), ["要落盘的"]);

    let trace = std::fs::read_to_string(trace).expect("strace is installed (see .ci/run)");
    let lines: Vec<&str> = trace.lines().collect();
    // With -xx the names of descriptors are printed in bytes too.
    let bytes: Vec<String> = "ledger.db-wal".bytes().map(|b| format!("\\x{b:02x}")).collect();
    let log = bytes.concat() + ">";
    let of_log = |line: &&str| line.contains(&log);
    let said = lines.iter().position(|l| l.contains(SAVED)).expect("it was said");
    let written = lines[..said].iter().rposition(|l| l.contains("pwrite64(") && of_log(l));
    let written = written.expect("the log was written before");
    let synced = lines[written..said].iter().any(|l| {
        // Where another thread comes between, the end stands on a line of its own.
        let sync = ["fsync", "fdatasync"].iter().any(|sync| {
            l.contains(&format!(" {sync}(")) && of_log(l) || l.contains(&format!("<... {sync} resumed>"))
        });
        sync && l.trim_end().ends_with("= 0")
    });
    let shown = |l: &&str| l.chars().take(160).collect::<String>();
    assert!(synced, "{}", lines[written..=said].iter().map(shown).collect::<Vec<_>>().join("\n"));
    let after = lines[said..].iter().any(|l| l.contains("pwrite64(") && of_log(l));
    assert!(!after, "and nothing of it was still to be written");
}
