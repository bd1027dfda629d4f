//! Sessions in which nothing happens, and sessions that nobody looks at.

use std::time::{Duration, Instant};

use crate::office::Office;

const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn a_minute_without_anything_costs_nothing() {
    let office = Office::new();
    let pty = office.opened();
    pty.settle(Duration::from_secs(6));
    let (naps, glances) = (pty.naps(), pty.glances());
    let (writes, bytes, cpu) = (pty.writes(), pty.mark(), pty.cpu());
    std::thread::sleep(MINUTE);
    let (woke, glances) = (pty.naps() - naps, pty.glances() - glances);
    assert_eq!((pty.mark(), pty.writes()), (bytes, writes));
    // One tick of the kernel's clock.
    let spent = pty.cpu().saturating_sub(cpu);
    assert!(spent <= Duration::from_millis(10), "{spent:?}");
    assert!(woke <= 2 && glances <= 60, "woke {woke} times, looked at the size {glances} times");
    println!(
        "soak: idle for a minute: 0 bytes, 0 writes, woke {woke} times, looked at the window's size {glances} times"
    );
}

#[test]
fn a_terminal_nobody_reads_for_a_minute_hinders_nobody() {
    let office = Office::new();
    let mut pty = office.run().size(200, 50).start();
    pty.wait_for_text(crate::office::READY);
    pty.stop_reading();
    let (start, mut worst, mut reports) = (Instant::now(), Duration::ZERO, 0);
    while start.elapsed() < MINUTE {
        pty.resize(200 - u16::try_from(reports % 2).unwrap(), 50);
        pty.send("j");
        let one = Instant::now();
        office.report("1", "yfzxb", "别人照样写");
        worst = worst.max(one.elapsed());
        reports += 1;
        std::thread::sleep(Duration::from_millis(200));
    }
    assert!(worst < Duration::from_secs(2), "{worst:?}");
    pty.send("14");
    pty.read_on();
    pty.wait_for_text(">14");
    pty.stop_reading();
    let leaving = Instant::now();
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    println!(
        "soak: terminal unread for a minute: {reports} reports by others, the slowest {} ms; left in {} ms",
        worst.as_millis(),
        leaving.elapsed().as_millis()
    );
}
