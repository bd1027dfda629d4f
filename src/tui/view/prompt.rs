//! The lines asked for before the office does something.

use ratatui::layout::Position;

use super::super::model::Model;
use super::super::office::{Asked, Prompt};
use super::super::several::Several;
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::fitting;
use super::{foot, settings, theme};
use crate::ledger::Coded;
use crate::plan::TaskNo;
use crate::strings::{Lang, conditions, office as say, several as all, words};
use crate::text::{cells, window};

/// The lines asked for, over the bottom rows. Where the caret stands.
pub fn draw(model: &Model, prompt: &Prompt, layout: &Layout, canvas: &mut Canvas<'_>) -> Position {
    let lang = model.lang;
    let rows = u16::try_from(prompt.lines.len()).unwrap_or(1);
    let first = (layout.foot + 1).saturating_sub(rows);
    for y in first.saturating_sub(1)..=layout.foot {
        canvas.blank(0, y, layout.width);
    }
    let title = title(model, prompt);
    let room = usize::from(layout.width).saturating_sub(cells(&title) + 2);
    let keys = fitting([say::PROMPT_KEYS, say::PROMPT_KEYS_SHORT].map(|k| k.say(lang)), room);
    let head = format!("{title}  {keys}");
    canvas.put(0, first.saturating_sub(1), usize::from(layout.width), &head, theme::STRONG);
    let label_width = prompt.lines.iter().map(|(label, _)| cells(label.say(lang))).max().unwrap_or(0);
    let x = u16::try_from(label_width).unwrap_or(0) + 3;
    let room = usize::from(layout.width.saturating_sub(x + 1));
    let mut caret = Position::new(x, first);
    for (at, (y, (label, editor))) in (first..).zip(&prompt.lines).enumerate() {
        let here = at == prompt.at;
        canvas.put(0, y, 1, if here { ">" } else { " " }, theme::STRONG);
        canvas.put(2, y, label_width, label.say(lang), theme::PLAIN);
        let (_, shown, column) = window(editor.text(), editor.caret(), room);
        canvas.put(x, y, room, shown, theme::PLAIN);
        if here {
            caret = Position::new(x + u16::try_from(column).unwrap_or(0), y);
        }
    }
    foot::said_above(model, first.saturating_sub(2), layout, canvas);
    caret
}

fn title(model: &Model, prompt: &Prompt) -> String {
    let lang = model.lang;
    let of = |text: crate::strings::Text, task: u16| format!("{} {task}", text.say(lang));
    match &prompt.what {
        Asked::Send(kind, ..) => kind.word().say(lang).to_owned(),
        Asked::Withdraw(task) => of(words::DEED_WITHDRAW, task.0),
        Asked::Set(setting) => {
            let parts = [setting.word().say(lang), &settings::value(model, *setting)];
            format!("{}  {}", parts.join(" "), settings::choices(*setting, lang)).trim_end().to_owned()
        }
        Asked::Answer(id, unit) => {
            format!("{} {} {}", say::ANSWER.say(lang), id.0, model.plan().unit_name(*unit))
        }
        Asked::End(id) => format!("{} {}", say::END.say(lang), id.0),
        Asked::Close(task) => of(say::CLOSE, task.0),
        Asked::Reopen(task) => of(say::REOPEN, task.0),
        Asked::Extend(task) => of(say::EXTEND, task.0),
        Asked::Several(what, tasks) => several_title(*what, tasks, lang),
        Asked::KeepView(_) => conditions::SAVE_VIEW.say(lang).to_owned(),
        Asked::DropView => conditions::DROP_VIEW.say(lang).to_owned(),
        Asked::Contact(unit) => conditions::CONTACT_OF.with(lang, &[model.plan().unit_name(*unit)]),
        Asked::Return(id, _) => format!("{} #{}", words::RETURNED.say(lang), id.0),
    }
}

/// What is done, with how many tasks and which.
fn several_title(what: Several, tasks: &[TaskNo], lang: Lang) -> String {
    let done = match what {
        Several::Report => all::REPORT.say(lang),
        Several::Status(status) => status.word().say(lang),
        Several::Append => all::APPEND.say(lang),
        Several::Send(kind) => kind.word().say(lang),
    };
    let named: Vec<String> = tasks.iter().map(|t| t.0.to_string()).collect();
    all::TITLE.with(lang, &[done, &tasks.len().to_string(), &named.join(" ")])
}
