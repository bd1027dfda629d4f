//! The table of keys: what each does and where, and what help and the footer say of it.
//!
//! Owns every binding. Dispatch, footer, help and README are all made from this one table. Refuses to know what
//! a command does to the model.

use crossterm::event::KeyCode;

pub use super::key::Key;
use crate::strings::{Text, keys as say};

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// The next row.
    Next,
    /// The row before.
    Previous,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The text one page on; the list where there is no text.
    PageDown,
    /// The text one page back.
    PageUp,
    /// The pane at the other side.
    OtherPane,
    /// The pane to the left.
    LeftPane,
    /// The list.
    ListPane,
    /// The next tab of the detail.
    NextTab,
    /// The tab before.
    PreviousTab,
    /// Go in: the text on the whole screen, or the choice of a pane.
    Enter,
    /// Back to where one was.
    Back,
    /// Choose a unit, group or status.
    Pick,
    /// The next role in the round.
    Role,
    /// The next alarm in the round.
    Alarm,
    /// Look for words.
    Find,
    /// Clear the filter.
    Clear,
    /// Mark the row, or take its mark away, and go on.
    Mark,
    /// Write a report of one line.
    Report,
    /// Write a report in the whole form.
    Form,
    /// Write the newest entry anew.
    Edit,
    /// Report with another status.
    Status,
    /// Delete the newest entry.
    Delete,
    /// Take the last change back.
    Undo,
    /// Bring what was taken back again.
    Redo,
    /// The next place that holds the words looked for.
    NextHit,
    /// The one before.
    PreviousHit,
    /// The whole at a glance.
    Overview,
    /// Who has reported for the period.
    Reports,
    /// Saved views.
    Views,
    /// What waits to be reviewed.
    Review,
    /// What the office can do about the task.
    Office,
    /// Whom one calls at the unit.
    Contact,
    /// What there is to do.
    Desk,
    /// A document of what is shown, to a file.
    Export,
    /// Language and the like.
    Settings,
    /// The menu of actions.
    Menu,
    /// All keys.
    Help,
    /// Draw everything again.
    Redraw,
    /// Stop the program as shells do.
    Suspend,
    /// Back, and at last out.
    Quit,
    /// Out at once.
    Leave,
    /// What vim hands press before `q`: only says how to leave.
    Colon,
}

/// Under which heading help lists a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// 移动.
    Move,
    /// 查看.
    Look,
    /// 填写.
    Write,
    /// 办公室.
    Office,
    /// 其他.
    Other,
}

impl Section {
    /// All, in the order of help, with their headings.
    pub const ALL: [(Self, Text); 5] = [
        (Self::Move, say::MOVE),
        (Self::Look, say::LOOK),
        (Self::Write, say::WRITE),
        (Self::Office, say::OFFICE),
        (Self::Other, say::OTHER),
    ];
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What it asks for.
    pub command: Command,
    /// The keys, the one to show first at the front.
    pub keys: &'static [Key],
    /// Where help lists it.
    pub section: Section,
    /// What help says.
    pub help: Text,
    /// What the footer says behind the first key, for the keys that stand there.
    pub footer: Option<Text>,
}

const fn row(
    command: Command,
    keys: &'static [Key],
    section: Section,
    help: Text,
    footer: Option<Text>,
) -> Binding {
    Binding { command, keys, section, help, footer }
}

use Key::{Char, Code, Ctrl};

/// Every key of the main screen. Digits are not here: they are the tasks' own.
pub const BINDINGS: &[Binding] = &[
    row(Command::Next, &[Char('j'), Code(KeyCode::Down)], Section::Move, say::NEXT, None),
    row(Command::Previous, &[Char('k'), Code(KeyCode::Up)], Section::Move, say::PREVIOUS, None),
    row(Command::First, &[Char('g'), Code(KeyCode::Home)], Section::Move, say::FIRST, None),
    row(Command::Last, &[Char('G'), Code(KeyCode::End)], Section::Move, say::LAST, None),
    row(
        Command::PageDown,
        &[Code(KeyCode::PageDown), Char('J'), Ctrl('d')],
        Section::Move,
        say::PAGE_DOWN,
        None,
    ),
    row(Command::PageUp, &[Code(KeyCode::PageUp), Char('K'), Ctrl('u')], Section::Move, say::PAGE_UP, None),
    row(Command::OtherPane, &[Code(KeyCode::Tab), Code(KeyCode::BackTab)], Section::Move, say::PANE, None),
    row(Command::LeftPane, &[Char('h'), Code(KeyCode::Left)], Section::Move, say::LEFT_PANE, None),
    row(Command::ListPane, &[Char('l'), Code(KeyCode::Right)], Section::Move, say::LIST_PANE, None),
    row(Command::NextTab, &[Char(']')], Section::Move, say::NEXT_TAB, None),
    row(Command::PreviousTab, &[Char('[')], Section::Move, say::PREVIOUS_TAB, None),
    row(Command::Enter, &[Code(KeyCode::Enter)], Section::Move, say::ENTER, None),
    row(Command::Back, &[Code(KeyCode::Backspace), Ctrl('h'), Ctrl('g')], Section::Move, say::BACK, None),
    row(Command::Mark, &[Char(' ')], Section::Write, say::MARK, None),
    row(Command::Report, &[Char('a'), Char('+')], Section::Write, say::REPORT, Some(say::F_REPORT)),
    row(Command::Form, &[Char('A')], Section::Write, say::FORM, None),
    row(Command::Edit, &[Char('e')], Section::Write, say::EDIT, Some(say::F_EDIT)),
    row(Command::Status, &[Char('s')], Section::Write, say::STATUS, Some(say::F_STATUS)),
    row(Command::Delete, &[Char('d')], Section::Write, say::DELETE, None),
    row(Command::Undo, &[Char('z')], Section::Write, say::UNDO, Some(say::F_UNDO)),
    row(Command::Redo, &[Char('Z')], Section::Write, say::REDO, None),
    row(Command::Pick, &[Char('u')], Section::Look, say::PICK, Some(say::F_PICK)),
    row(Command::Role, &[Char('r')], Section::Look, say::ROLE, Some(say::F_ROLE)),
    row(Command::Alarm, &[Char('!')], Section::Look, say::ALARM, Some(say::F_ALARM)),
    row(Command::Find, &[Char('/')], Section::Look, say::FIND, Some(say::F_FIND)),
    row(Command::NextHit, &[Char('n')], Section::Look, say::NEXT_HIT, None),
    row(Command::PreviousHit, &[Char('N')], Section::Look, say::PREVIOUS_HIT, None),
    row(Command::Clear, &[Char('c'), Code(KeyCode::Esc)], Section::Look, say::CLEAR, Some(say::F_CLEAR)),
    row(Command::Overview, &[Char('o')], Section::Look, say::OVERVIEW, Some(say::F_OVERVIEW)),
    row(Command::Reports, &[Char('p')], Section::Look, say::REPORTS, Some(say::F_REPORTS)),
    row(Command::Desk, &[Char('w')], Section::Look, say::DESK, None),
    row(Command::Views, &[Char('b'), Char(';')], Section::Look, say::VIEWS, None),
    row(Command::Export, &[Char('x')], Section::Look, say::EXPORT, None),
    row(Command::Review, &[Char('v')], Section::Office, say::REVIEW, Some(say::F_REVIEW)),
    row(Command::Office, &[Char('t')], Section::Office, say::ACTS, Some(say::F_ACTS)),
    row(Command::Contact, &[Char('C')], Section::Office, say::CONTACT, None),
    row(Command::Menu, &[Char('.')], Section::Other, say::MENU, Some(say::F_MENU)),
    row(Command::Settings, &[Char(',')], Section::Other, say::SETTINGS, None),
    row(Command::Help, &[Char('?')], Section::Other, say::HELP, Some(say::F_HELP)),
    row(Command::Redraw, &[Ctrl('l')], Section::Other, say::REDRAW, None),
    row(Command::Suspend, &[Ctrl('z')], Section::Other, say::SUSPEND, None),
    row(Command::Quit, &[Char('q')], Section::Other, say::QUIT, Some(say::F_QUIT)),
    row(Command::Leave, &[Ctrl('c')], Section::Other, say::LEAVE, None),
    row(Command::Colon, &[Char(':')], Section::Other, say::COLON, None),
];

/// The actions of the menu, numbered from 1.
pub const MENU: &[Command] = &[
    Command::Report,
    Command::Edit,
    Command::Status,
    Command::Undo,
    Command::Pick,
    Command::Role,
    Command::Alarm,
    Command::Find,
    Command::Clear,
];

/// What a key asks for on the main screen.
#[must_use]
pub fn command(key: Key) -> Option<Command> {
    BINDINGS.iter().find(|b| b.keys.contains(&key)).map(|b| b.command)
}

/// The row of a command.
#[must_use]
pub fn binding(command: Command) -> Option<&'static Binding> {
    BINDINGS.iter().find(|b| b.command == command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEvent, KeyModifiers};

    #[test]
    fn no_key_means_two_things() {
        let all: Vec<Key> = BINDINGS.iter().flat_map(|b| b.keys.iter().copied()).collect();
        for (i, key) in all.iter().enumerate() {
            assert!(!all[i + 1..].contains(key), "{} stands twice", key.name());
        }
    }

    #[test]
    fn no_command_stands_twice() {
        for (i, b) in BINDINGS.iter().enumerate() {
            assert!(!BINDINGS[i + 1..].iter().any(|o| o.command == b.command), "{:?}", b.command);
        }
    }

    #[test]
    fn every_action_has_a_way_without_keys_that_clients_swallow() {
        let swallowed = |k: &Key| {
            matches!(
                k,
                Key::Code(KeyCode::Esc | KeyCode::F(_)) | Key::Ctrl('a' | 'b' | 'n' | 't' | 'v' | 'w')
            )
        };
        for b in BINDINGS {
            assert!(b.keys.iter().any(|k| !swallowed(k)), "{:?}", b.command);
        }
    }

    #[test]
    fn digits_belong_to_the_tasks() {
        for b in BINDINGS {
            assert!(!b.keys.iter().any(|k| matches!(k, Key::Char('0'..='9'))), "{:?}", b.command);
        }
    }

    #[test]
    fn tilde_is_left_to_ssh() {
        assert!(!BINDINGS.iter().any(|b| b.keys.contains(&Key::Char('~'))));
    }

    #[test]
    fn the_menu_names_commands_of_the_table() {
        assert!(MENU.len() <= 9 && MENU.iter().all(|c| binding(*c).is_some_and(|b| b.footer.is_some())));
    }

    #[test]
    fn control_and_alt_are_not_the_plain_key() {
        let with = |c, m| Key::of(KeyEvent::new(KeyCode::Char(c), m)).and_then(command);
        assert_eq!(with('q', KeyModifiers::NONE), Some(Command::Quit));
        assert_eq!(with('q', KeyModifiers::CONTROL), None);
        assert_eq!(with('j', KeyModifiers::CONTROL), None);
        assert_eq!(with('j', KeyModifiers::ALT), None);
    }
}
