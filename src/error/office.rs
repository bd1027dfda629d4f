//! The rows of the table for what the office's rules refuse.

use super::Exit;
use super::rows::Row;
use crate::ledger::{Coded, KeyFault, OfficeFault};
use crate::strings::{Lang, Text, gate, office, ui, words};

pub(super) fn office_row(fault: &OfficeFault, lang: Lang) -> Row {
    use Exit::{Conflict, Forbidden, NotFound, Unusable, Usage};
    match fault {
        OfficeFault::NotPermitted(permission, who) => {
            let word = permission.word().say(lang).to_owned();
            if who.is_empty() {
                return (Forbidden, office::NOT_PERMITTED_ANY, vec![word]);
            }
            (Forbidden, office::NOT_PERMITTED, vec![word, who.join(ui::LIST_COMMA.say(lang))])
        }
        OfficeFault::Open(period) => (Usage, office::ALREADY_OPEN, vec![period.to_string()]),
        OfficeFault::NotOpen(period) => (Usage, office::NOT_OPEN, vec![period.to_string()]),
        OfficeFault::Cutoff(period, day) => {
            (Usage, office::CUTOFF, vec![period.to_string(), day.to_string()])
        }
        OfficeFault::Closed(task, on) => {
            (Usage, office::ALREADY_CLOSED, vec![task.0.to_string(), on.to_string()])
        }
        OfficeFault::NotClosed(task) => (Usage, office::NOT_CLOSED, vec![task.0.to_string()]),
        OfficeFault::NotSaidDone(task) => (Usage, office::NOT_SAID_DONE, vec![task.0.to_string()]),
        OfficeFault::NoDate(task) => (Usage, office::NO_DATE, vec![task.0.to_string()]),
        OfficeFault::NotLater(day) => (Usage, office::NOT_LATER, vec![day.to_string()]),
        OfficeFault::NotExtended(task) => (Usage, office::NOT_EXTENDED, vec![task.0.to_string()]),
        OfficeFault::Wanting(field) => (Usage, office::WANTING, vec![named(field).say(lang).to_owned()]),
        OfficeFault::BadText(field) => (Usage, office::BAD_TEXT, vec![named(field).say(lang).to_owned()]),
        OfficeFault::NoNotice(id) => (NotFound, office::NO_NOTICE, vec![id.to_string()]),
        OfficeFault::Ended(id, on) => (Usage, office::ENDED, vec![id.to_string(), on.to_string()]),
        OfficeFault::NotAddressed(id, unit) => {
            (Usage, office::NOT_ADDRESSED, vec![id.to_string(), unit.clone()])
        }
        OfficeFault::AlreadyReviewed(id) => (Usage, office::ALREADY_REVIEWED, vec![id.to_string()]),
        OfficeFault::Setting(setting, typed, fault) => {
            (Usage, office::SETTING, vec![setting.code().to_owned(), typed.clone(), fault.to_string()])
        }
        OfficeFault::StandingIsTheOffices => (Usage, office::STANDING_OFFICE, vec![]),
        OfficeFault::DroppedNeedsDocument => (Usage, office::DROPPED_DOCUMENT, vec![]),
        OfficeFault::NotGeneral(unit) => (Usage, office::NOT_GENERAL, vec![unit.clone()]),
        OfficeFault::Future(day, today) => (Usage, office::FUTURE, vec![day.to_string(), today.to_string()]),
        OfficeFault::BadName(name) => (Usage, office::BAD_NAME, vec![name.clone()]),
        OfficeFault::TooEarly(day, least) => {
            (Usage, office::TOO_EARLY, vec![day.to_string(), least.to_string()])
        }
        OfficeFault::IssuedAlready(number, on) => {
            (Usage, office::ISSUED_ALREADY, vec![number.clone(), on.to_string()])
        }
        OfficeFault::RecordMoved => (Conflict, office::RECORD_MOVED, vec![]),
        OfficeFault::NotIssued(number) => (NotFound, office::NOT_ISSUED, vec![number.clone()]),
        OfficeFault::NotAsIssued(number, day, at) => {
            (Unusable, office::NOT_AS_ISSUED, vec![number.clone(), day.to_string(), second(*at)])
        }
        OfficeFault::NoOperator(name) => (NotFound, office::NO_OPERATOR, vec![name.clone()]),
        OfficeFault::Key(fault) => key_row(fault),
        OfficeFault::KeyTaken(key, name) => (Usage, gate::KEY_TAKEN, vec![key.clone(), name.clone()]),
        OfficeFault::ManyKeys(most) => (Usage, gate::MANY_KEYS, vec![most.to_string()]),
        OfficeFault::NoKey(name, which) => (NotFound, gate::NO_KEY, vec![name.clone(), which.clone()]),
        OfficeFault::NoView(typed, all) => (NotFound, office::NO_VIEW, vec![typed.clone(), all.clone()]),
        OfficeFault::NotOwnView(number) => (Usage, office::NOT_OWN_VIEW, vec![number.to_string()]),
        OfficeFault::NoOwnUnit(name) => (Usage, office::NO_OWN_UNIT, vec![name.clone()]),
    }
}

/// A moment as `--known-at` takes it.
fn second(at: crate::clock::Instant) -> String {
    at.local().strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

fn key_row(fault: &KeyFault) -> Row {
    let (text, parts) = match fault {
        KeyFault::Form => (gate::KEY_FORM, vec![]),
        KeyFault::Private => (gate::KEY_PRIVATE, vec![]),
        KeyFault::Kind(kind) => (gate::KEY_KIND, vec![kind.clone()]),
        KeyFault::Damaged => (gate::KEY_DAMAGED, vec![]),
        KeyFault::Bits(bits) => (gate::KEY_BITS, vec![bits.to_string()]),
    };
    (Exit::Usage, text, parts)
}

/// What a field is called, by its name in the rules.
fn named(field: &str) -> Text {
    match field {
        "reason" => office::REASON,
        "approved-by" => office::APPROVED_BY,
        "doc-no" => office::DOC_NO,
        "unit" => office::UNIT,
        "display" => office::DISPLAY,
        "name" => office::NAME,
        "leader" => words::LEADER,
        "contact" => words::PERSON,
        "phone" => words::PHONE,
        "number" => office::NUMBER,
        "signed" => office::SIGNED,
        _ => office::TEXT,
    }
}
