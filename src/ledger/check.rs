//! What may be written into an entry, and in which form it is stored.

use jiff::civil::Date;

use super::entry::{LINE_CHARS, TEXT_CHARS};
use super::evidence::{EVIDENCE_MOST, NOTE_CHARS, REFERENCE_CHARS};
use super::measured::SOURCE_CHARS;
use super::{Field, FieldFault, NewEntry, Status};
use crate::text::{Lines, clean_input};

/// A field's fault, or none.
pub type Checked<T> = Result<T, (Field, FieldFault)>;

impl NewEntry {
    /// The entry with its texts brought into stored form, if it may be written on `today` as a report with a text.
    ///
    /// # Errors
    /// The first field that cannot be stored, and why.
    pub fn checked(self, today: Date) -> Checked<Self> {
        let status = self.status;
        self.checked_after(today, status)
    }

    /// The same where the unit stood at `before` until now: a change of status needs no text, unless the new one
    /// needs a reason.
    ///
    /// # Errors
    /// The first field that cannot be stored, and why.
    pub fn checked_after(self, today: Date, before: Status) -> Checked<Self> {
        let clean = self.cleaned(today)?;
        match (clean.progress.is_empty(), clean.status.needs_reason(), clean.status == before) {
            (true, true, _) => Err((Field::Progress, FieldFault::Silent)),
            (true, false, true) => Err((Field::Progress, FieldFault::Empty)),
            _ => Ok(clean),
        }
    }

    /// The entry with its texts brought into stored form, whether or not it says enough.
    ///
    /// # Errors
    /// The first field that cannot be stored, and why.
    pub fn cleaned(mut self, today: Date) -> Checked<Self> {
        if self.day > today {
            return Err((Field::Day, FieldFault::Future(self.day)));
        }
        self.progress = text(Field::Progress, &self.progress)?;
        self.problems = text(Field::Problems, &self.problems)?;
        self.next_steps = text(Field::NextSteps, &self.next_steps)?;
        self.reporter = line(Field::Reporter, &self.reporter, LINE_CHARS)?;
        for reading in &mut self.readings {
            reading.source = line(Field::Readings, &reading.source, SOURCE_CHARS)?;
        }
        self.check_evidence()?;
        Ok(self)
    }

    fn check_evidence(&mut self) -> Checked<()> {
        let count = self.evidence.len();
        if count > EVIDENCE_MOST {
            return Err((Field::Evidence, FieldFault::Many { count, most: EVIDENCE_MOST }));
        }
        for evidence in &mut self.evidence {
            evidence.reference = line(Field::Evidence, &evidence.reference, REFERENCE_CHARS)?;
            evidence.note = line(Field::Evidence, &evidence.note, NOTE_CHARS)?;
            if evidence.reference.is_empty() {
                return Err((Field::Evidence, FieldFault::Empty));
            }
        }
        Ok(())
    }
}

/// One of the texts of an entry in the form in which it is stored.
///
/// # Errors
/// Why it cannot be.
pub fn clean_field(field: Field, typed: &str) -> Checked<String> {
    match field {
        Field::Reporter => line(field, typed, LINE_CHARS),
        _ => text(field, typed),
    }
}

fn text(field: Field, typed: &str) -> Checked<String> {
    clean(field, typed, Lines::Many, TEXT_CHARS)
}

fn line(field: Field, typed: &str, most: usize) -> Checked<String> {
    clean(field, typed, Lines::One, most)
}

fn clean(field: Field, typed: &str, lines: Lines, most: usize) -> Checked<String> {
    let clean = clean_input(typed.trim(), lines).map_err(|e| (field, FieldFault::Unsafe(e)))?;
    let chars = clean.chars().count();
    if chars > most {
        return Err((field, FieldFault::Long { chars, most }));
    }
    Ok(clean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Period, PeriodKind};
    use crate::plan::{TaskNo, UnitIx};
    use jiff::civil::date;

    fn entry(progress: &str) -> NewEntry {
        let day = date(2025, 6, 12);
        NewEntry {
            task: TaskNo(14),
            unit: UnitIx(4),
            period: Period::containing(day, PeriodKind::TwoMonths),
            day,
            status: Status::OnTrack,
            percent: None,
            progress: progress.to_owned(),
            problems: String::new(),
            next_steps: String::new(),
            readings: Vec::new(),
            evidence: Vec::new(),
            reporter: String::new(),
        }
    }

    #[test]
    fn texts_are_trimmed_and_kept() {
        let checked = entry("  受理41件\r\n审结38件 \n").checked(date(2025, 6, 24)).expect("fine");
        assert_eq!(checked.progress, "受理41件\n审结38件");
    }

    #[test]
    fn what_cannot_be_stored_is_named_with_its_field() {
        let today = date(2025, 6, 24);
        assert_eq!(entry(" \n ").checked(today), Err((Field::Progress, FieldFault::Empty)));
        let long = entry(&"字".repeat(TEXT_CHARS + 1)).checked(today);
        assert_eq!(
            long,
            Err((Field::Progress, FieldFault::Long { chars: TEXT_CHARS + 1, most: TEXT_CHARS }))
        );
        let tomorrow = entry("好").checked(date(2025, 6, 11));
        assert_eq!(tomorrow, Err((Field::Day, FieldFault::Future(date(2025, 6, 12)))));
        let hostile = NewEntry { problems: "\u{1b}]52;c;\u{7}".to_owned(), ..entry("好") };
        assert!(matches!(hostile.checked(today), Err((Field::Problems, FieldFault::Unsafe(_)))));
    }
}
