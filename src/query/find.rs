//! Finding what somebody means: a task by number, a group or a unit by name, part, alias, pinyin or initials.

use super::near::nearest_units;
use crate::error::Error;
use crate::plan::{Group, GroupNo, Plan, Task, TaskNo, UnitIx, Words};
use crate::strings::{Lang, words};
use crate::text::{Choice, Class, Name, Query, Ranked, choose, fold, rank};

/// From how many letters on pinyin is looked for in the tasks' texts.
const SPELT: usize = 5;

/// Up to how many. A longer text is found as it stands; laid over every place of a long one it would take its time.
const LONGEST: usize = 127;

/// All texts of a task in one, parted by what no words hold.
fn folded(plan: &Plan, task: &Task) -> String {
    let own = [&task.title, &task.body, &task.bracket, &task.gloss].map(Words::as_str);
    let units = task.assignments.iter().map(|a| plan.unit_name(a.unit));
    own.into_iter().chain(units).map(fold).collect::<Vec<_>>().join("\n")
}

/// What a few words turned out to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A task.
    Task(TaskNo),
    /// A group.
    Group(GroupNo),
    /// A unit.
    Unit(UnitIx),
}

/// The names of a plan, prepared once for many look-ups.
#[derive(Debug)]
pub struct Names {
    units: Vec<(UnitIx, Name, Vec<Name>)>,
    groups: Vec<(GroupNo, Name, Vec<Name>)>,
    titles: Vec<(TaskNo, Name)>,
    bodies: Vec<(TaskNo, Name)>,
    /// Every text of a task as it is compared: with each key typed, all of them are looked through.
    texts: Vec<(TaskNo, String)>,
}

impl Names {
    /// Prepares the names of units and groups. Glosses count only for whoever reads them: their letters would
    /// fit initials by chance.
    #[must_use]
    pub fn new(plan: &Plan, lang: Lang) -> Self {
        let plain = |text: &Words| Name::new(text, None);
        let glossed = |text| (lang == Lang::En).then_some(text);
        let units = plan.units().map(|(ix, u)| {
            let name = Name::new(&u.name, u.pinyin.as_deref());
            (ix, name, u.aliases.iter().chain(glossed(&u.gloss)).map(plain).collect())
        });
        let groups = plan.groups.iter().map(|g| {
            let glosses = glossed(&g.gloss).into_iter().chain(glossed(&g.short_gloss));
            (g.no, plain(&g.short), [&g.title, &g.numeral].into_iter().chain(glosses).map(plain).collect())
        });
        let titles = plan.tasks.iter().map(|t| (t.no, plain(&t.title)));
        let bodies = plan.tasks.iter().map(|t| (t.no, plain(&t.body)));
        Self {
            units: units.collect(),
            groups: groups.collect(),
            titles: titles.collect(),
            bodies: bodies.collect(),
            texts: plan.tasks.iter().map(|t| (t.no, folded(plan, t))).collect(),
        }
    }

    /// Tasks in whose texts, or units' names, folded words stand.
    pub(super) fn mentioning(&self, wanted: &str) -> impl Iterator<Item = TaskNo> {
        self.texts.iter().filter(move |(_, text)| text.contains(wanted)).map(|(no, _)| *no)
    }

    /// Tasks whose title, or a unit of whose bracket, a query fits without gaps.
    #[must_use]
    pub fn tasks(&self, plan: &Plan, typed: &str) -> Vec<TaskNo> {
        let query = Query::new(typed);
        let fits = |name: &Name| name.find(&query).is_some_and(|hit| hit.class > Class::Loose);
        let units: Vec<UnitIx> = self
            .units
            .iter()
            .filter(|(_, name, also)| fits(name) || also.iter().any(fits))
            .map(|(ix, ..)| *ix)
            .collect();
        let titled = self.titles.iter().filter(|(_, title)| fits(title)).map(|(no, _)| *no);
        let held =
            plan.tasks.iter().filter(|t| t.assignments.iter().any(|a| units.contains(&a.unit))).map(|t| t.no);
        // A few initials stand somewhere in any long text; a word's pinyin does not.
        let spelt = (SPELT..=LONGEST).contains(&typed.chars().count());
        let written = self.bodies.iter().filter(|(_, body)| spelt && fits(body)).map(|(no, _)| *no);
        if query.is_empty() { Vec::new() } else { titled.chain(held).chain(written).collect() }
    }

    /// Which characters of a task's title a query fits, by letter, pinyin or initials.
    #[must_use]
    pub fn in_title(&self, task: TaskNo, typed: &str) -> Vec<usize> {
        let title = self.titles.iter().find(|(no, _)| *no == task).map(|(_, name)| name);
        let hit = title.and_then(|name| name.find(&Query::new(typed)));
        hit.filter(|h| h.class > Class::Loose).map(|h| h.at).unwrap_or_default()
    }

    /// Units that a query fits, best first.
    #[must_use]
    pub fn units(&self, typed: &str) -> Vec<Ranked<UnitIx>> {
        rank(&Query::new(typed), self.units.iter().map(|(ix, name, also)| (*ix, name, also.as_slice())))
    }

    /// Which characters of a unit's own name a query fits, also where an alias fits better.
    #[must_use]
    pub fn in_unit(&self, unit: UnitIx, typed: &str) -> Vec<usize> {
        let name = self.units.iter().find(|(ix, ..)| *ix == unit).map(|(_, name, _)| name);
        name.and_then(|n| n.find(&Query::new(typed))).map(|hit| hit.at).unwrap_or_default()
    }

    /// Groups that a query fits, best first.
    #[must_use]
    pub fn groups(&self, typed: &str) -> Vec<Ranked<GroupNo>> {
        rank(&Query::new(typed), self.groups.iter().map(|(no, name, also)| (*no, name, also.as_slice())))
    }
}

/// The task with a number as typed.
///
/// # Errors
/// [`Error::UnknownTask`] with the last number there is.
pub fn find_task<'a>(plan: &'a Plan, typed: &str) -> Result<&'a Task, Error> {
    let number = fold(typed.trim()).parse().ok();
    let task = number.and_then(|n| plan.task(TaskNo(n)));
    task.ok_or_else(|| Error::UnknownTask(typed.trim().to_owned(), plan.tasks.len()))
}

/// The same, or a report in general by its word, which is about no task.
///
/// # Errors
/// As [`find_task`].
pub fn find_task_or_general(plan: &Plan, typed: &str) -> Result<TaskNo, Error> {
    let word = fold(typed.trim());
    if [words::GENERAL.zh, words::GENERAL.en].contains(&word.as_str()) {
        return Ok(TaskNo::GENERAL);
    }
    find_task(plan, typed).map(|t| t.no)
}

/// The unit that a few letters or characters mean, scattered ones too: for looking.
///
/// # Errors
/// [`Error::AmbiguousUnit`] where several fit equally well, [`Error::UnknownUnit`] with the nearest names where
/// none does.
pub fn find_unit(plan: &Plan, typed: &str, lang: Lang) -> Result<UnitIx, Error> {
    find_fitting(plan, typed, lang, Class::Loose)
}

/// The unit that a few letters or characters mean without gaps: for writing. Scattered letters fit by chance; what
/// they fit is offered, never taken.
///
/// # Errors
/// As [`find_unit`].
pub fn find_unit_to_write(plan: &Plan, typed: &str, lang: Lang) -> Result<UnitIx, Error> {
    find_fitting(plan, typed, lang, Class::Part)
}

/// The unit that has exactly this name, alias, code, pinyin or these initials: for what nobody sees being taken.
///
/// # Errors
/// As [`find_unit`].
pub fn find_unit_by_whole_name(plan: &Plan, typed: &str, lang: Lang) -> Result<UnitIx, Error> {
    find_fitting(plan, typed, lang, Class::Whole)
}

fn find_fitting(plan: &Plan, typed: &str, lang: Lang, least: Class) -> Result<UnitIx, Error> {
    let whole = whole_unit(plan, typed.trim());
    whole.map_or_else(|| unit_among(plan, &Names::new(plan, lang), typed, least), Ok)
}

/// The unit with just this name or code. No names need be made ready for it.
fn whole_unit(plan: &Plan, typed: &str) -> Option<UnitIx> {
    plan.unit_by_name(typed).or_else(|| plan.unit_by_code(typed))
}

/// The same among names that are prepared already.
pub(super) fn unit_among(plan: &Plan, names: &Names, typed: &str, least: Class) -> Result<UnitIx, Error> {
    let typed = typed.trim();
    if let Some(unit) = whole_unit(plan, typed) {
        return Ok(unit);
    }
    // Nothing typed fits everything, which helps nobody.
    let ranked = if typed.is_empty() { Vec::new() } else { names.units(typed) };
    let name = |unit: &Ranked<UnitIx>| plan.unit_name(unit.id).to_owned();
    match choose(&ranked) {
        Choice::One(unit) if unit.hit.class >= least => Ok(unit.id),
        Choice::One(unit) => Err(Error::UnknownUnit(typed.to_owned(), vec![name(unit)])),
        Choice::Several(units) => {
            Err(Error::AmbiguousUnit(typed.to_owned(), units.iter().map(name).collect()))
        }
        Choice::Nothing => Err(Error::UnknownUnit(typed.to_owned(), nearest_units(plan, typed))),
    }
}

/// The group that a number, a numeral or part of its name means.
///
/// # Errors
/// [`Error::UnknownGroup`] with the groups there are.
pub fn find_group(plan: &Plan, typed: &str, lang: Lang) -> Result<GroupNo, Error> {
    let exact = exact_group(plan, typed);
    exact.map_or_else(|| group_among(plan, &Names::new(plan, lang), typed), Ok)
}

/// The same among names that are prepared already.
pub(super) fn group_among(plan: &Plan, names: &Names, typed: &str) -> Result<GroupNo, Error> {
    if let Some(group) = exact_group(plan, typed) {
        return Ok(group);
    }
    let ranked = names.groups(typed);
    match choose(&ranked) {
        Choice::One(group) => Ok(group.id),
        _ => {
            let all = plan.groups.iter().map(|g| format!("{} {}", g.numeral, g.short)).collect();
            Err(Error::UnknownGroup(typed.trim().to_owned(), all))
        }
    }
}

/// The task, group or unit that a few words mean: a number is a task, then come a group's exact name, units,
/// groups by part, and tasks by a part of the title that only one has.
///
/// # Errors
/// As for each of them; [`Error::UnknownWhat`] where it fits nothing at all.
pub fn find_what(plan: &Plan, typed: &str, lang: Lang) -> Result<Found, Error> {
    let typed = typed.trim();
    if !typed.is_empty() && fold(typed).bytes().all(|b| b.is_ascii_digit()) {
        return find_task(plan, typed).map(|t| Found::Task(t.no));
    }
    if let Some(group) = named_group(plan, typed) {
        return Ok(Found::Group(group));
    }
    let near = match find_unit(plan, typed, lang) {
        Ok(unit) => return Ok(Found::Unit(unit)),
        Err(Error::UnknownUnit(_, near)) => near,
        Err(ambiguous) => return Err(ambiguous),
    };
    if let Ok(group) = find_group(plan, typed, lang) {
        return Ok(Found::Group(group));
    }
    let wanted = fold(typed);
    let mut titled =
        plan.tasks.iter().filter(|t| fold(&t.title).contains(&wanted) || fold(&t.gloss).contains(&wanted));
    match (titled.next(), titled.next()) {
        (Some(task), None) => Ok(Found::Task(task.no)),
        _ if !near.is_empty() => Err(Error::UnknownUnit(typed.to_owned(), near)),
        _ => Err(Error::UnknownWhat(typed.to_owned(), plan.tasks.len())),
    }
}

fn exact_group(plan: &Plan, typed: &str) -> Option<GroupNo> {
    let number = fold(typed.trim()).parse().ok().map(GroupNo);
    number.filter(|n| plan.group(*n).is_some()).or_else(|| named_group(plan, typed.trim()))
}

fn named_group(plan: &Plan, typed: &str) -> Option<GroupNo> {
    let is = |g: &&Group| [&g.numeral, &g.short, &g.title, &g.short_gloss].iter().any(|name| *name == typed);
    plan.groups.iter().find(is).map(|g| g.no)
}
