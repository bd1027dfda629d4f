//! `duban units`: who is responsible.

use clap::{ArgGroup, ArgMatches, Command};

use super::said::given;
use super::{Verb, said};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::ledger::Office;
use crate::ops::{self, ContactChange};
use crate::plan::{Kind, Origin, Plan, Unit, UnitIx};
use crate::query::{UnitCount, find_one_unit, unit_counts};
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, desk, ui, words};
use crate::text::pinyin::sort_key;

pub(super) const VERB: Verb = Verb { name: "units", about: cli::UNITS, args, run };

const COLUMNS: [Text; 6] =
    [words::LEAD, words::SUPPORT, words::COVERED, cli::COL_KIND, cli::COL_UNIT, cli::COL_ALIASES];

/// The same once somebody said whom one calls.
const WITH_CONTACTS: [Text; 9] = {
    let [leads, supports, covered, kind, unit, also] = COLUMNS;
    [leads, supports, covered, kind, unit, words::LEADER, words::PERSON, words::PHONE, also]
};

/// The names of machine output, the first three as counts.
const SHEET: [&str; 10] =
    ["leads", "supports", "covered", "kind", "name", "aliases", "members", "leader", "contact", "phone"];

fn args(command: Command, lang: Lang) -> Command {
    let set = Command::new("set").about(desk::UNIT_SET.say(lang)).args([
        word("unit", "UNIT", desk::UNIT_SET_UNIT, lang).required(true),
        value("leader", "NAME", words::LEADER, lang),
        value("contact", "NAME", words::PERSON, lang),
        value("phone", "NUMBER", words::PHONE, lang),
    ]);
    let set =
        set.group(ArgGroup::new("what").args(["leader", "contact", "phone"]).multiple(true).required(true));
    let csv = flag("csv", cli::CSV, lang).conflicts_with("json");
    command.args([csv, flag("pinyin", desk::UNITS_PINYIN, lang)]).subcommand(set)
}

/// The units in the document's order, or by how they are read.
fn counts(plan: &Plan, words: &ArgMatches) -> Vec<UnitCount> {
    let mut counts = unit_counts(plan);
    if words.get_flag("pinyin") {
        counts.sort_by_cached_key(|c| plan.unit(c.unit).map(|u| sort_key(&u.name, u.pinyin.as_deref())));
    }
    counts
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    if let Some(("set", words)) = words.subcommand() {
        return set(context, &context.reader()?, words);
    }
    let reader = context.glance()?;
    let (plan, office) = (reader.plan(), reader.book(context.known_at)?);
    let mut out = Out::new();
    if context.json {
        let units = counts(plan, words).into_iter();
        let rows: Vec<_> = units.filter_map(|c| json::unit_row(plan, &office, c.unit)).collect();
        out.json(&rows);
        return Ok(());
    }
    let lang = context.lang;
    let counts = counts(plan, words).into_iter().filter_map(|c| Some((plan.unit(c.unit)?, c)));
    if words.get_flag("csv") {
        csv::print(&mut out, &SHEET, counts.map(|(unit, count)| sheet_row(plan, &office, unit, &count)));
        return Ok(());
    }
    let known = plan.units().any(|(ix, _)| office.contact(ix).is_some());
    let mut table = Table::new(lang, if known { &WITH_CONTACTS } else { &COLUMNS }).right(&[0, 1, 2]);
    for (unit, count) in counts {
        let mut row = cells(plan, unit, &count, lang);
        if known {
            let remarks = row.pop();
            row.extend(contact(&office, count.unit));
            row.extend(remarks);
        }
        table.row(row);
    }
    table.print(&mut out);
    Ok(())
}

/// 分管领导, 联络员, 电话.
fn contact(office: &Office, unit: UnitIx) -> [String; 3] {
    let known = office.contact(unit).cloned().unwrap_or_default();
    [known.leader, known.person, known.phone]
}

/// Writes down whom one calls at a unit.
fn set(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let (plan, lang) = (reader.plan().clone(), context.lang);
    let unit = find_one_unit(&plan, given(words, "unit").unwrap_or_default(), lang)?;
    let option = |name| given(words, name).map(str::to_owned);
    let change =
        ContactChange { leader: option("leader"), person: option("contact"), phone: option("phone") };
    let mut writer = context.writer(reader)?;
    let written = ops::set_contact(&mut writer, &plan, unit, &change, context.actor(), context.clock)?;
    let mut out = Out::new();
    if context.json {
        let office = reader.book(None)?;
        if let Some(row) = json::unit_row(&plan, &office, unit) {
            out.json(&row);
        }
        return Ok(());
    }
    out.line(&format!("{}  {}", plan.unit_name(unit), said::contact(&written, lang)));
    Ok(())
}

fn sheet_row(plan: &Plan, office: &Office, unit: &Unit, count: &UnitCount) -> Vec<String> {
    let (kind, members) = match &unit.kind {
        Kind::Named => ("named", None),
        Kind::Collective(members) => ("collective", members.as_ref()),
    };
    let members: Vec<&str> = members.into_iter().flatten().map(|m| plan.unit_name(*m)).collect();
    let [leads, supports, covered] = [count.leads, count.supports, count.covered].map(|n| n.to_string());
    let comma = ui::LIST_COMMA.say(Lang::Zh);
    let (aliases, members) = (unit.aliases.join(comma), members.join(comma));
    let row = vec![leads, supports, covered, kind.to_owned(), unit.name.to_string(), aliases, members];
    row.into_iter().chain(contact(office, count.unit)).collect()
}

fn cells(plan: &Plan, unit: &Unit, count: &UnitCount, lang: Lang) -> Vec<String> {
    let number = |n: usize| if n == 0 { "-".to_owned() } else { n.to_string() };
    let kind = if unit.kind == Kind::Named { cli::KIND_NAMED } else { cli::KIND_COLLECTIVE };
    vec![
        number(count.leads),
        number(count.supports),
        number(count.covered),
        kind.say(lang).to_owned(),
        unit.name.to_string(),
        remarks(plan, unit, lang),
    ]
}

/// Aliases, members, and where the name comes from.
fn remarks(plan: &Plan, unit: &Unit, lang: Lang) -> String {
    let comma = ui::LIST_COMMA.say(lang);
    let mut parts = unit.aliases.clone();
    match &unit.kind {
        Kind::Named => {}
        Kind::Collective(None) => parts.push(cli::MEMBERS_UNKNOWN.say(lang).to_owned().into()),
        Kind::Collective(Some(members)) => {
            let names: Vec<&str> = members.iter().map(|m| plan.unit_name(*m)).collect();
            parts.push(cli::MEMBERS.with(lang, &[&names.join(comma)]).into());
        }
    }
    if let Origin::Outside(reason) = &unit.origin {
        parts.push(cli::OUTSIDE.with(lang, &[reason]).into());
    }
    if lang == Lang::En {
        parts.push(unit.gloss.clone());
    }
    parts.join(comma)
}
