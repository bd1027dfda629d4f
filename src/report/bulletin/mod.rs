//! 工作通报: what an office tells all units about a period, in the order in which offices tell it.
//!
//! Owns the order and what stands in each part. Refuses to name units that bulletins do not rank as late, and to say
//! anything that the ledger does not hold: where nothing was marked or nobody is late, it says so.

mod annex;
mod late;
mod overall;
mod rest;

use jiff::civil::Date;

use super::doc::{Block, Document, Page};
use super::gather::Sources;
use super::words;
use crate::query::{Filter, Row, Sort, rows};
use crate::strings::{Lang, Text, paper, report as say, sheet};

/// What makes a bulletin more than a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paper {
    /// 期号.
    pub number: Option<String>,
    /// 签发人.
    pub signed: Option<String>,
    /// The day it was issued; the day it is about, for a draft.
    pub on: Option<Date>,
    /// The ledger's newest record then, `SEQ:HASH`.
    pub head: Option<String>,
    /// 下一步要求 in the office's own words, a paragraph a line; what follows from the ledger, where there are none.
    pub next: Option<String>,
}

/// The document.
#[must_use]
pub fn bulletin(sources: &Sources, paper: &Paper, lang: Lang) -> Document {
    let now = &sources.now;
    let mut doc = Document::new(&say::BULLETIN.with(lang, &[&now.plan.document.plan_title]), Page::Portrait);
    let number = paper.number.clone().unwrap_or_else(|| say::DRAFT.say(lang).to_owned());
    doc.head(say::NUMBER.say(lang), &number);
    doc.head.extend(words::head(sources, lang).into_iter().filter(|(label, _)| {
        // An issued one tells its moment by the record's head.
        paper.number.is_none() || label != say::KNOWN_AT.say(lang)
    }));
    if let Some(signed) = &paper.signed {
        doc.head(say::SIGNED.say(lang), signed);
    }
    if let Some(head) = &paper.head {
        doc.head(sheet::COL_HEAD.say(lang), head);
    }
    let all = rows(now, &Filter::default(), Sort::Task);
    let mut part = Part { sources, rows: &all, lang, doc: &mut doc };
    part.heading(say::OVERALL);
    part.overall();
    part.heading(say::NUMBERS);
    part.numbers();
    part.heading(say::WELL);
    part.well();
    part.heading(say::LATE);
    part.late();
    part.heading(say::UNREPORTED);
    part.unreported();
    part.heading(say::SUPERVISION);
    part.supervision();
    part.heading(say::NEXT);
    part.next(paper.next.as_deref());
    part.annexes();
    let signs = words::office(now, lang);
    doc.foot = signs.into_iter().chain([words::day(paper.on.unwrap_or(now.as_of), lang)]).collect();
    doc
}

/// The document as it is written, part by part.
struct Part<'a> {
    sources: &'a Sources,
    /// Every task, by its lead.
    rows: &'a [Row<'a>],
    lang: Lang,
    doc: &'a mut Document,
}

impl Part<'_> {
    fn heading(&mut self, text: Text) {
        self.doc.heading(1, text.say(self.lang));
    }

    fn say(&mut self, text: Text, parts: &[&str]) {
        self.doc.text(&text.with(self.lang, parts));
    }

    /// Numbered paragraphs.
    fn list(&mut self, items: impl IntoIterator<Item = String>) {
        for (number, item) in (1_u32..).zip(items) {
            self.doc.text(&paper::NUMBERED.with(self.lang, &[&number.to_string(), &item]));
        }
    }

    fn new_page(&mut self) {
        self.doc.blocks.push(Block::NewPage);
    }

    fn ranked(&self, unit: Option<crate::plan::UnitIx>) -> bool {
        unit.is_some_and(|u| words::ranked(&self.sources.now.plan, u))
    }
}
