//! How the SSH server of this machine is set up, as far as a ledger's operators depend on it.
//!
//! Reads its settings as it does itself, with the files they include. Refuses to start a program for it, and to know
//! whom a `Match` holds for: what one says counts as said.

mod read;

use std::path::Path;

use read::Settings;

use super::{Finding, State};
use crate::strings::{Text, care};

/// Variables that do no harm, besides all that begin with `LC_`: language, and whether the terminal has colours.
const HARMLESS: [&str; 4] = ["LANG", "LANGUAGE", "COLORTERM", "NO_COLOR"];

/// `keyed` is how many people log in with a key of theirs.
pub(super) fn findings(config: &Path, keyed: usize) -> Vec<Finding> {
    if !config.exists() {
        return vec![Finding::ok("sshd", care::SSHD_NONE, vec![])];
    }
    let read = Settings::read(config);
    let mut checks = vec![read.alive(), read.accepted(), read.user_environment(), read.user_rc()];
    if keyed > 0 {
        checks.extend([read.exposed(), read.starts(keyed), read.names()]);
    }
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

impl Settings {
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
        let value =
            self.for_operators("permituserenvironment", "no").into_iter().find(|value| value != "no")?;
        Some(Fault { text: care::SSHD_USER_ENV, cure: care::SSHD_USER_ENV_CURE, value })
    }

    /// It is on unless it is turned off.
    fn user_rc(&self) -> Option<Fault> {
        let value = self.for_operators("permituserrc", "yes").into_iter().find(|value| value != "no")?;
        Some(Fault { text: care::SSHD_RC, cure: care::SSHD_RC_CURE, value })
    }

    /// Without this nobody knows which key was used.
    fn exposed(&self) -> Option<Fault> {
        let value = self.for_operators("exposeauthinfo", "no").into_iter().find(|value| value != "yes")?;
        Some(Fault { text: care::SSHD_EXPOSE, cure: care::SSHD_EXPOSE_CURE, value })
    }

    /// From so many logins that are not through yet, some are turned away.
    fn starts(&self, keyed: usize) -> Option<Fault> {
        let value = self.values("maxstartups", "10:30:100").into_iter().next()?;
        let first = value.split(':').next().and_then(|n| n.parse().ok()).unwrap_or(usize::MAX);
        let fault = Fault { text: care::SSHD_STARTS, cure: care::SSHD_STARTS_CURE, value };
        (first < keyed).then_some(fault)
    }

    /// A login must not wait for a name server.
    fn names(&self) -> Option<Fault> {
        let value = self.for_operators("usedns", "no").into_iter().find(|value| value != "no")?;
        Some(Fault { text: care::SSHD_NAMES, cure: care::SSHD_NAMES_CURE, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::Said;
    use crate::strings::Lang;

    const GOOD: &str = "ClientAliveInterval 15\nAcceptEnv LANG LC_*\nPermitUserRC no\nExposeAuthInfo yes\nMaxStartups 200:30:400\n";

    /// People with keys.
    const KEYED: usize = 40;

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
        findings(&dir.path().join("sshd_config"), KEYED).iter().map(said).collect()
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
        let names =
            ["ClientAliveInterval 0", "PermitUserRC yes", "ExposeAuthInfo no", "MaxStartups 10:30:100"];
        assert!(
            said.len() == 4 && names.iter().zip(&said).all(|(name, said)| said.contains(name)),
            "{said:?}"
        );
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
            ("ExposeAuthInfo no", "ExposeAuthInfo no"),
            ("MaxStartups 39:1:99", "MaxStartups 39:1:99"),
            ("UseDNS yes", "UseDNS yes"),
            ("Match User duban\n PermitUserRC yes\nMatch all", "PermitUserRC yes"),
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
        let own = "AcceptEnv LANG\nMaxStartups 40\nMatch Group duban\n ClientAliveInterval 1m\n ExposeAuthInfo yes\n \
                   PermitUserRC no";
        assert_eq!(found(&[("sshd_config", own)]), with(""), "set for the operators");
    }

    #[test]
    fn included_files_are_read_where_they_are_named() {
        let files = [
            (
                "sshd_config",
                "Include sshd_config.d/*.conf\nPermitUserRC yes\nClientAliveInterval 0\nAcceptEnv LANG\nExposeAuthInfo yes\nMaxStartups 40",
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
    fn what_the_guide_says_is_as_it_should_be() {
        for guide in [include_str!("../../../docs/deploy.md"), include_str!("../../../docs/deploy.zh-CN.md")]
        {
            let (_, block) = guide.split_once("    Match User ledger\n").expect("the lines of sshd_config");
            let block: Vec<&str> = block.lines().take_while(|line| line.starts_with("        ")).collect();
            assert!(block.len() > 8, "{block:?}");
            let config = format!(
                "AcceptEnv LANG LC_*\nMaxStartups 200:30:400\nMatch User ledger\n{}",
                block.join("\n")
            );
            assert_eq!(found(&[("sshd_config", &config)]), with(""));
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let said = found(&[("sshd_config", &format!("{GOOD}Include sshd_config.d"))]);
        assert!(said.len() == 1 && said[0].contains("sshd_config.d"), "{said:?}");
    }
}
