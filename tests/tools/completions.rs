//! What a real shell offers with Tab: the shell loads the script and calls the program through it.

use std::path::Path;
use std::process::Command;

use crate::support::{DUBAN, Home};
use crate::{of_help, verbs};

/// A call of bash or another shell in the home, with the program on its path.
fn shell(home: &Home, program: &str, script: &str) -> String {
    let folder = Path::new(DUBAN).parent().unwrap().display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap());
    let mut call = Command::new(program);
    call.env_clear().env("PATH", path).env("HOME", home.path("home")).env("DUBAN_DB", home.db());
    let said = call.env("LC_ALL", "C.UTF-8").args(["-c", script]).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

/// What bash offers behind each row of words, the last of them still being typed.
fn offered(home: &Home, rows: &[&[&str]]) -> Vec<Vec<String>> {
    let mut script = "eval \"$(duban completions bash)\"; complete -p duban >/dev/null || exit 1; COMP_TYPE=9
        of=$(complete -p duban); of=${of##*-F }; of=${of%% *}
        ask() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
          \"$of\" duban \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"
          printf '%s\\t' \"${COMPREPLY[@]}\"; echo; }\n"
        .to_owned();
    for row in rows {
        let words: Vec<String> = row.iter().map(|w| format!("'{w}'")).collect();
        script += &["ask duban ", &words.join(" "), "\n"].concat();
    }
    // The program's own separator within a row is a vertical tab.
    let said = shell(home, "bash", &script);
    let parts = |l: &str| l.split(['\t', '\u{b}']).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    said.lines().map(parts).collect()
}

#[test]
fn every_verb_and_option_of_help_is_offered() {
    let home = Home::new();
    let verbs = verbs(&home);
    let rows: Vec<Vec<&str>> =
        std::iter::once(vec![""]).chain(verbs.iter().map(|v| vec![v.as_str(), "--"])).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let found = offered(&home, &rows);
    for verb in &verbs {
        assert!(found[0].contains(verb), "{verb} {:?}", found[0]);
    }
    for (verb, offers) in verbs.iter().zip(&found[1..]) {
        for option in of_help(&home, &[verb]).0 {
            assert!(offers.contains(&option), "{verb} {option} {offers:?}");
        }
    }
    assert!(!home.db().exists(), "asking made a ledger");
}

#[test]
fn values_are_those_of_the_ledger() {
    let home = Home::new();
    home.run(["period", "open", "2025B3", "--on", "2025-05-01"]).ok();
    let notice = "notice send remind --unit sfj --task 14 --on 2025-06-01 请报";
    home.run(notice.split(' ')).ok();
    home.run(["view", "save", "6", "红灯", "light:red"]).ok();
    let rows: [(&[&str], &[&str]); 15] = [
        (&["sta"], &["status"]),
        (&["list", "--unit", "sifaju"], &["县司法局"]),
        (&["list", "--unit", "司法"], &["县司法局"]),
        (&["add", "14", "--unit", "县司"], &["县司法局"]),
        (&["show", "2"], &["2", "20", "21"]),
        (&["list", "--light", "re"], &["red"]),
        (&["list", "--status", "d"], &["done", "dropped"]),
        (&["missing", "--period", "20"], &["2025B3"]),
        (&["period", "close", ""], &["2025B3"]),
        (&["notice", "answer", ""], &["1"]),
        (&["settings", "near"], &["near_days"]),
        (&["operator", "add", "wang", "--role", "re"], &["reporter"]),
        (&["list", "--view", ""], &["1", "2", "3", "4", "5", "6"]),
        (&["completions", "z"], &["zsh"]),
        (&["--lang", ""], &["zh", "en"]),
    ];
    let asked: Vec<&[&str]> = rows.iter().map(|(row, _)| *row).collect();
    for ((row, wanted), found) in rows.iter().zip(offered(&home, &asked)) {
        let plain: Vec<&str> = found.iter().map(String::as_str).filter(|w| !w.starts_with('-')).collect();
        let values: Vec<&str> =
            plain.into_iter().filter(|w| !["list", "open", "close"].contains(w)).collect();
        assert_eq!(&values, wanted, "{row:?}");
    }
}

#[test]
fn a_shell_that_is_not_served_is_named() {
    let home = Home::new();
    let said = home.run(["completions", "tcsh"]).refused(2);
    assert!(said.contains("bash, zsh, fish"), "{said}");
    for shell in ["bash", "zsh", "fish"] {
        assert!(home.run(["completions", shell]).ok().contains("DUBAN_COMPLETE"), "{shell}");
    }
}

#[test]
fn zsh_takes_what_does_not_begin_as_typed() {
    let script = Home::new().run(["completions", "zsh"]).ok();
    assert_eq!(script.matches("other -U").count(), 1, "the library's script is another: {script}");
}

#[cfg(feature = "soak")]
#[test]
fn fish_and_zsh_load_their_scripts() {
    let home = Home::new();
    for (typed, wanted) in [
        ("list --unit sifaju", "县司法局\t"),
        ("show 2", "2\t"),
        ("list --view ", "1\t"),
        ("sta", "status\t"),
    ] {
        let fish = format!("duban completions fish | source; complete -C 'duban {typed}'");
        let offered = shell(&home, "fish", &fish);
        assert!(offered.starts_with(wanted), "{typed}: {offered}");
    }
    let zsh = "autoload -U compinit; compinit -u -D; eval \"$(duban completions zsh)\"; print $_comps[duban]";
    assert!(shell(&home, "zsh", zsh).contains("duban"));
}
