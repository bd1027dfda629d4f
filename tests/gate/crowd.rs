//! Many people over SSH at once: how long a key takes, and what the host needs for it.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::desk::{Desk, REPORTER, VIEWER};
use crate::pty::Pty;
use crate::server::{Server, told};

/// Stands on the main screen once it is there.
const READY: &str = "截至";
/// Keys that everybody presses.
const KEYS: u64 = 20;

/// So many sessions, each pressing a key about once a second and writing a report in between; then what they needed.
pub fn together(many: usize) {
    let desk = Desk::new();
    for (setting, value) in [("sessions_each", 1000), ("sessions_all", 2000)] {
        desk.says(&format!("settings {setting} {value}"));
    }
    let (key, _) = desk.key(REPORTER, "key");
    let server = Server::new(&desk);
    let (before, started) = (free_memory(), Instant::now());
    let mut sessions = Vec::new();
    while sessions.len() < many {
        // A few come at a time, as people do.
        let group: Vec<Pty> =
            (0..10.min(many - sessions.len())).map(|_| server.session(&key).start()).collect();
        for pty in &group {
            pty.wait_for_text(READY);
        }
        sessions.extend(group);
    }
    let came = started.elapsed();
    let workers: Vec<_> =
        (1..).zip(sessions).map(|(seed, pty)| std::thread::spawn(move || work(pty, seed))).collect();
    let mut waits = Vec::new();
    let mut sessions = Vec::new();
    for worker in workers {
        let (pty, waited) = worker.join().expect("a session without an error");
        waits.extend(waited);
        sessions.push(pty);
    }
    waits.sort_unstable();
    let at = |percent: usize| waits[(waits.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    let used = before.saturating_sub(free_memory());
    let (gates, daemons) = (memory("gate", desk.home.db().to_str().unwrap()), memory("sshd", ""));
    for mut pty in sessions {
        pty.send("\u{3}");
        assert_eq!(pty.wait_exit(), 0);
    }
    desk.home.run(["verify"]).ok();
    println!(
        "soak: {many} sessions at once, each with a report: {} keys, p50 {:.1} ms, p95 {:.1} ms, worst {:.1} ms; all there after {:.1} s; \
         duban {} kB each, sshd {} kB each, the host {} MB in all (clients included)",
        waits.len(),
        at(50),
        at(95),
        at(100),
        came.as_secs_f64(),
        gates / many.max(1) as u64,
        daemons / many.max(1) as u64,
        used / 1024,
    );
}

/// What one person does: the session again, and how long each key took to show.
fn work(mut pty: Pty, seed: u64) -> (Pty, Vec<Duration>) {
    let mut chance = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |most: u64| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        (chance >> 11) % most
    };
    let mut waits = Vec::new();
    // From what there is to do into the middle of the list.
    pty.send("14");
    pty.wait_for_text(">14");
    for at in 0..KEYS {
        std::thread::sleep(Duration::from_millis(500 + below(1000)));
        if at == 2 + seed % (KEYS - 4) {
            pty.send("14a");
            pty.wait_for_text("填报 14");
            pty.send(format!("第{seed}个人报的\r"));
            pty.wait_for_text("已保存");
        }
        // What others write comes onto the screen too; the row that is chosen moves by one's own key alone.
        let before = pty.screen(chosen);
        let start = Instant::now();
        pty.send(if at % 2 == 0 { "j" } else { "k" });
        pty.wait_for("another row chosen", |screen| chosen(screen).is_some_and(|row| Some(row) != before));
        waits.push(start.elapsed());
    }
    (pty, waits)
}

/// The row with the sign of the one that is chosen.
fn chosen(screen: &vt100::Screen) -> Option<usize> {
    screen.rows(0, screen.size().1.get()).position(|row| row.contains('>'))
}

/// kB that the processes of a name have to themselves, a part of what they share counted to each.
fn memory(program: &str, word: &str) -> u64 {
    let mut all = 0;
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Ok(line) = std::fs::read(entry.path().join("cmdline")) else { continue };
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        let ours = line.split(' ').any(|w| w == program) || line.starts_with(&format!("{program}:"));
        if ours && line.contains(word) && !line.starts_with("ssh ") {
            all += pss(&entry.path());
        }
    }
    all
}

fn pss(process: &Path) -> u64 {
    let rollup = std::fs::read_to_string(process.join("smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find(|l| l.starts_with("Pss:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn free_memory() -> u64 {
    let all = std::fs::read_to_string("/proc/meminfo").unwrap();
    let line = all.lines().find(|l| l.starts_with("MemAvailable:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// A session in which nothing is pressed for the minute that the office allows.
pub fn idle() {
    let desk = Desk::new();
    let (key, _) = desk.key(REPORTER, "key");
    desk.says("settings session_idle 1");
    let server = Server::new(&desk);
    let mut pty = server.session(&key).start();
    pty.wait_for_text(READY);
    pty.send("14a");
    pty.wait_for_text("填报 14");
    pty.send("没有写完");
    pty.wait_for_text("没有写完");
    let start = Instant::now();
    std::thread::sleep(Duration::from_secs(55));
    assert!(pty.alive());
    assert_eq!(pty.wait_exit(), 0);
    let (_, drafts, _) = server.asks(&key, "drafts");
    assert!(drafts.contains("没有写完"), "{drafts}");
    println!(
        "soak: a session that nobody uses for a minute ended after {} s, its draft kept",
        start.elapsed().as_secs()
    );
}

/// Look-ups a second, each with a connection of its own, and over one connection.
pub fn look_ups() {
    const MANY: u32 = 200;
    let desk = Desk::new();
    let (key, _) = desk.key(VIEWER, "key");
    let server = Server::new(&desk);
    let socket = desk.home.path("m");
    let shared = format!("ControlPath={}", socket.display());
    let alone = rate(MANY, || told(&server.client(&key, &[], &["status sfj"]).output().unwrap()).0);
    let options = ["-o", "ControlMaster=auto", "-o", &shared, "-o", "ControlPersist=20"];
    assert_eq!(
        told(
            &server.client(&key, &options, &["status"]).stderr(std::process::Stdio::null()).output().unwrap()
        )
        .0,
        0
    );
    let together = rate(MANY, || told(&server.client(&key, &options, &["status sfj"]).output().unwrap()).0);
    let _ = server.client(&key, &["-o", &shared, "-O", "exit"], &[] as &[&str]).output();
    println!(
        "soak: look-ups, 4 at a time: {alone:.0}/s with a connection each, {together:.0}/s with ControlMaster"
    );
}

fn rate(many: u32, ask: impl Fn() -> i32 + Sync) -> f64 {
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..many / 4).for_each(|_| assert_eq!(ask(), 0)));
        }
    });
    f64::from(many) / start.elapsed().as_secs_f64()
}
