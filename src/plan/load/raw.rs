//! The plan file as it is written: one type a table, every value with its line.
//!
//! Owns the keys of the file. Refuses references and meanings: codes are still text here, and the model's types
//! are made from these by the checks beside it.

use jiff::civil::Date;

use super::read::{At, Book, Once, Table};
use crate::plan::{Document, Part};

/// `[horizon]`.
pub(super) struct RawHorizon {
    pub date: Date,
    pub quote: At<String>,
}

/// `[[group]]`.
pub(super) struct RawGroup {
    pub no: At<u16>,
    pub numeral: At<String>,
    pub title: At<String>,
    pub short: At<String>,
    pub gloss: String,
    pub short_gloss: At<String>,
}

/// `[[unit]]`.
pub(super) struct RawUnit {
    pub line: usize,
    pub code: At<String>,
    pub name: At<String>,
    pub kind: At<String>,
    pub members: Option<Vec<At<String>>>,
    pub members_unknown: bool,
    pub aliases: Vec<At<String>>,
    pub outside: Option<At<String>>,
    pub pinyin: Option<At<String>>,
    pub ranked: bool,
    pub gloss: String,
}

/// `[[task]]`.
pub(super) struct RawTask {
    pub line: usize,
    pub no: At<u16>,
    pub group: At<u16>,
    pub title: At<String>,
    pub body: At<String>,
    pub measures: Vec<At<String>>,
    pub bracket: At<String>,
    pub note: Option<At<String>>,
    pub assignments: Vec<RawAssignment>,
    pub gloss: String,
}

/// An item of `assignments`.
pub(super) struct RawAssignment {
    pub unit: At<String>,
    pub role: At<String>,
    pub as_written: At<String>,
}

/// `[[indicator]]`.
pub(super) struct RawIndicator {
    pub line: usize,
    pub id: At<String>,
    pub task: Option<At<u16>>,
    pub name: String,
    pub comparator: At<String>,
    pub target: At<String>,
    pub measure: Option<At<String>>,
    pub due: At<String>,
    pub binding: At<String>,
    pub quote: At<String>,
    pub base: Option<At<String>>,
    pub gloss: String,
}

/// `[[aside]]`.
pub(super) struct RawAside {
    pub task: Option<At<u16>>,
    pub quote: At<String>,
    pub reason: String,
}

/// The whole file.
pub(super) struct RawPlan {
    pub id: At<String>,
    pub document: Option<Document>,
    pub horizon: Option<RawHorizon>,
    pub parts: Vec<Part>,
    pub groups: Vec<RawGroup>,
    pub units: Vec<RawUnit>,
    pub tasks: Vec<RawTask>,
    pub indicators: Vec<RawIndicator>,
    pub asides: Vec<RawAside>,
}

/// Reads the file's tables, noting every missing, unknown or ill-typed key.
pub(super) fn read(book: &Book, mut root: Table<'_>) -> RawPlan {
    let plan = RawPlan {
        id: root.text("id"),
        document: root.table("document").map(document),
        horizon: root.maybe_table("horizon").map(horizon),
        parts: parts(book, root.maybe_tables("part")),
        groups: root.tables("group").into_iter().map(group).collect(),
        units: root.tables("unit").into_iter().map(unit).collect(),
        tasks: root.tables("task").into_iter().map(task).collect(),
        indicators: root.maybe_tables("indicator").into_iter().map(indicator).collect(),
        asides: root.maybe_tables("aside").into_iter().map(aside).collect(),
    };
    root.done();
    plan
}

fn document(mut t: Table<'_>) -> Document {
    let document = Document {
        title: t.text("title").value.into(),
        plan_title: t.text("plan_title").value.into(),
        doc_no: t.text("doc_no").value.into(),
        index_no: t.text("index_no").value.into(),
        issuer: t.text("issuer").value.into(),
        dated: t.date("dated"),
        published: t.date("published"),
        validity: t.text("validity").value.into(),
        approved_by: t.text("approved_by").value.into(),
        topic: t.text("topic").value.into(),
        disclosure: t.text("disclosure").value.into(),
        addressed_to: t.text("addressed_to").value.into(),
        notice: t.text("notice").value.into(),
        preamble: t.text("preamble").value.into(),
        gloss: t.text("gloss").value.into(),
    };
    t.done();
    document
}

fn horizon(mut t: Table<'_>) -> RawHorizon {
    let horizon = RawHorizon { date: t.date("date"), quote: t.text("quote") };
    t.done();
    horizon
}

fn parts(book: &Book, tables: Vec<Table<'_>>) -> Vec<Part> {
    let mut once = Once::default();
    let part = |mut t: Table<'_>| {
        let numeral = t.text("numeral");
        once.check(book, &numeral);
        let part = Part {
            numeral: numeral.value.into(),
            title: t.text("title").value.into(),
            paragraphs: t.texts("paragraphs").into_iter().map(|p| p.value.into()).collect(),
            gloss: t.text("gloss").value.into(),
        };
        t.done();
        part
    };
    tables.into_iter().map(part).collect()
}

fn group(mut t: Table<'_>) -> RawGroup {
    let group = RawGroup {
        no: t.number("no"),
        numeral: t.text("numeral"),
        title: t.text("title"),
        short: t.text("short"),
        gloss: t.text("gloss").value,
        short_gloss: t.text("short_gloss"),
    };
    t.done();
    group
}

fn unit(mut t: Table<'_>) -> RawUnit {
    let unit = RawUnit {
        line: t.line(),
        code: t.text("code"),
        name: t.text("name"),
        kind: t.text("kind"),
        members: t.maybe_texts("members"),
        members_unknown: t.flag("members_unknown", false),
        aliases: t.maybe_texts("aliases").unwrap_or_default(),
        outside: t.maybe_text("outside"),
        pinyin: t.maybe_text("pinyin"),
        ranked: t.flag("ranked", true),
        gloss: t.text("gloss").value,
    };
    t.done();
    unit
}

fn task(mut t: Table<'_>) -> RawTask {
    let task = RawTask {
        line: t.line(),
        no: t.number("no"),
        group: t.number("group"),
        title: t.text("title"),
        body: t.text("body"),
        measures: t.texts("measures"),
        bracket: t.text("bracket"),
        note: t.maybe_text("note"),
        assignments: t.tables("assignments").into_iter().map(assignment).collect(),
        gloss: t.text("gloss").value,
    };
    t.done();
    task
}

fn assignment(mut t: Table<'_>) -> RawAssignment {
    let assignment =
        RawAssignment { unit: t.text("unit"), role: t.text("role"), as_written: t.text("as_written") };
    t.done();
    assignment
}

fn indicator(mut t: Table<'_>) -> RawIndicator {
    let indicator = RawIndicator {
        line: t.line(),
        id: t.text("id"),
        task: t.maybe_number("task"),
        name: t.text("name").value,
        comparator: t.text("comparator"),
        target: t.text("target"),
        measure: t.maybe_text("measure"),
        due: t.text("due"),
        binding: t.text("binding"),
        quote: t.text("quote"),
        base: t.maybe_text("base"),
        gloss: t.text("gloss").value,
    };
    t.done();
    indicator
}

fn aside(mut t: Table<'_>) -> RawAside {
    let aside =
        RawAside { task: t.maybe_number("task"), quote: t.text("quote"), reason: t.text("reason").value };
    t.done();
    aside
}
