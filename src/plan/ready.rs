//! The embedded plan as it comes out of the loader, so that nobody who opens a usual ledger has to read and check
//! the file again: that took longer than the question that was asked.
//!
//! Owns `data/plan.bin` and `data/plan.sha256`, which a test holds to what the loader makes of `data/plan.toml`. Refuses every other plan.

use super::faults::Fault;
use super::{EMBEDDED, Plan, load};

/// [`EMBEDDED`], read and checked when the program was made.
const READY: &[u8] = include_bytes!("../../data/plan.bin");

/// The digest of [`EMBEDDED`], in hexadecimal digits.
pub const EMBEDDED_SHA256: &str = include_str!("../../data/plan.sha256").trim_ascii();

/// What [`load`] makes of [`EMBEDDED`].
///
/// # Errors
/// As [`load`].
pub fn embedded() -> Result<Plan, Vec<Fault>> {
    postcard::from_bytes(READY).or_else(|_| load(EMBEDDED))
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn what_is_ready_is_what_the_loader_makes() {
        let loaded = load(EMBEDDED).expect("the plan");
        let wanted = postcard::to_allocvec(&loaded).expect("bytes");
        let digest =
            Sha256::digest(EMBEDDED).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        if std::env::var_os("DUBAN_WRITE_PLAN").is_some() && (wanted != READY || digest != EMBEDDED_SHA256) {
            let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
            std::fs::write(format!("{data}/plan.bin"), wanted).expect("written");
            std::fs::write(format!("{data}/plan.sha256"), digest + "\n").expect("written");
            return;
        }
        assert!(
            wanted == READY && digest == EMBEDDED_SHA256,
            "behind plan.toml: DUBAN_WRITE_PLAN=1 cargo test --locked --lib plan::ready"
        );
        let ready: Plan = postcard::from_bytes(READY).expect("a plan");
        assert_eq!(format!("{ready:?}"), format!("{loaded:?}"));
    }
}
