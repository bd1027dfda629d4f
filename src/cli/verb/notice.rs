//! `duban notice`: notices are listed, sent, answered and ended.

use clap::{ArgMatches, Command};
use jiff::civil::Date;

use super::list::coded;
use super::said::{day, given, named_day, on, text};
use super::{Verb, said};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Coded, Notice, NoticeId, NoticeKind, Office, OfficeFault};
use crate::ops;
use crate::plan::Plan;
use crate::query::{find_task, find_tasks, find_unit, find_unit_to_write, find_units};
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, desk, ui, words};
use crate::text::truncate;

pub(super) const VERB: Verb = Verb { name: "notice", about: desk::NOTICE, args, run };

/// Cells for the first words.
const WORDS: usize = 40;

const COLUMNS: [Text; 8] = [
    cli::COL_NO,
    cli::COL_KIND,
    desk::COL_SENT,
    desk::COL_ANSWER_DUE,
    desk::COL_STATE,
    cli::COL_UNIT,
    cli::COL_TASK,
    desk::COL_TEXT,
];

fn args(command: Command, lang: Lang) -> Command {
    let verb = |name: &'static str, about: Text| Command::new(name).about(about.say(lang));
    let number = || word("notice", "N", desk::NOTICE_NO, lang).required(true);
    let says = || word("text", "TEXT", desk::NOTICE_TEXT, lang).required(true);
    let list = verb("list", desk::NOTICE_LIST).args([
        value("unit", "UNIT", desk::NOTICE_UNIT, lang),
        value("task", "TASK", desk::NOTICE_TASK, lang),
        flag("all", desk::NOTICE_ALL, lang),
    ]);
    let send = verb("send", desk::NOTICE_SEND).args([
        word("kind", "KIND", desk::NOTICE_KIND, lang).required(true),
        says(),
        value("unit", "UNITS", desk::NOTICE_TO, lang).required(true),
        value("task", "TASKS", desk::NOTICE_ABOUT, lang),
        value("due", "DAY", desk::NOTICE_DUE, lang),
        on(lang),
    ]);
    let answer = verb("answer", desk::NOTICE_ANSWER).args([
        number(),
        says(),
        value("unit", "UNIT", desk::NOTICE_BY, lang),
        on(lang),
    ]);
    let end = verb("end", desk::NOTICE_END).args([number(), says(), on(lang)]);
    command.subcommands([list, verb("show", desk::NOTICE_SHOW).arg(number()), send, answer, end])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    match words.subcommand() {
        Some(("send", words)) => send(context, &reader, words),
        Some(("answer", words)) => answer(context, &reader, words),
        Some(("end", words)) => end(context, &reader, words),
        Some(("show", words)) => show(context, &reader, number(words)?, context.day()),
        Some((_, words)) => list(context, &reader, Some(words)),
        None => list(context, &reader, None),
    }
}

fn number(words: &ArgMatches) -> Result<NoticeId, Error> {
    said::number(given(words, "notice").unwrap_or_default()).map(NoticeId)
}

fn list(context: &Context, reader: &Reader, words: Option<&ArgMatches>) -> Result<(), Error> {
    let (plan, lang, as_of) = (reader.plan(), context.lang, context.day());
    let typed = |name: &str| words.and_then(|w| given(w, name));
    let unit = typed("unit").map(|u| find_unit(plan, u, lang)).transpose()?;
    let task = typed("task").map(|t| find_task(plan, t)).transpose()?.map(|t| t.no);
    let all = words.is_some_and(|w| w.get_flag("all"));
    let office = reader.book(context.known_at)?;
    let shown = |n: &Notice| {
        n.on <= as_of
            && (all || n.stands_on(as_of))
            && unit.is_none_or(|u| n.units.contains(&u))
            && task.is_none_or(|t| n.tasks.contains(&t))
    };
    let found: Vec<_> = office.notices.iter().filter(|(_, n)| shown(n)).collect();
    let mut out = Out::new();
    if context.json {
        out.json(&found.iter().map(|(id, n)| json::notice_row(plan, *id, n, as_of)).collect::<Vec<_>>());
    } else if found.is_empty() {
        out.line(desk::NO_NOTICES.say(lang));
    } else {
        let mut table = Table::new(lang, &COLUMNS).right(&[0]);
        for (id, notice) in found {
            table.row(cells(plan, *id, notice, as_of, lang));
        }
        table.print(&mut out);
    }
    Ok(())
}

fn cells(plan: &Plan, id: NoticeId, notice: &Notice, as_of: Date, lang: Lang) -> [String; 8] {
    let (units, tasks) = named(plan, notice, lang);
    [
        id.0.to_string(),
        notice.kind.word().say(lang).to_owned(),
        notice.on.to_string(),
        notice.due.map(|d| d.to_string()).unwrap_or_default(),
        state(notice, as_of, lang),
        units,
        tasks,
        truncate(notice.text.lines().next().unwrap_or_default(), WORDS).into_owned(),
    ]
}

/// The names of its units and the numbers of its tasks.
fn named(plan: &Plan, notice: &Notice, lang: Lang) -> (String, String) {
    let comma = ui::LIST_COMMA.say(lang);
    let units: Vec<&str> = notice.units.iter().map(|u| plan.unit_name(*u)).collect();
    let tasks: Vec<String> = notice.tasks.iter().map(|t| t.0.to_string()).collect();
    (units.join(comma), tasks.join(comma))
}

/// Ended, answered, or how many answers are wanting.
pub(super) fn state(notice: &Notice, as_of: Date, lang: Lang) -> String {
    if !notice.stands_on(as_of) {
        return words::DEED_END.say(lang).to_owned();
    }
    match (notice.due, notice.unanswered(as_of).count()) {
        (None, _) => desk::STANDS.say(lang).to_owned(),
        (Some(_), 0) => desk::ALL_ANSWERED.say(lang).to_owned(),
        (Some(_), n) => desk::TO_ANSWER.with(lang, &[&n.to_string()]),
    }
}

/// All of one notice as of a day.
fn show(context: &Context, reader: &Reader, id: NoticeId, as_of: Date) -> Result<(), Error> {
    let (plan, lang) = (reader.plan(), context.lang);
    let office = reader.book(context.known_at)?;
    let notice = find(&office, id, as_of)?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::notice_row(plan, id, notice, as_of));
        return Ok(());
    }
    line(&mut out, plan, id, notice, as_of, lang);
    notice.text.lines().for_each(|text| out.line(&format!("  {text}")));
    for answer in notice.answers.iter().filter(|a| a.on <= as_of) {
        out.line(&format!("{} {}", answer.on, plan.unit_name(answer.unit)));
        answer.text.lines().for_each(|text| out.line(&format!("  {text}")));
    }
    if let Some((on, result)) = notice.ended.as_ref().filter(|(on, _)| *on <= as_of) {
        out.line(&format!("{on} {}", words::DEED_END.say(lang)));
        result.lines().for_each(|text| out.line(&format!("  {text}")));
    }
    Ok(())
}

/// The particulars of a notice on one line.
pub(super) fn line(out: &mut Out, plan: &Plan, id: NoticeId, notice: &Notice, as_of: Date, lang: Lang) {
    let (units, tasks) = named(plan, notice, lang);
    let due = notice.due.map(|d| format!(" {} {d}", desk::COL_ANSWER_DUE.say(lang))).unwrap_or_default();
    let tasks = if tasks.is_empty() { tasks } else { format!(" {} {tasks}", cli::COL_TASK.say(lang)) };
    let (kind, state) = (notice.kind.word().say(lang), state(notice, as_of, lang));
    out.line(&format!("#{} {} {kind} {units}{tasks}{due} {state}", id.0, notice.on));
}

fn find(office: &Office, id: NoticeId, as_of: Date) -> Result<&Notice, Error> {
    let found = office.notices.iter().find(|(known, n)| *known == id && n.on <= as_of);
    found.map(|(_, notice)| notice).ok_or(Error::Office(OfficeFault::NoNotice(id.0)))
}

fn send(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let (plan, lang) = (reader.plan(), context.lang);
    let tasks = find_tasks(plan, given(words, "task").unwrap_or_default())?;
    let notice = Notice {
        kind: coded::<NoticeKind>(given(words, "kind").unwrap_or_default(), "kind", lang)?,
        units: find_units(plan, given(words, "unit").unwrap_or_default(), lang)?,
        tasks,
        on: day(context, words)?,
        due: named_day(words, "due")?,
        text: text(words, "text")?,
        answers: Vec::new(),
        ended: None,
    };
    let on = notice.on;
    let mut writer = context.writer(reader)?;
    let id = ops::send(&mut writer, notice, context.actor(), context.clock)?;
    if context.json {
        return show(context, reader, id, on);
    }
    Out::new().line(&id.0.to_string());
    Ok(())
}

fn answer(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let (plan, lang) = (reader.plan().clone(), context.lang);
    let own = reader.book(None)?.duty(&context.actor().name).unit();
    let unit = match given(words, "unit") {
        Some(typed) => find_unit_to_write(&plan, typed, lang)?,
        None => own.ok_or(Error::Office(OfficeFault::Wanting("unit")))?,
    };
    let (id, on, said) = (number(words)?, day(context, words)?, text(words, "text")?);
    let mut writer = context.writer(reader)?;
    ops::answer(&mut writer, &plan, id, (unit, on), &said, context.actor(), context.clock)?;
    if context.json {
        return show(context, reader, id, on);
    }
    Out::new().line(&desk::ANSWERED.with(lang, &[&id.0.to_string(), plan.unit_name(unit)]));
    Ok(())
}

fn end(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let (id, on, said) = (number(words)?, day(context, words)?, text(words, "text")?);
    let mut writer = context.writer(reader)?;
    ops::end(&mut writer, id, on, &said, context.actor(), context.clock)?;
    if context.json {
        return show(context, reader, id, on);
    }
    Out::new().line(&desk::ENDED.with(context.lang, &[&id.0.to_string()]));
    Ok(())
}
