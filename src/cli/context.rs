//! What every verb needs: which ledger, which day, which language.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use clap::ArgMatches;
use jiff::civil::Date;

use super::args::Said;
use crate::clock::{Clock, Instant};
use crate::config::Config;
use crate::error::Error;
use crate::ledger::{Actor, parse_day, parse_moment};
use crate::ops::local_actor;
use crate::plan::{EMBEDDED, Plan, UnitIx};
use crate::query::{Filter, Names, TextFilter, find_unit, find_view, shown, views};
use crate::store::{
    Filesystem, LedgerFile, Reader, Scope, Snapshot, When, Writer, create, default_path, filesystem,
};
use crate::strings::{Lang, errors};

/// The circumstances of one call.
#[derive(Debug, Clone)]
pub struct Context {
    /// The ledger's file.
    pub path: PathBuf,
    /// Whether it may be made where there is none: where nobody named another.
    first_run: bool,
    /// The day that lights are for, if one was named.
    pub as_of: Option<Date>,
    /// The moment whose record is looked at, if one was named.
    pub known_at: Option<Instant>,
    /// The language of the interface.
    pub lang: Lang,
    /// Who said which language.
    pub(super) lang_said: Said,
    /// Who said which ledger.
    pub(super) path_said: Said,
    /// Where the time comes from.
    pub clock: Clock,
    /// Who acts; asked of the system where somebody does.
    who: Arc<OnceLock<Actor>>,
    /// The view to open, if one was named.
    pub view: Option<String>,
    /// What was set.
    pub config: Config,
    /// Whether machine output was asked for.
    pub(super) json: bool,
    /// Whether a look may take the ledger for a file that rests.
    glances: bool,
}

impl Context {
    /// Reads the options that every verb has.
    pub(super) fn new(matches: &ArgMatches, lang: (Lang, Said), config: Config) -> Result<Self, Error> {
        let (lang, lang_said) = lang;
        let named = matches.get_one::<String>("db").map(|db| (db.into(), Said::Option("--db")));
        let from_env = || std::env::var_os("DUBAN_DB").filter(|v| !v.is_empty());
        let from_env = || Some((PathBuf::from(from_env()?), Said::Variable("DUBAN_DB")));
        let usual = || Some((default_path()?, Said::Nobody));
        let (path, path_said) = named.or_else(from_env).or_else(usual).ok_or(Error::NoHome)?;
        let first_run = default_path().is_some_and(|usual| usual == path);
        let plain = Self::plain(path, lang);
        Self { first_run, lang_said, path_said, config, ..plain }.asked(matches)
    }

    /// One ledger that is there, and nothing from the environment.
    pub(super) fn plain(path: PathBuf, lang: Lang) -> Self {
        Self {
            path,
            first_run: false,
            as_of: None,
            known_at: None,
            lang,
            lang_said: Said::Nobody,
            path_said: Said::Nobody,
            clock: Clock::System,
            who: Arc::default(),
            view: None,
            config: Config::default(),
            json: false,
            glances: true,
        }
    }

    /// The same for somebody who is known.
    pub(super) fn of(self, actor: Actor) -> Self {
        Self { who: Arc::new(actor.into()), ..self }
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        self.who.get_or_init(local_actor)
    }

    /// The same for another ledger, which somebody named.
    pub(super) fn at(&self, path: PathBuf) -> Self {
        Self { path, first_run: false, ..self.clone() }
    }

    /// With the days and the form of output that the words name.
    pub(super) fn asked(self, matches: &ArgMatches) -> Result<Self, Error> {
        let as_of =
            matches.get_one::<String>("as-of").map(|d| parse_day(d)).transpose().map_err(Error::Day)?;
        let known_at = matches.get_one::<String>("known-at").map(|t| parse_moment(t));
        let known_at = known_at.transpose().map_err(Error::Moment)?;
        let view = matches.get_one::<String>("view").cloned();
        Ok(Self { as_of, known_at, view, json: matches.get_flag("json"), ..self })
    }

    /// Whether there is a terminal to open the screen on.
    pub(super) fn has_terminal(&self) -> bool {
        let capable = can_address_cursor(std::env::var("TERM").ok().as_deref());
        !self.json && capable && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }

    /// Whether these words open the screen.
    pub(super) fn opens_screen(&self, matches: &ArgMatches) -> bool {
        matches.subcommand_name().is_none() && self.has_terminal()
    }

    /// The ledger. At the usual place it is made from the embedded plan if there is none yet; a path that somebody
    /// named is mistyped sooner than new.
    ///
    /// # Errors
    /// What stands in the way of opening or making it.
    pub fn reader(&self) -> Result<Reader, Error> {
        self.be_there()?;
        Ok(Reader::open(&self.path)?)
    }

    /// The same for a verb that only looks, and reads all that it tells before it tells any of it: it may have to ask anew.
    ///
    /// # Errors
    /// As [`Context::reader`].
    pub(super) fn glance(&self) -> Result<Reader, Error> {
        if !self.glances {
            return self.reader();
        }
        self.be_there()?;
        Ok(Reader::glance(&self.path)?)
    }

    /// The same for asking anew, beside those who write.
    pub(super) fn steady(&self) -> Self {
        Self { glances: false, ..self.clone() }
    }

    fn be_there(&self) -> Result<(), Error> {
        self.must_be_local()?;
        if self.first_run && LedgerFile::look(&self.path)? == LedgerFile::Missing {
            create(&self.path, EMBEDDED, self.actor(), self.clock.now())?;
        }
        Ok(())
    }

    /// On a file system that is shared over a network, locks and syncing cannot be relied on.
    pub(super) fn must_be_local(&self) -> Result<(), Error> {
        match filesystem(&self.path) {
            Filesystem::Network(kind) if !self.config.any_filesystem => {
                Err(Error::Filesystem(self.path.clone(), kind))
            }
            _ => Ok(()),
        }
    }

    /// The same ledger for writing.
    ///
    /// # Errors
    /// What stands in the way of opening it.
    pub fn writer(&self, reader: &Reader) -> Result<Writer, Error> {
        if self.known_at.is_some() {
            return Err(Error::Usage(errors::LOOK_ONLY, String::new(), String::new()));
        }
        Ok(Writer::open(&self.path, reader.plan().clone())?)
    }

    /// The same through the connection that read it, for whoever has read all there is to be asked.
    ///
    /// # Errors
    /// As [`Context::writer`].
    pub fn writer_instead_of(&self, reader: Reader) -> Result<Writer, Error> {
        if self.known_at.is_some() {
            return self.writer(&reader);
        }
        Ok(Writer::instead_of(reader)?)
    }

    /// The day that lights are for: the one named, else that of the moment named, else today.
    #[must_use]
    pub fn day(&self) -> Date {
        let today = self.clock.today();
        self.as_of.or(self.known_at.map(|at| at.local().date().min(today))).unwrap_or(today)
    }

    /// Up to when reports and the record count.
    #[must_use]
    pub fn when(&self) -> When {
        When { until: self.day(), known_at: self.known_at }
    }

    /// The ledger as of that day.
    ///
    /// # Errors
    /// What the store says.
    pub fn snapshot(&self, reader: &Reader) -> Result<Snapshot, Error> {
        Ok(reader.snapshot(self.day(), self.clock.today(), self.known_at)?)
    }

    /// The same with the standings of some pairs only. Machine output says of each row what other units and numbers are
    /// in trouble, and so asks for all.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn snapshot_of(&self, reader: &Reader, scope: Scope) -> Result<Snapshot, Error> {
        let scope = if self.json { Scope::All } else { scope };
        Ok(reader.snapshot_of(scope, self.day(), self.clock.today(), self.known_at)?)
    }

    /// A unit named by an option, if it was given.
    pub(super) fn unit(&self, plan: &Plan, words: &ArgMatches) -> Result<Option<UnitIx>, Error> {
        words.get_one::<String>("unit").map(|typed| find_unit(plan, typed, self.lang)).transpose()
    }

    /// What a view shows, words looked for in the reports too.
    ///
    /// # Errors
    /// Where there is no such view, or it needs a unit that the operator has not, or what the store says.
    pub fn view(&self, reader: &Reader, snapshot: &Snapshot, typed: &str) -> Result<Filter, Error> {
        let names = Names::new(&snapshot.plan, self.lang);
        let view = find_view(&views(snapshot, &names, &self.actor().name, self.lang), typed, self.lang)?;
        let mut filter = shown(snapshot, &names, self.lang, &view)?;
        if let Some(text) = &mut filter.text {
            let in_entries = reader.tasks_mentioning(&text.words, filter.unit, self.when())?;
            *text = TextFilter::new(&snapshot.plan, &names, &text.words, &in_entries);
        }
        Ok(filter)
    }

    /// A filter for one unit.
    pub(super) fn of_unit(unit: UnitIx) -> Filter {
        Filter { unit: Some(unit), ..Filter::default() }
    }
}

/// Whether a terminal of this `TERM` can show a screen: not when it is `dumb` or unset.
fn can_address_cursor(term: Option<&str>) -> bool {
    !matches!(term.map(str::trim), None | Some("" | "dumb" | "unknown"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_dumb_terminal_is_refused() {
        for term in
            ["xterm", "xterm-256color", "linux", "vt100", "screen", "tmux-256color", "putty", "x; $(id)"]
        {
            assert!(can_address_cursor(Some(term)), "{term}");
        }
        for term in [None, Some(""), Some(" "), Some("dumb"), Some("unknown")] {
            assert!(!can_address_cursor(term), "{term:?}");
        }
    }
}
