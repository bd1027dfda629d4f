//! How the SSH server of this machine is set up, as far as a ledger's operators depend on it.
//!
//! Reads its settings as it does itself, with the files they include. Refuses to start a program for it, and to know
//! whom a `Match` holds for: what one says counts as said.

use std::path::{Path, PathBuf};

use super::{Finding, State};
use crate::strings::{Text, care};

/// Files that include files that include files: deeper than this is a circle.
const DEEPEST: usize = 16;
/// Variables that do no harm, besides all that begin with `LC_`: language, and whether the terminal has colours.
const HARMLESS: [&str; 4] = ["LANG", "LANGUAGE", "COLORTERM", "NO_COLOR"];

pub(super) fn findings(config: &Path) -> Vec<Finding> {
    if !config.exists() {
        return vec![Finding::ok("sshd", care::SSHD_NONE, vec![])];
    }
    let folder = config.parent().unwrap_or(Path::new("/"));
    let mut read = Settings { folder, lines: Vec::new(), unread: Vec::new() };
    read.file(config, false, 0);
    let checks = [read.alive(), read.accepted(), read.user_environment(), read.user_rc()];
    let mut found: Vec<Finding> = checks.into_iter().flatten().map(|fault| fault.told(config)).collect();
    found.extend(read.unread.iter().map(|path| {
        let parts = vec![path.display().to_string()];
        Finding::bad("sshd", State::Warn, care::SSHD_UNREAD, care::SSHD_UNREAD_CURE, parts)
    }));
    if found.is_empty() { vec![Finding::ok("sshd", care::SSHD_OK, vec![])] } else { found }
}

/// What is not as it should be, and the value that says so.
struct Fault {
    text: Text,
    cure: Text,
    value: String,
}

impl Fault {
    fn told(self, file: &Path) -> Finding {
        let parts = vec![self.value, file.display().to_string()];
        Finding::bad("sshd", State::Warn, self.text, self.cure, parts)
    }
}

/// One line: a keyword in small letters, and its words.
struct Setting {
    keyword: String,
    words: Vec<String>,
    /// Whether it holds for some only.
    matched: bool,
}

/// All lines in the order of reading.
struct Settings<'a> {
    folder: &'a Path,
    lines: Vec<Setting>,
    unread: Vec<PathBuf>,
}

impl Settings<'_> {
    fn file(&mut self, path: &Path, within: bool, depth: usize) {
        let Ok(bytes) = std::fs::read(path) else { return self.unread.push(path.to_owned()) };
        let mut matched = within;
        for (keyword, words) in String::from_utf8_lossy(&bytes).lines().filter_map(line) {
            match keyword.as_str() {
                "include" if depth < DEEPEST => {
                    for file in words.iter().flat_map(|pattern| included(self.folder, pattern)) {
                        self.file(&file, matched, depth + 1);
                    }
                }
                "match" => matched = within || !words.iter().all(|word| word.eq_ignore_ascii_case("all")),
                _ => self.lines.push(Setting { keyword, words, matched }),
            }
        }
    }

    fn all<'s>(&'s self, keyword: &'s str) -> impl Iterator<Item = &'s Setting> {
        self.lines.iter().filter(move |line| line.keyword == keyword)
    }

    /// The values that may be in force: the first that holds for everybody, or what it is without one, and those that
    /// hold for some.
    fn values(&self, keyword: &str, unset: &str) -> Vec<String> {
        let value = |line: &Setting| line.words.first().map(|word| word.to_ascii_lowercase());
        let global = self.all(keyword).filter(|line| !line.matched).find_map(value);
        let some = self.all(keyword).filter(|line| line.matched).filter_map(value);
        std::iter::once(global.unwrap_or_else(|| unset.to_owned())).chain(some).collect()
    }

    /// Whoever vanished without a word is asked after. One that is set for some only is taken to be for the operators.
    fn alive(&self) -> Option<Fault> {
        let none = |value: &String| {
            value.trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_matches('0').is_empty()
        };
        let interval = self.values("clientaliveinterval", "0");
        let (_, some) = interval.split_first()?;
        let asked = interval.iter().any(|value| !none(value)) && !some.iter().any(none);
        // With 0 it asks and never gives up.
        let given_up = !self.values("clientalivecountmax", "3").iter().any(none);
        let value = interval.iter().find(|value| none(value)).or(interval.first())?.clone();
        let fault = Fault { text: care::SSHD_ALIVE, cure: care::SSHD_ALIVE_CURE, value };
        (!asked || !given_up).then_some(fault)
    }

    fn accepted(&self) -> Option<Fault> {
        let harmless = |name: &&String| HARMLESS.contains(&name.as_str()) || name.starts_with("LC_");
        let names: Vec<&String> =
            self.all("acceptenv").flat_map(|line| &line.words).filter(|name| !harmless(name)).collect();
        let value = names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" ");
        let fault = Fault { text: care::SSHD_ENV, cure: care::SSHD_ENV_CURE, value };
        (!names.is_empty()).then_some(fault)
    }

    fn user_environment(&self) -> Option<Fault> {
        let value = self.values("permituserenvironment", "no").into_iter().find(|value| value != "no")?;
        Some(Fault { text: care::SSHD_USER_ENV, cure: care::SSHD_USER_ENV_CURE, value })
    }

    /// It is on unless it is turned off.
    fn user_rc(&self) -> Option<Fault> {
        let value = self.values("permituserrc", "yes").into_iter().find(|value| value != "no")?;
        Some(Fault { text: care::SSHD_RC, cure: care::SSHD_RC_CURE, value })
    }
}

/// A line's keyword and words; nothing for a remark.
fn line(line: &str) -> Option<(String, Vec<String>)> {
    let line = line.trim();
    let (keyword, rest) = line.split_at_checked(line.find([' ', '\t', '=']).unwrap_or(line.len()))?;
    let rest = rest.trim_start_matches([' ', '\t', '=']);
    let words =
        shell_words::split(rest).unwrap_or_else(|_| rest.split_whitespace().map(str::to_owned).collect());
    (!keyword.is_empty() && !keyword.starts_with('#')).then(|| (keyword.to_ascii_lowercase(), words))
}

/// The files that an `Include` names, in their order: a path, or a pattern for the names in one folder.
fn included(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let path = folder.join(pattern);
    let (Some(within), Some(pattern)) = (path.parent(), path.file_name().and_then(|name| name.to_str()))
    else {
        return Vec::new();
    };
    if !pattern.contains(['*', '?', '[']) {
        return if path.exists() { vec![path] } else { Vec::new() };
    }
    let entries = std::fs::read_dir(within).into_iter().flatten().flatten();
    let fits = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| !name.starts_with('.') && fits(pattern, name))
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(fits).collect();
    files.sort();
    files
}

/// Whether a name fits a pattern of `*` and `?`. A set in brackets is taken for any one sign: rather read too much.
fn fits(pattern: &str, name: &str) -> bool {
    let mut signs = pattern.chars();
    match signs.next() {
        None => name.is_empty(),
        Some('*') => name
            .char_indices()
            .map(|(at, _)| at)
            .chain([name.len()])
            .any(|at| name.get(at..).is_some_and(|rest| fits(signs.as_str(), rest))),
        Some(sign) => {
            let (sign, rest) = match (sign, signs.as_str().split_once(']')) {
                ('[', Some((_, rest))) => ('?', rest),
                _ => (sign, signs.as_str()),
            };
            let mut letters = name.chars();
            letters.next().is_some_and(|letter| sign == '?' || sign == letter) && fits(rest, letters.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::Said;
    use crate::strings::Lang;

    const GOOD: &str = "ClientAliveInterval 15\nAcceptEnv LANG LC_*\nPermitUserRC no\n";

    /// What is found in these files, each as its sentence, of which the first is the server's.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(dir.path().join("sshd_config.d")).expect("made");
        for (name, text) in files {
            std::fs::write(dir.path().join(name), text).expect("written");
        }
        let said = |finding: &Finding| match &finding.said {
            Said::Text(text, parts) => {
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                assert_eq!(finding.cure.is_some(), finding.state == State::Warn);
                text.with(Lang::En, &parts)
            }
            Said::Error(_) => panic!("no fault of the program"),
        };
        findings(&dir.path().join("sshd_config")).iter().map(said).collect()
    }

    /// What is found besides in a file that is otherwise as it should be.
    fn with(lines: &str) -> Vec<String> {
        found(&[("sshd_config", &format!("{lines}\n{GOOD}"))])
    }

    #[test]
    fn where_there_is_none_that_is_said_and_a_good_one_is_praised() {
        assert_eq!(found(&[]), ["no SSH server on this machine"]);
        assert_eq!(with(""), ["the SSH server is set up as it should be"]);
        assert_eq!(with("# PermitUserEnvironment yes\n\n  #AcceptEnv LD_PRELOAD"), with(""));
        assert_eq!(
            with("Subsystem sftp /usr/lib/sftp-server\nPort 22\nAcceptEnv COLORTERM NO_COLOR"),
            with("")
        );
    }

    #[test]
    fn as_it_comes_from_the_maker_nobody_is_asked_after_and_rc_files_run() {
        let said = found(&[("sshd_config", "AcceptEnv LANG LC_*\n")]);
        assert!(said.len() == 2 && said[0].contains("ClientAliveInterval 0"), "{said:?}");
        assert!(said[1].contains("PermitUserRC yes"), "{said:?}");
    }

    #[test]
    fn each_setting_that_does_harm_is_named() {
        for (lines, named) in [
            ("ClientAliveInterval 0", "ClientAliveInterval 0"),
            ("clientaliveinterval=0", "ClientAliveInterval 0"),
            ("ClientAliveCountMax 0", "ClientAliveInterval 15"),
            ("AcceptEnv LD_*", "LD_*"),
            ("AcceptEnv LANG \"GIT_*\" LC_ALL\nacceptenv *", "GIT_* *"),
            ("PermitUserEnvironment yes", "PermitUserEnvironment yes"),
            ("PermitUserEnvironment LANG,LD_*", "PermitUserEnvironment lang,ld_*"),
            ("PermitUserRC yes", "PermitUserRC yes"),
            (
                "Match User duban\n ClientAliveInterval 0\n PermitUserRC no\nMatch all",
                "ClientAliveInterval 0",
            ),
            ("Match User duban\n AcceptEnv EDITOR\nMatch all", "EDITOR"),
        ] {
            let said = with(lines);
            assert!(said.len() == 1 && said[0].contains(named), "{lines}: {said:?}");
        }
    }

    #[test]
    fn the_first_value_counts_and_a_match_is_for_some_only() {
        assert_eq!(with("PermitUserEnvironment no\nPermitUserEnvironment yes"), with(""));
        let own = "AcceptEnv LANG\nPermitUserRC no\nMatch Group duban\n ClientAliveInterval 1m\n";
        assert_eq!(found(&[("sshd_config", own)]), with(""), "set for the operators");
    }

    #[test]
    fn included_files_are_read_where_they_are_named() {
        let files = [
            (
                "sshd_config",
                "Include sshd_config.d/*.conf\nPermitUserRC yes\nClientAliveInterval 0\nAcceptEnv LANG",
            ),
            (
                "sshd_config.d/10-a.conf",
                "ClientAliveInterval 30s\nInclude other\nMatch User x\nX11Forwarding no",
            ),
            ("sshd_config.d/20-b.conf", "PermitUserRC no"),
            ("sshd_config.d/30-c.off", "AcceptEnv LD_PRELOAD"),
            ("sshd_config.d/.hidden.conf", "AcceptEnv LD_PRELOAD"),
            ("other", "Include other\nPermitUserEnvironment no"),
        ];
        assert_eq!(found(&files), with(""));
        let mut worse = files;
        worse[5].1 = "PermitUserEnvironment yes";
        assert!(found(&worse)[0].contains("PermitUserEnvironment yes"));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let said = found(&[("sshd_config", &format!("{GOOD}Include sshd_config.d"))]);
        assert!(said.len() == 1 && said[0].contains("sshd_config.d"), "{said:?}");
    }

    #[test]
    fn patterns() {
        for (pattern, name, fit) in [
            ("*.conf", "50-a.conf", true),
            ("*.conf", "a.conf.bak", false),
            ("5?-*", "50-a", true),
            ("5?-*", "5-a", false),
            ("[0-9]*.conf", "1.conf", true),
            ("*", "", true),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false),
        ] {
            assert_eq!(fits(pattern, name), fit, "{pattern} {name}");
        }
    }
}
