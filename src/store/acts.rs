//! The office's acts: each a small document, its row the state now, its rows in the record every state it had.

use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};

use super::history::{self, Event, append};
use super::kept;
use super::people::RawOperator;
use super::{Found, Reader, StoreError, Writer, act_issued, imports};
use crate::clock::Instant;
use crate::ledger::{
    Act, Actor, Answer, Closure, Coded, Deed, Extension, Notice, NoticeId, NoticeKind, Office, Opened,
    Period, Setting,
};
use crate::plan::{Plan, TaskNo, UnitIx};

/// The office's book. Imports are asked for one by one: there may be very many.
const NOW: &str = "SELECT kind, object, body FROM act WHERE kind <> 'import' ORDER BY kind, object";

/// Whatever the office ever did has a row now.
const THEN: &str =
    "SELECT a.kind, a.object, (SELECT body FROM history h WHERE h.kind = a.kind AND h.object = a.object
    AND h.seq <= ?1 ORDER BY h.seq DESC LIMIT 1) FROM act a WHERE a.kind <> 'import' ORDER BY a.kind, a.object";

impl Writer {
    /// Records what the office did: all the acts that `rule` makes of its book as it is now, or none.
    ///
    /// # Errors
    /// Nothing was written; see [`StoreError`], or what the rule says.
    pub fn act<E: From<StoreError>>(
        &mut self,
        deed: Deed,
        by: &Actor,
        at: Instant,
        rule: impl FnOnce(&Office, &Found<'_>) -> Result<Vec<Act>, E>,
    ) -> Result<Vec<Act>, E> {
        self.turn(|plan, tx| {
            let at = history::not_before(tx, at)?;
            let acts = rule(&now(tx, plan)?, &Found::nothing(tx, plan))?;
            for act in &acts {
                write(tx, plan, act, deed, by, at)?;
            }
            Ok(acts)
        })
    }
}

impl Reader {
    /// The office's book as it is now, or as it was up to a row of the record.
    pub(super) fn office(&self, until: Option<i64>) -> Result<Office, StoreError> {
        match until {
            None => now(&self.db, &self.plan),
            Some(seq) => load(&self.db, &self.plan, THEN, [seq]),
        }
    }
}

pub(super) fn now(db: &Connection, plan: &Plan) -> Result<Office, StoreError> {
    load(db, plan, NOW, [])
}

fn load(db: &Connection, plan: &Plan, sql: &str, of: impl rusqlite::Params) -> Result<Office, StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let mut found = statement.query(of)?;
    let mut office = Office::default();
    while let Some(r) = found.next()? {
        let (kind, object): (String, String) = (r.get(0)?, r.get(1)?);
        // Not there yet at that moment, or purged since.
        let Some(body) = r.get::<_, Option<String>>(2)? else { continue };
        office.take(plan, known(plan, &kind, &object, &body)?);
    }
    office.settle();
    Ok(office)
}

/// An act as its body says.
pub(super) fn known(plan: &Plan, kind: &str, object: &str, body: &str) -> Result<Act, StoreError> {
    let act = read(plan, kind, object, body);
    act.ok_or_else(|| StoreError::Damaged(format!("an act that cannot be read: {kind} {object}")))
}

pub(super) fn write(
    tx: &Transaction<'_>,
    plan: &Plan,
    act: &Act,
    deed: Deed,
    by: &Actor,
    at: Instant,
) -> Result<(), StoreError> {
    let (kind, object) = (act.kind(), act.object());
    let body = body(plan, act);
    tx.prepare_cached(
        "INSERT INTO act(kind, object, body) VALUES (?1, ?2, ?3)
         ON CONFLICT(kind, object) DO UPDATE SET body = excluded.body, revision = revision + 1",
    )?
    .execute((kind, &object, &body))?;
    let event =
        Event { at, by, kind, object, action: deed.code(), pair: None, stands: None, undoes: None, body };
    append(tx, &event)?;
    Ok(())
}

/// Canonical JSON: keys in alphabetical order, no spaces.
fn body(plan: &Plan, act: &Act) -> String {
    let json = match act {
        Act::Period(o) => serde_json::to_value(RawPeriod {
            v: 1,
            on: o.on.to_string(),
            cutoff: o.cutoff.to_string(),
            closed: o.closed.map(|d| d.to_string()),
        }),
        Act::Closure(c) => serde_json::to_value(RawClosure {
            v: 1,
            on: c.on.to_string(),
            reason: c.reason.clone(),
            reopened: c.reopened.as_ref().map(dated),
        }),
        Act::Extension(_, e) => serde_json::to_value(RawExtension {
            v: 1,
            task: e.task.0,
            from: e.from.to_string(),
            to: e.to.to_string(),
            reason: e.reason.clone(),
            approved_by: e.approved_by.clone(),
            doc_no: e.doc_no.clone(),
            on: e.on.to_string(),
            withdrawn: e.withdrawn.as_ref().map(dated),
        }),
        Act::Notice(_, n) => serde_json::to_value(RawNotice::of(plan, n)),
        Act::View(view) => kept::view(view),
        Act::Contact(_, _, contact) => kept::contact(contact),
        Act::Setting(_, value) => serde_json::to_value(RawSetting { v: 1, value: value.clone() }),
        Act::Operator(o) => serde_json::to_value(RawOperator::of(plan, o)),
        Act::Bulletin(_, issued) => act_issued::value(issued),
        Act::Import(import) => imports::json(import),
    };
    json.map(|json| json.to_string()).unwrap_or_default()
}

fn read(plan: &Plan, kind: &str, object: &str, body: &str) -> Option<Act> {
    match kind {
        "period" => {
            let raw: RawPeriod = serde_json::from_str(body).ok()?;
            Some(Act::Period(Opened {
                period: Period::parse(object)?,
                on: raw.on.parse().ok()?,
                cutoff: raw.cutoff.parse().ok()?,
                closed: raw.closed.map(|d| d.parse()).transpose().ok()?,
            }))
        }
        "closure" => {
            let raw: RawClosure = serde_json::from_str(body).ok()?;
            let (task, round) = object.split_once('.').unwrap_or((object, "1"));
            Some(Act::Closure(Closure {
                task: TaskNo(task.parse().ok()?),
                round: round.parse().ok()?,
                on: raw.on.parse().ok()?,
                reason: raw.reason,
                reopened: raw.reopened.map(undated).transpose().ok()?,
            }))
        }
        "extension" => {
            let raw: RawExtension = serde_json::from_str(body).ok()?;
            let extension = Extension {
                task: TaskNo(raw.task),
                from: raw.from.parse().ok()?,
                to: raw.to.parse().ok()?,
                reason: raw.reason,
                approved_by: raw.approved_by,
                doc_no: raw.doc_no,
                on: raw.on.parse().ok()?,
                withdrawn: raw.withdrawn.map(undated).transpose().ok()?,
            };
            Some(Act::Extension(object.parse().ok()?, extension))
        }
        "notice" => {
            let raw: RawNotice = serde_json::from_str(body).ok()?;
            Some(Act::Notice(NoticeId(object.parse().ok()?), raw.notice(plan)?))
        }
        "view" => kept::read_view(object, body),
        "contact" => kept::read_contact(plan, object, body),
        "setting" => {
            let raw: RawSetting = serde_json::from_str(body).ok()?;
            Some(Act::Setting(Setting::parse(object)?, raw.value))
        }
        "operator" => {
            let raw: RawOperator = serde_json::from_str(body).ok()?;
            Some(Act::Operator(raw.operator(plan, object)?))
        }
        "bulletin" => act_issued::read(object, body),
        _ => None,
    }
}

/// A day and the words that go with it.
type Dated = (String, String);

fn dated((day, text): &(jiff::civil::Date, String)) -> Dated {
    (day.to_string(), text.clone())
}

fn undated((day, text): Dated) -> Result<(jiff::civil::Date, String), jiff::Error> {
    Ok((day.parse()?, text))
}

#[derive(Serialize, Deserialize)]
struct RawPeriod {
    closed: Option<String>,
    cutoff: String,
    on: String,
    v: u8,
}

#[derive(Serialize, Deserialize)]
struct RawClosure {
    on: String,
    reason: String,
    reopened: Option<Dated>,
    v: u8,
}

#[derive(Serialize, Deserialize)]
struct RawExtension {
    approved_by: String,
    doc_no: String,
    from: String,
    on: String,
    reason: String,
    task: u16,
    to: String,
    v: u8,
    withdrawn: Option<Dated>,
}

#[derive(Serialize, Deserialize)]
struct RawSetting {
    v: u8,
    value: String,
}

#[derive(Serialize, Deserialize)]
struct RawNotice {
    answers: Vec<(String, String, String)>,
    due: Option<String>,
    ended: Option<Dated>,
    kind: String,
    on: String,
    tasks: Vec<u16>,
    text: String,
    units: Vec<String>,
    v: u8,
}

impl RawNotice {
    fn of(plan: &Plan, n: &Notice) -> Self {
        let code = |u: UnitIx| plan.unit(u).map(|u| u.code.to_string()).unwrap_or_default();
        Self {
            v: 1,
            kind: n.kind.code().to_owned(),
            units: n.units.iter().map(|u| code(*u)).collect(),
            tasks: n.tasks.iter().map(|t| t.0).collect(),
            on: n.on.to_string(),
            due: n.due.map(|d| d.to_string()),
            text: n.text.clone(),
            answers: n.answers.iter().map(|a| (code(a.unit), a.on.to_string(), a.text.clone())).collect(),
            ended: n.ended.as_ref().map(dated),
        }
    }

    fn notice(self, plan: &Plan) -> Option<Notice> {
        let answers = self.answers.into_iter().map(|(unit, on, text)| {
            Some(Answer { unit: plan.unit_by_code(&unit)?, on: on.parse().ok()?, text })
        });
        Some(Notice {
            kind: NoticeKind::parse(&self.kind)?,
            units: self.units.iter().map(|c| plan.unit_by_code(c)).collect::<Option<_>>()?,
            tasks: self.tasks.into_iter().map(TaskNo).collect(),
            on: self.on.parse().ok()?,
            due: self.due.map(|d| d.parse()).transpose().ok()?,
            text: self.text,
            answers: answers.collect::<Option<_>>()?,
            ended: self.ended.map(undated).transpose().ok()?,
        })
    }
}
