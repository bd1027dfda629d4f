//! A unit's part in a task, and how it fares over the years.

use jiff::civil::Date;

use super::chance::Chance;
use super::material::Course;
use crate::ledger::{Percent, Status};
use crate::plan::{Kind, Plan, Role, TaskNo, UnitIx};

/// What a unit last said of a task.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) task: TaskNo,
    pub(super) unit: UnitIx,
    pub(super) lead: bool,
    /// How often it reports, beside the others.
    pub(super) weight: usize,
    /// The day of its last report.
    pub(super) day: Date,
    last: Option<Status>,
    percent: i64,
}

impl Place {
    /// Every part that a named unit has in a task.
    pub(super) fn all(plan: &Plan, begin: Date) -> Vec<Self> {
        let named: Vec<UnitIx> =
            plan.units().filter(|(_, u)| u.kind == Kind::Named).map(|(ix, _)| ix).collect();
        let of_task = |task: &crate::plan::Task| {
            let parts = named.iter().filter_map(|unit| Some((*unit, plan.role(task, *unit)?)));
            let place = |(unit, role)| {
                let weight = match role {
                    Role::Lead => 4,
                    Role::Support => 2,
                    Role::Covered => 1,
                };
                let lead = role == Role::Lead;
                Self { task: task.no, unit, lead, weight, day: begin, last: None, percent: 0 }
            };
            parts.map(place).collect::<Vec<_>>()
        };
        plan.tasks.iter().flat_map(of_task).collect()
    }

    /// What it says next, when so many thousandths of the time have passed.
    pub(super) fn report(
        &mut self,
        course: Course,
        day: Date,
        passed: i64,
        chance: &mut Chance,
    ) -> (Status, Option<Percent>) {
        self.day = day;
        let status = self.status(course, passed, chance);
        self.last = Some(status);
        let expected = 5 + passed * 85 / 1000 + chance.between(-8, 4);
        self.percent = match status {
            Status::NotStarted => 0,
            Status::Done => 100,
            Status::Behind => self.percent.max(expected.clamp(0, 98) * 3 / 4),
            _ if self.percent == 100 => 90,
            _ => self.percent.max(expected.clamp(0, 98)),
        };
        let told = status == Status::Done || chance.happens(700);
        (status, Percent::new(self.percent).filter(|_| told && status != Status::Standing))
    }

    fn status(&self, course: Course, passed: i64, chance: &mut Chance) -> Status {
        let done = match course {
            Course::Done => passed > if self.lead { 700 } else { 850 },
            Course::Yearly => self.lead && self.day.month() <= 3,
            _ => false,
        };
        match (course, self.last) {
            (Course::Standing, _) => Status::Standing,
            _ if done => Status::Done,
            (Course::Late, _) if self.lead && passed > 750 => Status::Behind,
            (_, None) if !self.lead && chance.happens(120) => Status::NotStarted,
            (_, Some(Status::Behind)) if chance.happens(350) => Status::Behind,
            // A lead that is not meant to be late is not late at the end.
            (_, Some(Status::OnTrack)) if (!self.lead || passed < 750) && chance.happens(45) => {
                Status::Behind
            }
            _ => Status::OnTrack,
        }
    }
}
