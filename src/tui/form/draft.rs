//! Between the form and its draft: every field as typed, right or wrong.

use super::{EvidenceField, FieldId, Form, Target, ValueField, line, text};
use crate::draft::{Body, Key, Slot};
use crate::ledger::{Coded, EntryId, EvidenceKind, LINE_CHARS, NewEntry, Reading, Revision, Status};
use crate::plan::Plan;

impl Form {
    /// Which form of the session this is, and what its draft is named after.
    #[must_use]
    pub fn slot(&self, plan: &Plan) -> Slot {
        let key = match self.target {
            Target::New => {
                let unit = plan.unit(self.opened_for).map(|u| u.code.to_string()).unwrap_or_default();
                Key::New { task: self.task.0, unit }
            }
            Target::Edit { id, .. } => Key::Edit { entry: id.0 },
        };
        Slot { form: self.id, key }
    }

    /// The draft.
    #[must_use]
    pub fn draft(&self, plan: &Plan) -> Body {
        let (entry, revision) = match self.target {
            Target::New => (None, None),
            Target::Edit { id, base } => (Some(id.0), Some(base.0)),
        };
        let typed = self.values.iter().map(|v| (v.indicator.clone(), v.typed.text().to_owned()));
        let evidence = self.evidence.iter().filter(|e| !e.is_empty());
        Body {
            task: self.task.0,
            unit: self.typed_unit(plan),
            entry,
            revision,
            period: self.period.text().to_owned(),
            day: self.day.text().to_owned(),
            status: self.status.code().to_owned(),
            percent: self.percent.text().to_owned(),
            progress: self.progress.text().to_owned(),
            problems: self.problems.text().to_owned(),
            next_steps: self.next.text().to_owned(),
            reporter: self.reporter.text().to_owned(),
            values: typed.filter(|(_, v)| !v.is_empty()).collect(),
            evidence: evidence.map(|e| (e.reference.text().to_owned(), e.note.text().to_owned())).collect(),
            focus: None,
            caret: None,
            ledger_seq: self.began,
        }
    }

    /// The code of the unit as typed; what was typed, where that is no unit yet.
    fn typed_unit(&self, plan: &Plan) -> String {
        let typed = self.unit.text();
        let known = plan.unit_by_name(typed).and_then(|u| plan.unit(u));
        known.map_or_else(|| typed.to_owned(), |u| u.code.to_string())
    }

    /// Puts a draft into the form.
    pub fn take_up(&mut self, body: &Body, plan: &Plan) {
        let unit = plan.unit_by_code(&body.unit).map_or(body.unit.as_str(), |u| plan.unit_name(u));
        self.unit = line(unit, LINE_CHARS);
        if !body.reporter.is_empty() {
            self.reporter = line(&body.reporter, LINE_CHARS);
        }
        self.began = body.ledger_seq;
        self.period = line(&body.period, 10);
        self.day = line(&body.day, 12);
        self.status = Status::parse(&body.status).unwrap_or(self.status);
        self.percent = line(&body.percent, 4);
        self.progress = text(&body.progress);
        self.problems = text(&body.problems);
        self.next = text(&body.next_steps);
        for field in &mut self.values {
            let typed = body.values.get(&field.indicator).map(String::as_str).unwrap_or_default();
            field.typed = line(typed, super::field::VALUE_CHARS);
        }
        self.evidence = body.evidence.iter().map(|(what, note)| EvidenceField::new(what, note)).collect();
        if let (Target::Edit { .. }, Some(id), Some(base)) = (self.target, body.entry, body.revision) {
            // The version that was read when the draft was begun: what changed since is merged when it is saved.
            self.target = Target::Edit { id: EntryId(id), base: Revision(base) };
        }
        self.typed();
        if self.line && (body.progress.contains('\n') || !self.rest_is_blank()) {
            self.line = false;
        }
        self.focus = FieldId::Progress;
    }

    /// Puts a version of an entry into the form.
    pub fn fill(&mut self, new: &NewEntry, plan: &Plan) {
        self.unit = line(plan.unit_name(new.unit), LINE_CHARS);
        self.period = line(&new.period.to_string(), 10);
        self.day = line(&new.day.to_string(), 12);
        self.status = new.status;
        self.percent = line(&new.percent.map(|p| p.get().to_string()).unwrap_or_default(), 4);
        self.progress = text(&new.progress);
        self.problems = text(&new.problems);
        self.next = text(&new.next_steps);
        self.reporter = line(&new.reporter, LINE_CHARS);
        let shown = |v: &mut ValueField| {
            let reading = new.readings.iter().find(|r| r.indicator == v.indicator);
            let typed = reading.map(|r| format!("{} {}", r.value, r.source)).unwrap_or_default();
            v.typed = line(typed.trim_end(), super::field::VALUE_CHARS);
            v.source = reading.map(|r| r.source.clone()).unwrap_or_default();
        };
        self.values.iter_mut().for_each(shown);
        let known = |r: &&Reading| !self.values.iter().any(|v| v.indicator == r.indicator);
        self.unshown = new.readings.iter().filter(known).cloned().collect();
        let evidence = new
            .evidence
            .iter()
            .map(|e| EvidenceField { kind: Some(e.kind), ..EvidenceField::new(&e.reference, &e.note) });
        self.evidence = evidence.collect();
        self.evidence.push(EvidenceField::new("", ""));
    }

    /// Whether anything that the one line does not show was typed.
    fn rest_is_blank(&self) -> bool {
        let texts = [&self.problems, &self.next];
        texts.iter().all(|e| e.text().is_empty())
            && self.values.iter().all(|v| v.typed.text().is_empty())
            && self.evidence.iter().all(EvidenceField::is_empty)
    }
}

/// Which kind a piece of evidence is kept as: the one it had, unless what it points at was changed.
pub(super) fn kind_of(field: &EvidenceField, guess: EvidenceKind) -> EvidenceKind {
    field.kind.filter(|_| field.reference.revision() == 0).unwrap_or(guess)
}
