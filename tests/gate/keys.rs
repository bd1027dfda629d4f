//! Operators' keys from a shell, and the file that sshd reads.

use crate::desk::{Desk, OFFICE, REPORTER};
use crate::support::is_raw;

#[test]
fn a_key_is_added_shown_written_for_sshd_and_removed() {
    let desk = Desk::new();
    let (file, fingerprint) = desk.key(REPORTER, "pc");
    let public = std::fs::read_to_string(file.with_extension("pub")).unwrap();
    let [kind, key] = [0, 1].map(|at| public.split(' ').nth(at).unwrap());
    assert!(desk.says("operator show wang").contains(&fingerprint));
    let line = desk.says("operator authorized-keys");
    let db = desk.home.db().canonicalize().unwrap();
    assert_eq!(
        line,
        format!(
            "restrict,pty,command=\"{} gate --operator wang --db {}\" {kind} {key} wang",
            crate::support::DUBAN,
            db.display()
        )
    );
    // sshd asks with the account and the key, and only for the account that answers.
    let me = duban::ops::local_actor().name;
    assert_eq!(desk.says(&format!("operator authorized-keys {me} {kind} {key}")), line);
    assert_eq!(desk.says(&format!("operator authorized-keys {me} {kind} {}", key.replace('A', "B"))), "");
    assert_eq!(desk.says(&format!("operator authorized-keys somebody {kind} {key}")), "");
    let json = desk.home.json(["operator", "show", "wang"]);
    assert_eq!(json["keys"][0]["fingerprint"], fingerprint);
    assert_eq!(desk.home.run(["operator", "key", "remove", "wang", "2"]).code, 3);
    assert_eq!(desk.home.run(["operator", "key", "remove", "wang", "SHA256:no"]).code, 3);
    assert!(desk.says("operator key remove wang 1").contains(&fingerprint));
    assert_eq!(desk.says("operator authorized-keys"), "");
    desk.home.run(["verify"]).ok();
}

#[test]
fn one_key_is_one_persons_and_stays_when_they_are_listed_anew() {
    let desk = Desk::new();
    let (file, fingerprint) = desk.key(REPORTER, "pc");
    let line = std::fs::read_to_string(file.with_extension("pub")).unwrap();
    let refused = desk.home.run(["operator", "key", "add", OFFICE, line.trim()]).refused(2);
    assert!(refused.contains("wang") && refused.contains(&fingerprint), "{refused}");
    desk.home.run(["operator", "key", "add", "nobody", line.trim()]).refused(3);
    desk.says("operator disable wang");
    assert_eq!(desk.says("operator authorized-keys"), "", "a disabled operator has no line");
    desk.says("operator add wang --role viewer");
    assert!(desk.says("operator authorized-keys").contains("wang"));
    desk.home.call(["operator", "key", "remove", "wang", fingerprint.as_str()]).run().ok();
    desk.home.call(["operator", "key", "add", "li", "-"]).stdin(line).run().ok();
}

#[test]
fn what_is_no_key_is_refused_and_a_comment_can_do_nothing() {
    let desk = Desk::new();
    let (file, _) = desk.key(OFFICE, "pc");
    let line = std::fs::read_to_string(file.with_extension("pub")).unwrap();
    let before = desk.home.rows();
    for wrong in [
        format!("command=\"id\" {line}"),
        format!("no-pty {line}"),
        "ssh-ed25519 AAAA".to_owned(),
        format!("ssh-rsa {}", line.split(' ').nth(1).unwrap()),
        std::fs::read_to_string(&file).unwrap(),
        "x".to_owned(),
    ] {
        let call = desk.home.call(["operator", "key", "add", "wang", "-"]).stdin(wrong);
        call.run().refused(2);
    }
    assert_eq!(desk.home.rows(), before);
    let (other, _) = desk.key(OFFICE, "other");
    let line = std::fs::read_to_string(other.with_extension("pub")).unwrap();
    desk.says("operator key remove li 2");
    let hostile = line.trim().replace("other", "\u{1b}]52;c;x\u{7} \u{202e}\" command=\"id\" \u{9b}2J");
    desk.home.call(["operator", "key", "add", "li", "-"]).stdin(hostile).run().ok();
    for words in
        ["operator show li", "operator show li --json", "operator list --json", "operator authorized-keys"]
    {
        let said = desk.says(words);
        assert_eq!(said.chars().find(|c| is_raw(*c)), None, "{words}: {said}");
    }
    let lines = desk.says("operator authorized-keys");
    assert_eq!(
        (lines.lines().count(), lines.matches("command=").count(), lines.contains("]52")),
        (2, 2, false)
    );
}
