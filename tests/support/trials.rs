//! Trials with many processes, at any length: short in `just test`, long in `just soak`.
//!
//! A process of a trial is this test binary once more, told by [`TRIAL`] what to do.
#![allow(dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use duban::clock::Clock;
use duban::error::Error;
use duban::ledger::EntryId;
use duban::ops;
use duban::store::{Reader, Writer};

use crate::ledger::{Ledger, TODAY, actor, lead, report};

const TRIAL: &str = "DUBAN_TRIAL";

/// Enough chance for a trial, the same every time.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

fn process(trial: &str, ledger: &Path, words: &[String]) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "trials::a_process_of_a_trial", "--nocapture"])
        .env(TRIAL, trial)
        .env("DUBAN_TRIAL_LEDGER", ledger)
        .env("DUBAN_TRIAL_WORDS", words.join(" "))
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

/// Not a test of its own: what a process of a trial does.
#[test]
fn a_process_of_a_trial() {
    let Some(trial) = std::env::var_os(TRIAL) else { return };
    let path = PathBuf::from(std::env::var_os("DUBAN_TRIAL_LEDGER").unwrap());
    let words = std::env::var("DUBAN_TRIAL_WORDS").unwrap();
    let words: Vec<u64> = words.split(' ').map(|w| w.parse().unwrap()).collect();
    match trial.to_str() {
        Some("edits") => edit_again_and_again(&path, words[0], words[1]),
        Some("kills") => write_until_killed(&path, words[0]),
        other => panic!("{other:?}"),
    }
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

/// How long the saves of a trial took.
pub struct Waits {
    pub saves: usize,
    pub worst: Duration,
    pub half: Duration,
    pub in_all: Duration,
}

impl std::fmt::Display for Waits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let per_second = f64::from(u32::try_from(self.saves).unwrap()) / self.in_all.as_secs_f64();
        write!(
            f,
            "{} saves, worst {} ms, half within {} ms, {per_second:.0} a second",
            self.saves,
            self.worst.as_millis(),
            self.half.as_millis()
        )
    }
}

/// So many processes edit one entry, so often each: every edit gets a revision of its own and says what was
/// acknowledged.
pub fn edits(processes: u64, each: u64) -> Waits {
    let ledger = Ledger::new();
    assert_eq!(ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-20", "起"]), "1");
    let start = Instant::now();
    let children: Vec<_> = (0..processes)
        .map(|worker| process("edits", &ledger.path, &[worker.to_string(), each.to_string()]))
        .collect();
    let mut made = BTreeMap::new();
    let mut took = Vec::new();
    for child in children {
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "no error");
        for line in String::from_utf8(out.stdout).unwrap().lines() {
            if let Some((_, most)) = line.split_once("longest ") {
                took.push(Duration::from_micros(most.parse().unwrap()));
            }
            let Some((_, line)) = line.split_once("made ") else { continue };
            let words: Vec<&str> = line.split(' ').collect();
            let revision: i64 = words[0].parse().unwrap();
            assert!(made.insert(revision, words[1].to_owned()).is_none(), "revision {revision} twice");
            took.push(Duration::from_micros(words[2].parse().unwrap()));
        }
    }
    let in_all = start.elapsed();
    let last = i64::try_from(1 + processes * each).unwrap();
    assert_eq!(made.keys().copied().collect::<Vec<_>>(), (2..=last).collect::<Vec<_>>());
    let history = ledger.reader().history(EntryId(1)).unwrap();
    for entry in history.iter().filter_map(|v| v.entry.as_ref()).filter(|e| e.revision.0 > 1) {
        let said = [&entry.problems, &entry.next_steps, &entry.reporter, &entry.progress];
        let acknowledged = &made[&entry.revision.0];
        assert!(said.contains(&acknowledged), "revision {} is what was acknowledged", entry.revision.0);
    }
    ledger.assert_sound();
    took.sort();
    Waits { saves: made.len(), worst: took[took.len() - 1], half: took[took.len() / 2], in_all }
}

/// Edits one of four fields again and again; who is told that somebody was first looks and tries again.
fn edit_again_and_again(path: &Path, worker: u64, each: u64) {
    let reader = Reader::open(path).unwrap();
    let plan = reader.plan().clone();
    let mut writer = Writer::open(path, plan.clone()).unwrap();
    let mut longest = 0;
    for i in 0..each {
        let text = format!("{worker}-{i}");
        loop {
            let seen = reader.entry(EntryId(1)).unwrap().unwrap();
            let mut new = seen.as_new();
            let field = match worker % 4 {
                0 => &mut new.problems,
                1 => &mut new.next_steps,
                2 => &mut new.reporter,
                _ => &mut new.progress,
            };
            field.clone_from(&text);
            let by = actor(&format!("人{worker}"));
            let since = Instant::now();
            let done = ops::edit(&mut writer, &plan, seen.id, seen.revision, new, &by, Clock::noon(TODAY));
            let took = since.elapsed().as_micros();
            longest = longest.max(took);
            match done {
                Ok(done) => {
                    tell(&format!("made {} {text} {took}", done.entry.revision.0));
                    break;
                }
                Err(Error::Conflict(_)) => {}
                Err(e) => panic!("{e:?}"),
            }
        }
    }
    tell(&format!("longest {longest}"));
}

/// What an acknowledged write left: the entry, its revision, and its text, `-` where it was deleted.
type Acknowledged = BTreeSet<(i64, i64, String)>;

/// Kills a writer in so many rounds, each at a moment of its own. How many writes were acknowledged.
pub fn kills(rounds: u64) -> usize {
    let ledger = Ledger::new();
    let mut dice = Dice::new(rounds);
    let mut all = 0;
    for round in 0..rounds {
        let mut acknowledged = Acknowledged::new();
        let mut child = process("kills", &ledger.path, &[round.to_string()]);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let read = |line: String| {
            let words: Vec<String> = line.split_once("wrote ")?.1.split(' ').map(str::to_owned).collect();
            Some((words[0].parse::<i64>().unwrap(), words[1].parse::<i64>().unwrap(), words[2].clone()))
        };
        let wanted = usize::try_from(1 + dice.below(6)).unwrap();
        acknowledged.extend(lines.by_ref().filter_map(read).take(wanted));
        std::thread::sleep(Duration::from_micros(dice.below(12_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(lines.filter_map(read));
        assert!(acknowledged.len() >= wanted);
        let reader = ledger.reader();
        for (id, revision, text) in &acknowledged {
            let history = reader.history(EntryId(*id)).unwrap();
            let version = &history[usize::try_from(*revision).unwrap() - 1];
            let kept = version.entry.as_ref().map_or("-", |e| e.progress.as_str());
            assert_eq!(kept, text, "entry {id} revision {revision}, round {round}");
        }
        all += acknowledged.len();
        drop(reader);
        ledger.assert_sound();
        assert!(ledger.run(&["verify"]).status.success());
    }
    all
}

/// Adds, edits, deletes and takes back, and tells each once it is done.
fn write_until_killed(path: &Path, seed: u64) {
    let reader = Reader::open(path).unwrap();
    let (plan, unit) = (reader.plan().clone(), lead(&reader, 14));
    let mut writer = Writer::open(path, plan.clone()).unwrap();
    let (by, clock, mut dice) = (actor("k"), Clock::noon(TODAY), Dice::new(seed + 77));
    let mut mine: Vec<EntryId> = Vec::new();
    for i in 0u64.. {
        let text = format!("{seed}-{i}");
        let pick = |dice: &mut Dice| usize::try_from(dice.below(mine.len() as u64)).unwrap();
        let seen = if mine.is_empty() { None } else { reader.entry(mine[pick(&mut dice)]).unwrap() };
        let entry = match (dice.below(4), seen) {
            (1 | 2, Some(seen)) => {
                let new = duban::ledger::NewEntry { progress: text, ..seen.as_new() };
                ops::edit(&mut writer, &plan, seen.id, seen.revision, new, &by, clock).unwrap().entry
            }
            (3, Some(seen)) => {
                ops::delete(&mut writer, seen.id, seen.revision, &by, clock).unwrap();
                tell(&format!("wrote {} {} -", seen.id.0, seen.revision.0 + 1));
                let change = ops::undo_preview(&reader, &by).unwrap().unwrap();
                ops::undo(&mut writer, &plan, &change, &by, clock).unwrap().unwrap()
            }
            _ => ops::add(&mut writer, &plan, report(14, unit, TODAY, &text), &by, clock).unwrap(),
        };
        if !mine.contains(&entry.id) {
            mine.push(entry.id);
        }
        tell(&format!("wrote {} {} {}", entry.id.0, entry.revision.0, entry.progress));
    }
}

/// Saves so often, telling after each.
pub fn save_many(ledger: &Ledger, count: usize, mut after: impl FnMut(usize)) {
    let (reader, mut writer) = (ledger.reader(), ledger.writer());
    let (plan, unit) = (reader.plan().clone(), lead(&reader, 14));
    drop(reader);
    for i in 0..count {
        let new = report(14, unit, TODAY, &format!("第{i}份进展,受理行政复议案件41件,审结38件"));
        ops::add(&mut writer, &plan, new, &actor("甲"), Clock::noon(TODAY)).unwrap();
        after(i);
    }
}
