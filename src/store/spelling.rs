//! Candidates for letters that spell hanzi: the index knows no readings, so the letters are laid over the characters
//! and pairs that it holds.
//!
//! A way through the letters is a row of characters that each take some of them, every two neighbours a pair in the
//! index. An entry is a candidate where it holds all pairs of one way. The pairs that follow a character are looked
//! up when they are first asked for and kept until the ledger changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use roaring::RoaringTreemap;
use rusqlite::{Connection, OptionalExtension};

use super::gram::BY_GRAM;
use super::{Reader, StoreError};
use crate::text::Spelt;

/// Of so many possible followers each is looked up by itself; of more, all that follow are listed.
const EACH: usize = 24;

/// So many entries' numbers are read; where more hold one of the pairs, nearly every entry is a candidate anyway.
const MOST: u64 = 5_000_000;

/// A view of the index's characters and pairs, of this connection alone.
const VIEW: &str = "CREATE VIRTUAL TABLE temp.gram_term USING fts5vocab(main, gram, instance)";

/// The first of them at or behind a place in their order.
const NEXT: &str = "SELECT term FROM temp.gram_term WHERE term >= ?1 LIMIT 1";

/// Makes the view. Nothing of the ledger is read or written.
pub(super) fn prepare(db: &Connection) -> Result<(), StoreError> {
    Ok(db.execute_batch(VIEW)?)
}

/// What is known of the characters and pairs in the index at a row of the record.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    seq: Option<i64>,
    /// Every character.
    all: Arc<[char]>,
    /// Whether this connection has the view.
    view: bool,
    /// Which follow one.
    after: HashMap<char, Arc<[char]>>,
}

/// Numbers of entries. Half a million as a list would be one piece of memory that the process keeps afterwards.
pub(super) type Ids = RoaringTreemap;

/// As [`Ids`] holds it; the numbers of entries begin at 1.
pub(super) fn number(id: i64) -> u64 {
    u64::try_from(id).unwrap_or_default()
}

/// So many letters taken, the last of them by this character.
type Place = (usize, char);

/// The pairs of all ways, by where they lead.
type Ways = BTreeMap<Place, Vec<Place>>;

impl Reader {
    /// Makes the view where it is first asked for, which most commands never do. A transaction that is given up would
    /// take it away again, so it must be made before one.
    pub(super) fn prepare_spelling(&self) -> Result<(), StoreError> {
        if !self.vocabulary.borrow().view && self.db.is_autocommit() {
            self.db.pragma_update(None, "query_only", false)?;
            let made = prepare(&self.db);
            self.db.pragma_update(None, "query_only", true)?;
            made?;
            self.vocabulary.borrow_mut().view = true;
        }
        Ok(())
    }

    /// The entries that hold the pairs of a way through the letters; `None` where they are too many to say.
    pub(super) fn spelling(&self, spelt: &Spelt) -> Result<Option<Ids>, StoreError> {
        self.at_once(|| {
            let ways = self.ways(spelt)?;
            let mut known: HashMap<Place, Ids> = HashMap::new();
            let mut found = Ids::new();
            let mut read = 0;
            // Places come in the order of letters taken, so what leads to one is known before it.
            for (to, from) in &ways {
                let ends = to.0 == spelt.length();
                // Where a way can begin, what came before does not matter.
                if !ends && spelt.takes(to.1, 0).contains(&to.0) {
                    continue;
                }
                let mut here = Ids::new();
                for place in from {
                    let holding = self.holding(place.1, to.1)?;
                    read += holding.len();
                    if read > MOST {
                        return Ok(None);
                    }
                    here |= match known.get(place) {
                        Some(before) => holding & before,
                        None => holding,
                    };
                }
                if ends {
                    found |= here;
                } else {
                    known.insert(*to, here);
                }
            }
            Ok(Some(found))
        })
    }

    /// All pairs that lie on a way from the first letter to the last.
    fn ways(&self, spelt: &Spelt) -> Result<Ways, StoreError> {
        let all = self.characters()?;
        let taking = taking(spelt, &all);
        let mut ways = Ways::new();
        let mut open: BTreeSet<Place> = BTreeSet::new();
        let first = taking.first().map(Vec::as_slice).unwrap_or_default();
        open.extend(first.iter().flat_map(|(c, to)| to.iter().map(|to| (*to, *c))));
        while let Some((taken, c)) = open.pop_first() {
            let Some(next) = taking.get(taken).filter(|next| !next.is_empty()) else { continue };
            let followers = self.followers(c, next)?;
            for (f, to) in next.iter().filter(|(f, _)| followers.contains(f)) {
                for to in to {
                    ways.entry((*to, *f)).or_default().push((taken, c));
                    open.insert((*to, *f));
                }
            }
        }
        Ok(leading(ways, spelt.length()))
    }

    /// Those of `wanted` that follow a character somewhere.
    fn followers(&self, c: char, wanted: &[(char, Vec<usize>)]) -> Result<BTreeSet<char>, StoreError> {
        let kept = self.vocabulary.borrow().after.get(&c).cloned();
        let after: Arc<[char]> = match kept {
            Some(after) => after,
            None if wanted.len() <= EACH => {
                let mut some = BTreeSet::new();
                for (f, _) in wanted {
                    let pair = String::from_iter([c, *f]);
                    if self.next_term(&pair)?.is_some_and(|term| term == pair) {
                        some.insert(*f);
                    }
                }
                return Ok(some);
            }
            None => {
                let after: Arc<[char]> = self.all_after(c)?.into();
                self.vocabulary.borrow_mut().after.insert(c, after.clone());
                after
            }
        };
        Ok(after.iter().copied().collect())
    }

    fn all_after(&self, c: char) -> Result<Vec<char>, StoreError> {
        let mut after = Vec::new();
        let mut at = format!("{c}{}", char::MIN);
        while let Some(term) = self.next_term(&at)? {
            let mut chars = term.chars();
            if chars.next() != Some(c) {
                break;
            }
            after.extend(chars.next());
            at = term + "\0";
        }
        Ok(after)
    }

    /// Every character in the index, as of the newest row of the record.
    fn characters(&self) -> Result<Arc<[char]>, StoreError> {
        let seq = Some(self.last_seq()?);
        if self.vocabulary.borrow().seq == seq {
            return Ok(self.vocabulary.borrow().all.clone());
        }
        let mut all = Vec::new();
        let mut at = String::new();
        while let Some(c) = self.next_term(&at)?.and_then(|term| term.chars().next()) {
            all.push(c);
            // Behind everything that begins with it.
            let Some(next) = (c..=char::MAX).nth(1) else { break };
            at = next.to_string();
        }
        let all: Arc<[char]> = all.into();
        *self.vocabulary.borrow_mut() =
            Vocabulary { seq, all: all.clone(), view: true, after: HashMap::new() };
        Ok(all)
    }

    fn next_term(&self, at: &str) -> Result<Option<String>, StoreError> {
        let mut next = self.db.prepare_cached(NEXT)?;
        Ok(next.query_row([at], |r| r.get(0)).optional()?)
    }

    /// The entries that hold a pair.
    fn holding(&self, one: char, next: char) -> Result<Ids, StoreError> {
        let mut statement = self.db.prepare_cached(BY_GRAM)?;
        let ids = statement.query_map([format!("\"{one}{next}\"")], |r| r.get(0).map(number))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}

/// For each letter the characters that can take some from there on, and up to where: only such that lead to the end.
fn taking(spelt: &Spelt, all: &[char]) -> Vec<Vec<(char, Vec<usize>)>> {
    let mut table: Vec<Vec<(char, Vec<usize>)>> = vec![Vec::new(); spelt.length()];
    for from in (0..spelt.length()).rev() {
        let leads = |to: &usize| *to == spelt.length() || table.get(*to).is_some_and(|next| !next.is_empty());
        let taken = all.iter().map(|c| (*c, spelt.takes(*c, from).into_iter().filter(leads).collect()));
        let row = taken.filter(|(_, to): &(char, Vec<usize>)| !to.is_empty()).collect();
        if let Some(slot) = table.get_mut(from) {
            *slot = row;
        }
    }
    table
}

/// Only what leads to the end.
fn leading(mut ways: Ways, end: usize) -> Ways {
    let mut leads = Ways::new();
    let mut wanted = BTreeSet::new();
    while let Some((to, mut from)) = ways.pop_last() {
        if to.0 == end || wanted.contains(&to) {
            from.sort_unstable();
            from.dedup();
            wanted.extend(from.iter().copied());
            leads.insert(to, from);
        }
    }
    leads
}
