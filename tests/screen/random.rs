//! Any keys at any size on the whole program without threads: nothing panics, no glyph stands in the last column,
//! and the ledger stays what its history says.

#[path = "../support/monkey.rs"]
mod monkey;

use duban::tui::effect::Effect;

use super::support::Screen;
use monkey::{Act, Monkey};

const ACTS: usize = 500;

fn play(seed: u64) {
    let mut monkey = Monkey::new(seed);
    let mut screen = Screen::in_memory(80, 24);
    let mut done: Vec<Act> = Vec::new();
    for _ in 0..ACTS {
        let act = monkey.act();
        done.push(act.clone());
        match act {
            Act::Bytes(bytes) => drop(screen.bytes(&bytes)),
            // The terminal layer gives no size of nothing, and one column has no other.
            Act::Resize(columns, rows) => drop(screen.resize(columns.max(1), rows.max(1))),
            Act::Report => drop(screen.event(duban::tui::effect::Event::LookAgain)),
            Act::Stop | Act::Pause => {}
        }
        let (columns, _) = screen.model.size;
        for row in screen.rows() {
            let cells = duban::text::cells(&row);
            assert!(
                columns == 1 || cells < usize::from(columns),
                "seed {seed}, after {:?}: {row:?}",
                &done[done.len().saturating_sub(5)..]
            );
        }
        if screen.asked.contains(&Effect::Quit) {
            screen = screen.again();
        }
        screen.asked.clear();
    }
    screen.assert_sound();
}

#[test]
fn any_keys_at_any_size() {
    for seed in 1..=2 {
        play(seed);
    }
}
