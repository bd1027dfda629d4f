//! A short run of any keys at any size; the long one is in `soak/`.

use crate::driver::play;

#[test]
fn any_keys_at_any_size_on_the_real_program() {
    let played = play(7, 1_200);
    println!("{played:?}");
    assert!(played.acts == 1_200 && played.looks > 10, "{played:?}");
}
