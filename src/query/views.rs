//! 常用视图: those that come with the program and the office's own, under the digits that open them.

use super::conditions::Tongue;
use super::{Filter, LightFilter, Names, RoleFilter, Sort, line, parse};
use crate::error::Error;
use crate::ledger::{Light, Office, OfficeFault, OperatorDuty, Review};
use crate::plan::{Plan, UnitIx};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, conditions as say};
use crate::text::fold;

/// The views that come with the program, from 1.
const SHIPPED: [(Text, Shipped); 5] = [
    (say::VIEW_ALARM, Shipped::Alarm),
    (say::VIEW_MISSING, Shipped::Missing),
    (say::VIEW_WAITING, Shipped::Waiting),
    (say::VIEW_MINE, Shipped::Mine),
    (say::VIEW_CAME, Shipped::Came),
];

#[derive(Debug, Clone, Copy)]
enum Shipped {
    Alarm,
    Missing,
    Waiting,
    Mine,
    Came,
}

impl Shipped {
    /// What it shows; nothing where it needs a unit and there is none.
    fn filter(self, own: Option<UnitIx>) -> Option<Filter> {
        let all = Filter::default();
        Some(match self {
            Self::Alarm => Filter { light: LightFilter::of(&[Light::Red, Light::Yellow]), ..all },
            Self::Missing => Filter { missing: true, ..all },
            Self::Waiting => Filter { review: Some(Review::Submitted), ..all },
            Self::Mine => Filter { unit: Some(own?), role: RoleFilter::Lead, ..all },
            Self::Came => Filter { sort: Sort::Came, ..all },
        })
    }
}

/// A view under its digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewRow {
    /// The digit.
    pub number: u8,
    /// What it is called.
    pub name: String,
    /// Its conditions in words; nothing where it needs a unit and there is none.
    pub line: Option<String>,
    /// The same in codes.
    pub code: Option<String>,
    /// Whether it is the office's own.
    pub own: bool,
}

/// The unit that somebody reports for: a reporter's, else the one whose tasks the office itself reports on.
#[must_use]
pub fn own_unit(snapshot: &Snapshot, operator: &str) -> Option<UnitIx> {
    match snapshot.office.duty(operator) {
        OperatorDuty::Reporter(unit) => Some(unit),
        OperatorDuty::Office => snapshot.office.settings.office,
        OperatorDuty::Viewer => None,
    }
}

/// What the views are called, by their digits.
#[must_use]
pub fn view_names(office: &Office, lang: Lang) -> Vec<(u8, String)> {
    let shipped = (1..).zip(SHIPPED).map(|(number, (name, _))| (number, name.say(lang).to_owned()));
    let own = office.views.iter().filter(|v| v.line.is_some()).map(|v| (v.number, v.name.clone()));
    shipped.chain(own).collect()
}

/// All views that somebody can open, by their digits.
#[must_use]
pub fn views(snapshot: &Snapshot, names: &Names, operator: &str, lang: Lang) -> Vec<ViewRow> {
    let plan: &Plan = &snapshot.plan;
    let own = own_unit(snapshot, operator);
    let row = |number, name: &str, filter: Option<Filter>, office| ViewRow {
        number,
        name: name.to_owned(),
        line: filter.as_ref().map(|f| line(plan, f, Tongue::Words(lang))),
        code: filter.as_ref().map(|f| line(plan, f, Tongue::Codes)),
        own: office,
    };
    let shipped =
        (1..).zip(SHIPPED).map(|(no, (name, what))| row(no, name.say(lang), what.filter(own), false));
    let office = snapshot.office.views.iter().filter_map(|view| {
        let filter = parse(plan, names, lang, view.line.as_deref()?).ok();
        Some(row(view.number, &view.name, filter, true))
    });
    shipped.chain(office).collect()
}

/// What a view shows.
///
/// # Errors
/// Where it needs a unit and the operator has none.
pub fn shown(snapshot: &Snapshot, names: &Names, lang: Lang, view: &ViewRow) -> Result<Filter, Error> {
    let no_unit = || Error::Office(OfficeFault::NoOwnUnit(view.name.clone()));
    parse(&snapshot.plan, names, lang, view.code.as_deref().ok_or_else(no_unit)?)
}

/// The view with a digit, a name, or a part of the name that only one has.
///
/// # Errors
/// With the views that there are.
pub fn find_view(all: &[ViewRow], typed: &str, lang: Lang) -> Result<ViewRow, Error> {
    let wanted = fold(typed.trim());
    let exact = all.iter().find(|v| v.number.to_string() == wanted || fold(&v.name) == wanted);
    let mut part = all.iter().filter(|v| !wanted.is_empty() && fold(&v.name).contains(&wanted));
    let found = match (exact, part.next(), part.next()) {
        (Some(view), ..) | (None, Some(view), None) => Some(view),
        _ => None,
    };
    found.cloned().ok_or_else(|| {
        let each: Vec<String> = all.iter().map(|v| format!("{} {}", v.number, v.name)).collect();
        let comma = crate::strings::ui::LIST_COMMA.say(lang);
        Error::Office(OfficeFault::NoView(typed.trim().to_owned(), each.join(comma)))
    })
}
