//! The backup of the day, made behind the back of whoever saves first on the screen.

use std::time::{Duration, Instant};

use crate::pty::Run;
use crate::support::{DUBAN, Home};

fn autos(home: &Home) -> Vec<String> {
    let Ok(listed) = std::fs::read_dir(home.path("data/duban/ledger.db-backups")) else { return Vec::new() };
    let names = listed.map(|e| e.unwrap().file_name().into_string().unwrap());
    names.filter(|n| !n.contains("-new-") && !n.ends_with("-open")).collect()
}

/// Reports twice on the screen.
fn sit_down(home: &Home) {
    let run =
        Run::new(DUBAN).env("HOME", home.path("home")).env("DUBAN_DB", home.db()).arg("--lang").arg("zh");
    let mut pty = run.start();
    pty.wait_for_text("q退出");
    pty.send("14");
    pty.wait_for_text(">14");
    for text in ["受理41件", "受理42件"] {
        pty.send("a");
        pty.wait_for_text("填报 14");
        pty.send(text);
        pty.wait_for_text(text);
        pty.send("\r");
        pty.wait_for_text("已保存 14");
    }
    let until = Instant::now() + Duration::from_secs(5);
    while autos(home).is_empty() && !home.path("home/.config").exists() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    pty.send("q");
    pty.send("q");
    let _ = pty.wait_exit();
}

#[test]
fn the_first_save_of_a_day_is_followed_by_a_backup() {
    let home = Home::new();
    home.run(["init"]).ok();
    sit_down(&home);
    let made = autos(&home);
    assert!(made.len() == 1 && made[0].starts_with("ledger.db-auto-"), "{made:?}");
    let path = home.path("data/duban/ledger.db-backups").join(&made[0]);
    home.run(["--db", path.to_str().unwrap(), "verify"]).ok();
    // Not twice a day, whoever it is.
    sit_down(&home);
    assert_eq!(autos(&home), made);
}

#[test]
fn whoever_wants_none_gets_none() {
    let home = Home::new();
    home.run(["init"]).ok();
    std::fs::create_dir_all(home.path("home/.config/duban")).unwrap();
    std::fs::write(home.path("home/.config/duban/config.toml"), "backup_keep = 0\n").unwrap();
    sit_down(&home);
    assert_eq!(autos(&home), [""; 0]);
}
