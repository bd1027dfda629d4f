//! An issued bulletin made again from the ledger as it was known, held against its digest, and what was corrected since.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::doc::{Block, Cell, Column, Document, Page, Table};
use super::gather::{Sources, Wanted};
use super::{Paper, bulletin, plain};
use crate::error::Error;
use crate::ledger::{Issued, OfficeFault};
use crate::store::Reader;
use crate::strings::{Lang, paper, report as say, sheet};

/// The digest of a document's text.
#[must_use]
pub fn digest(doc: &Document, lang: Lang) -> String {
    let sum = Sha256::digest(plain::text(doc, lang).as_bytes());
    sum.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// What makes a bulletin this one.
#[must_use]
pub fn paper(issued: &Issued) -> Paper {
    Paper {
        number: Some(issued.number.clone()),
        signed: Some(issued.signed.clone()),
        on: Some(issued.on),
        head: Some(issued.head.clone()),
        next: Some(issued.next.clone()).filter(|next| !next.is_empty()),
    }
}

fn sources(reader: &Reader, issued: &Issued, today: Date, as_known: bool) -> Result<Sources, Error> {
    let wanted = Wanted {
        as_of: Some(issued.as_of),
        today,
        known_at: as_known.then_some(issued.known_at),
        period: issued.period,
        unit: None,
        recent: None,
    };
    Sources::gather(reader, wanted)
}

/// The bulletin as it was issued.
///
/// # Errors
/// [`OfficeFault::NotAsIssued`] where its text is no longer the one whose digest was stored, or what the store says.
pub fn again(reader: &Reader, issued: &Issued, today: Date, lang: Lang) -> Result<Document, Error> {
    let (sources, paper) = (sources(reader, issued, today, true)?, paper(issued));
    let own = bulletin(&sources, &paper, issued.lang);
    if digest(&own, issued.lang) != issued.digest {
        return Err(Error::Office(OfficeFault::NotAsIssued(
            issued.number.clone(),
            issued.as_of,
            issued.known_at,
        )));
    }
    Ok(if lang == issued.lang { own } else { bulletin(&sources, &paper, lang) })
}

/// 更正: what it would say today, where that differs. How many places, and the document that names them.
///
/// # Errors
/// What the store says.
pub fn corrections(
    reader: &Reader,
    issued: &Issued,
    today: Date,
    lang: Lang,
) -> Result<(usize, Document), Error> {
    let paper = paper(issued);
    let then = bulletin(&sources(reader, issued, today, true)?, &paper, lang);
    let now = bulletin(&sources(reader, issued, today, false)?, &paper, lang);
    let changes = changes(&then, &now, lang);
    let mut doc = Document::new(&say::CORRECTION.with(lang, &[&issued.number]), Page::Portrait);
    doc.head(say::NUMBER.say(lang), &issued.number);
    doc.head(say::AS_OF.say(lang), &super::words::day(issued.as_of, lang));
    let text = if changes.is_empty() { say::NO_CORRECTION } else { say::CORRECTIONS };
    doc.text(&text.with(lang, &[&changes.len().to_string()]));
    let count = changes.len();
    if count > 0 {
        doc.table(Table {
            caption: String::new(),
            columns: vec![
                Column::new("place", sheet::COL_PLACE.say(lang), 20),
                Column::new("was", sheet::COL_WAS.say(lang), 28),
                Column::new("is", sheet::COL_IS.say(lang), 28),
            ],
            rows: changes.into_iter().map(|c| c.map(|words| Cell::text(&words)).to_vec()).collect(),
        });
    }
    Ok((count, doc))
}

/// Place, what stood there, what would stand there.
type Change = [String; 3];

/// Section by section: sentences, and tables where no sentence of the section tells it already.
fn changes(then: &Document, now: &Document, lang: Lang) -> Vec<Change> {
    let (then, now) = (sections(then), sections(now));
    let mut all = Vec::new();
    for (section, old) in &then {
        let Some((_, new)) = now.iter().find(|(name, _)| name == section) else { continue };
        let told = sentences(section, old, new);
        let tables = |of: &[&Block]| -> Vec<Table> {
            of.iter().filter_map(|b| if let Block::Table(t) = b { Some(t.clone()) } else { None }).collect()
        };
        if told.is_empty() {
            let pairs = tables(old).into_iter().zip(tables(new));
            all.extend(pairs.flat_map(|(old, new)| cells(&old, &new, lang)));
        }
        all.extend(told);
    }
    all
}

/// The blocks below each heading.
fn sections(doc: &Document) -> Vec<(String, Vec<&Block>)> {
    let mut sections: Vec<(String, Vec<&Block>)> = Vec::new();
    for block in &doc.blocks {
        match block {
            Block::Heading(1, name) => sections.push((name.clone(), Vec::new())),
            other => sections.last_mut().into_iter().for_each(|(_, blocks)| blocks.push(other)),
        }
    }
    sections
}

/// Sentences that went and sentences that came, side by side. A number before one does not count.
fn sentences(section: &str, old: &[&Block], new: &[&Block]) -> Vec<Change> {
    let all = |of: &[&Block]| -> Vec<String> {
        let texts = of.iter().filter_map(|b| match b {
            Block::Text(t) | Block::Heading(_, t) => Some(t.as_str()),
            _ => None,
        });
        texts.map(|t| unnumbered(t).to_owned()).collect()
    };
    let (old, new) = (all(old), all(new));
    let gone: Vec<&String> = old.iter().filter(|t| !new.contains(t)).collect();
    let come: Vec<&String> = new.iter().filter(|t| !old.contains(t)).collect();
    let at = |of: &[&String], n: usize| of.get(n).map(|t| (*t).clone()).unwrap_or_default();
    (0..gone.len().max(come.len())).map(|n| [section.to_owned(), at(&gone, n), at(&come, n)]).collect()
}

fn unnumbered(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < text.len() { rest.strip_prefix(['．', '.']).map_or(text, str::trim_start) } else { text }
}

/// Cells of rows that begin alike, and rows that only one of both has.
fn cells(old: &Table, new: &Table, lang: Lang) -> Vec<Change> {
    let key = |row: &[Cell]| row.first().map(|c| c.shown(lang)).unwrap_or_default();
    let whole = |row: &[Cell]| {
        let shown: Vec<String> = row.iter().map(|c| c.shown(lang)).filter(|c| !c.is_empty()).collect();
        shown.join(paper::SEMICOLON.say(lang))
    };
    let place = |row: &[Cell]| match row.first() {
        Some(Cell::Count(no)) => format!("{} {}", old.caption, say::TASKS_NO.with(lang, &[&no.to_string()])),
        _ => format!("{} {}", old.caption, key(row)),
    };
    let mut all = Vec::new();
    for row in &old.rows {
        match new.rows.iter().find(|other| key(other) == key(row)) {
            None => all.push([place(row), whole(row), String::new()]),
            Some(other) => {
                let pairs = old.columns.iter().zip(row.iter().zip(other));
                let differing = pairs.filter(|(_, (was, is))| was != is);
                all.extend(differing.map(|(column, (was, is))| {
                    [format!("{} {}", place(row), column.name), was.shown(lang), is.shown(lang)]
                }));
            }
        }
    }
    let added = new.rows.iter().filter(|row| !old.rows.iter().any(|other| key(other) == key(row)));
    all.extend(added.map(|row| [place(row), String::new(), whole(row)]));
    all
}
