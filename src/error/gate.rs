//! The rows of the table for what the gate refuses.

use super::Exit;
use super::rows::Row;
use crate::ledger::{Coded, GateFault, Limit};
use crate::strings::{Lang, gate};

pub(super) fn gate_row(fault: &GateFault, lang: Lang) -> Row {
    use Exit::{Busy, Forbidden, Usage};
    match fault {
        GateFault::Stranger(name) => (Forbidden, gate::STRANGER, vec![name.clone()]),
        GateFault::Disabled(name, day) => (Forbidden, gate::DISABLED, vec![name.clone(), day.to_string()]),
        GateFault::OtherKey(name, key) => (Forbidden, gate::OTHER_KEY, vec![name.clone(), key.clone()]),
        GateFault::NotVouched => (Forbidden, gate::NOT_VOUCHED, vec![]),
        GateFault::Unreadable => (Forbidden, gate::UNREADABLE, vec![]),
        GateFault::Seats(most) => (Busy, gate::SEATS, vec![most.to_string()]),
        GateFault::AllSeats(most) => (Busy, gate::ALL_SEATS, vec![most.to_string()]),
        GateFault::Bytes => (Usage, gate::BYTES, vec![]),
        GateFault::Long(most) => (Usage, gate::LONG, vec![most.to_string()]),
        GateFault::Quote => (Usage, gate::QUOTE, vec![]),
        GateFault::Closed(command) => (Forbidden, gate::CLOSED, vec![command.clone()]),
        GateFault::Lacks(command, permission) => {
            (Forbidden, gate::LACKS, vec![command.clone(), permission.word().say(lang).to_owned()])
        }
        GateFault::File(option) => (Forbidden, gate::FILE, vec![option.clone()]),
        GateFault::EntryLong(chars, most) => {
            (Usage, gate::ENTRY_LONG, vec![chars.to_string(), most.to_string()])
        }
        GateFault::Often(limit, most) => {
            let text = if *limit == Limit::EntriesDay { gate::OFTEN_DAY } else { gate::OFTEN_MINUTE };
            (Forbidden, text, vec![most.to_string()])
        }
        GateFault::Lasted(minutes) => (Busy, gate::LASTED, vec![minutes.to_string()]),
        GateFault::Misplaced => (Usage, gate::MISPLACED, vec![]),
    }
}
