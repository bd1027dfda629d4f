//! 销号 and 延期: the office accepts a task as finished, or lets its date be a later one. Both can be taken back.

use jiff::civil::Date;

use crate::plan::TaskNo;

/// 销号: the office accepted a task as finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// The task.
    pub task: TaskNo,
    /// The first time, or after the closure before was taken back.
    pub round: u16,
    /// On which day.
    pub on: Date,
    /// On what grounds.
    pub reason: String,
    /// When and why it was taken back, if it was.
    pub reopened: Option<(Date, String)>,
}

impl Closure {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.on <= day && self.reopened.as_ref().is_none_or(|(reopened, _)| *reopened > day)
    }

    /// Whether a period that begins on one day and is to be reported by another lies in it, as far as is known on
    /// `as_of`: what is closed within a period is still reported for it, what is taken back before its cut-off too.
    #[must_use]
    pub fn spares(&self, starts: Date, cutoff: Date, as_of: Date) -> bool {
        let back = self.reopened.as_ref().map(|(day, _)| *day).filter(|day| *day <= as_of);
        self.on < starts && self.on <= as_of && back.is_none_or(|day| day > cutoff)
    }
}

/// 延期: a later date, granted. The first date stays in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The task.
    pub task: TaskNo,
    /// The date it was, by the document or the extension before.
    pub from: Date,
    /// The date it is now.
    pub to: Date,
    /// Why.
    pub reason: String,
    /// 批准单位.
    pub approved_by: String,
    /// 文号 of the approval.
    pub doc_no: String,
    /// Since when it holds.
    pub on: Date,
    /// When and why it was taken back, if it was.
    pub withdrawn: Option<(Date, String)>,
}

impl Extension {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.on <= day && self.withdrawn.as_ref().is_none_or(|(withdrawn, _)| *withdrawn > day)
    }
}

/// The date that a task's own date was moved to by the extensions that hold on `as_of`, and by how many.
#[must_use]
pub fn extended(extensions: &[(i64, Extension)], task: TaskNo, own: Date, as_of: Date) -> (Date, usize) {
    let mut holding: Vec<&Extension> =
        extensions.iter().map(|(_, e)| e).filter(|e| e.task == task && e.holds_on(as_of)).collect();
    holding.sort_by_key(|e| (e.on, e.to));
    holding
        .iter()
        .fold((own, 0), |(date, times), e| if e.from == date { (e.to, times + 1) } else { (date, times) })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TASK: TaskNo = TaskNo(3);

    fn extension(from: Date, to: Date, on: Date) -> Extension {
        let text = String::new;
        Extension {
            task: TASK,
            from,
            to,
            reason: text(),
            approved_by: text(),
            doc_no: text(),
            on,
            withdrawn: None,
        }
    }

    #[test]
    fn extensions_follow_each_other_from_the_first_date() {
        let own = date(2025, 12, 31);
        let first = extension(own, date(2026, 3, 31), date(2025, 12, 1));
        let second = extension(date(2026, 3, 31), date(2026, 6, 30), date(2026, 3, 1));
        let both = [(2, second.clone()), (1, first.clone())];
        for (as_of, expected) in [
            (date(2025, 11, 30), (own, 0)),
            (date(2025, 12, 1), (date(2026, 3, 31), 1)),
            (date(2026, 3, 1), (date(2026, 6, 30), 2)),
        ] {
            assert_eq!(extended(&both, TASK, own, as_of), expected, "{as_of}");
        }
        let day = date(2026, 4, 1);
        assert_eq!(extended(&both, TaskNo(7), own, day), (own, 0), "another task's");
        let withdrawn = Extension { withdrawn: Some((date(2026, 3, 15), String::new())), ..second };
        assert_eq!(extended(&[(1, first), (2, withdrawn)], TASK, own, day), (date(2026, 3, 31), 1));
    }

    #[test]
    fn a_closure_holds_until_it_is_taken_back() {
        let closed =
            Closure { task: TASK, round: 1, on: date(2025, 5, 1), reason: String::new(), reopened: None };
        assert!(!closed.holds_on(date(2025, 4, 30)) && closed.holds_on(date(2025, 5, 1)));
        let reopened = Closure { reopened: Some((date(2025, 6, 1), String::new())), ..closed };
        assert!(reopened.holds_on(date(2025, 5, 31)) && !reopened.holds_on(date(2025, 6, 1)));
    }

    #[test]
    fn a_closed_task_is_spared_from_the_next_period_on_until_it_is_taken_back() {
        let (starts, cutoff) = (date(2025, 7, 1), date(2025, 8, 25));
        let closed = |on| Closure { task: TASK, round: 1, on, reason: String::new(), reopened: None };
        let late = date(2025, 9, 1);
        assert!(closed(date(2025, 6, 30)).spares(starts, cutoff, late));
        assert!(!closed(date(2025, 7, 1)).spares(starts, cutoff, late), "closed within it");
        let back = |day| Closure { reopened: Some((day, String::new())), ..closed(date(2025, 6, 30)) };
        assert!(!back(date(2025, 8, 25)).spares(starts, cutoff, late), "taken back in time to report");
        assert!(back(date(2025, 8, 26)).spares(starts, cutoff, late));
        assert!(back(date(2025, 8, 25)).spares(starts, cutoff, date(2025, 8, 24)), "not taken back yet");
    }
}
