//! The search index: which characters and pairs of neighbouring characters an entry's texts hold.
//!
//! Pairs and not words, because Chinese has no spaces; of every letter and digit and not of hanzi alone, so that
//! `GDP增长` is found in the middle of a word too. Derived: can be made anew at any time.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction};

use super::{StoreError, Writer, rows};
use crate::ledger::Entry;
use crate::plan::Plan;
use crate::text::fold;

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

/// Enters every entry there is.
pub(super) fn build(db: &Connection, plan: &Plan) -> Result<(), StoreError> {
    let sql = format!("SELECT {} FROM entry e WHERE e.deleted_at IS NULL ORDER BY e.id", rows::ENTRY);
    let mut statement = db.prepare(&sql)?;
    let mut insert = db.prepare("INSERT INTO gram(rowid, t) VALUES (?1, ?2)")?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        let entry = rows::entry(plan, r)?;
        insert.execute((entry.id.0, grams(&entry)))?;
    }
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

fn texts(entry: &Entry) -> [&str; 3] {
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
