//! The first screen comes before everything that it does without.

use crate::office::Office;

/// A text as strace prints its bytes.
fn printed(text: &str) -> String {
    let bytes: Vec<String> = text.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
    bytes.concat()
}

#[test]
fn the_first_screen_is_sent_before_any_thread_begins() {
    let office = Office::new();
    let trace = office.ledger().with_extension("trace");
    let calls = "trace=write,clone,clone3";
    let script = format!("exec strace -f -xx -s 100000 -e {calls} -o {} \"$0\" \"$@\"", trace.display());
    let mut pty = office.run().size(80, 24).under(&script).start();
    pty.wait_for_text("q退出");
    // What comes later is there all the same: the report beside the list is read on.
    pty.send("2");
    pty.wait_for_text("> 2");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);

    let trace = std::fs::read_to_string(trace).expect("strace is installed (see .ci/run)");
    let lines: Vec<&str> = trace.lines().collect();
    let (title, quit) = (printed("加强党对法治政府建设的领导"), printed("退出"));
    let screen = lines.iter().position(|l| l.contains(&title) && l.contains(&quit)).expect("it was shown");
    let thread = lines.iter().position(|l| l.contains("clone")).expect("threads begin");
    assert!(screen < thread, "{}", lines[..=screen].join("\n"));
}
