//! The search index: which characters and pairs of neighbouring characters an entry's texts hold.
//!
//! Pairs and not words, because Chinese has no spaces; of every letter and digit and not of hanzi alone, so that
//! `GDP增长` is found in the middle of a word too. Derived: can be made anew at any time.

use std::collections::{BTreeSet, VecDeque};

use rusqlite::{Connection, Transaction};

use super::{StoreError, Writer, rows};
use crate::ledger::Entry;
use crate::plan::Plan;
use crate::text::fold;

/// Entries that a question names, in the order of their numbers.
pub(super) const BY_GRAM: &str = "SELECT rowid FROM gram WHERE gram MATCH ?1 ORDER BY rowid";

/// How often the finished index is merged once more, see [`build`].
const LIFTS: usize = 3;

/// What SQLite takes where nothing is said: segments on one level before they are merged, and bytes held in memory.
const AUTOMERGE: i64 = 4;
const HASH_SIZE: i64 = 1 << 20;

/// Enters an entry.
pub(super) fn insert(tx: &Transaction<'_>, entry: &Entry) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO gram(rowid, t) VALUES (?1, ?2)")?.execute((entry.id.0, grams(entry)))?;
    Ok(())
}

/// Takes an entry out. The index keeps no text, so it must be told the one that went in.
pub(super) fn remove(tx: &Transaction<'_>, entry: &Entry) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO gram(gram, rowid, t) VALUES ('delete', ?1, ?2)")?
        .execute((entry.id.0, grams(entry)))?;
    Ok(())
}

/// Makes the whole index anew.
pub(super) fn rebuild(db: &Connection, writer: &Writer) -> Result<(), StoreError> {
    db.execute("INSERT INTO gram(gram) VALUES ('delete-all')", [])?;
    build(db, &writer.plan)
}

/// Enters every entry there is, in few great steps. The last ones come singly, each followed by a merge of all, because
/// each merge lifts the whole two levels higher. From there it is merged with what is saved later only after as much
/// has been saved; a whole that lay low would be merged again after some hundred saves, and one of them would wait.
pub(super) fn build(db: &Connection, plan: &Plan) -> Result<(), StoreError> {
    set(db, "automerge", 0)?;
    set(db, "hashsize", 64 << 20)?;
    let sql = format!("SELECT {} FROM entry e WHERE e.deleted_at IS NULL ORDER BY e.id", rows::ENTRY);
    let mut statement = db.prepare(&sql)?;
    let mut insert = db.prepare("INSERT INTO gram(rowid, t) VALUES (?1, ?2)")?;
    let mut found = statement.query([])?;
    let mut last = VecDeque::new();
    while let Some(r) = found.next()? {
        let entry = rows::entry(plan, r)?;
        last.push_back((entry.id.0, grams(&entry)));
        if last.len() > LIFTS {
            last.pop_front().map_or(Ok(0), |row| insert.execute(row))?;
        }
    }
    let merge = "INSERT INTO gram(gram) VALUES ('optimize')";
    db.execute(merge, [])?;
    for row in last {
        insert.execute(row)?;
        db.execute(merge, [])?;
    }
    set(db, "automerge", AUTOMERGE)?;
    set(db, "hashsize", HASH_SIZE)
}

fn set(db: &Connection, name: &str, value: i64) -> Result<(), StoreError> {
    db.execute("INSERT INTO gram(gram, rank) VALUES (?1, ?2)", (name, value))?;
    Ok(())
}

/// Whether an entry holds a folded text, literally.
pub(super) fn holds(entry: &Entry, folded: &str) -> bool {
    texts(entry).iter().any(|t| fold(t).contains(folded))
}

/// The question to the index for a folded text; `None` where it holds no letter, digit or hanzi.
pub(super) fn question(folded: &str) -> Option<String> {
    let mut wanted = BTreeSet::new();
    for run in runs(folded) {
        match run.as_slice() {
            [one] => wanted.insert(one.to_string()),
            longer => {
                wanted.extend(pairs(longer));
                true
            }
        };
    }
    let quoted: Vec<String> = wanted.iter().map(|w| format!("\"{w}\"")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}

/// The texts that are looked through.
pub(super) fn texts(entry: &Entry) -> [&str; 3] {
    [&entry.progress, &entry.problems, &entry.next_steps]
}

fn grams(entry: &Entry) -> String {
    let mut grams: Vec<(char, Option<char>)> = Vec::new();
    for text in texts(entry) {
        for run in runs(&fold(text)) {
            grams.extend(run.iter().map(|c| (*c, None)));
            grams.extend(run.iter().copied().zip(run.iter().copied().map(Some).skip(1)));
        }
    }
    grams.sort_unstable();
    grams.dedup();
    let mut out = String::with_capacity(grams.len() * 8);
    for (first, second) in grams {
        out.push(first);
        out.extend(second);
        out.push(' ');
    }
    out.pop();
    out
}

fn pairs(run: &[char]) -> impl Iterator<Item = String> {
    run.windows(2).map(|pair| pair.iter().collect())
}

/// Stretches of letters, digits and hanzi.
fn runs(folded: &str) -> Vec<Vec<char>> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(|run| run.chars().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_pairs_and_lone_characters() {
        for (text, expected) in [
            ("法", Some("\"法\"")),
            ("法治", Some("\"法治\"")),
            ("法治县", Some("\"治县\" AND \"法治\"")),
            ("GDP增长", Some("\"dp\" AND \"gd\" AND \"p增\" AND \"增长\"")),
            ("50%", Some("\"50\"")),
            ("一 二三", Some("\"一\" AND \"二三\"")),
            ("a\"b'c", Some("\"a\" AND \"b\" AND \"c\"")),
            ("%_\"*", None),
            ("", None),
        ] {
            assert_eq!(question(&fold(text)).as_deref(), expected, "{text}");
        }
    }
}
