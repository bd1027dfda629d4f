//! A hundred thousand keys at random sizes.

use std::time::Instant;

use crate::driver::play;

#[test]
fn a_hundred_thousand_random_keys() {
    let first: u64 = std::env::var("SOAK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let start = Instant::now();
    let mut all = [0; 3];
    for seed in first..first + 10 {
        let played = play(seed, 10_000);
        all = [all[0] + played.acts, all[1] + played.starts, all[2] + played.looks];
        println!("seed {seed}: {played:?}");
    }
    println!(
        "soak: random keys, seeds {first} to {}: {} acts, {} starts, {} looks at the screen, no fault, {} s",
        first + 9,
        all[0],
        all[1],
        all[2],
        start.elapsed().as_secs()
    );
}
