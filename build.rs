//! Tells the linker two things about the program that is shipped; what they bring stands in `benches/README.md`.
//!
//! Owns the order of the functions, from `data/layout.ld`, and that the library for unwinding is part of the program instead
//! of one more file to be opened at each start. Refuses to generate anything. A build without either does the same, with
//! more memory and time.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const LAYOUT: &str = "data/layout.ld";

/// Linkers that do not read such scripts.
const OTHERS: [&str; 2] = ["mold", "wild"];

fn main() {
    println!("cargo::rerun-if-changed={LAYOUT}");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if !is("PROFILE", "release") || !is("CARGO_CFG_TARGET_OS", "linux") {
        return;
    }
    if let (false, Ok(folder)) = (links_otherwise(), env::var("CARGO_MANIFEST_DIR")) {
        println!("cargo::rustc-link-arg-bins=-Wl,-T,{folder}/{LAYOUT}");
    }
    if let (true, Some(folder)) = (is("CARGO_CFG_TARGET_ENV", "gnu"), unwinder()) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}

fn links_otherwise() -> bool {
    let said = ["CARGO_ENCODED_RUSTFLAGS", "RUSTC_LINKER"].map(|name| env::var(name).unwrap_or_default());
    OTHERS.iter().any(|linker| said.iter().any(|words| words.contains(linker)))
}

/// Where the compiler of C has its library for unwinding as one that can be put into a program; nothing where the
/// program is made for another machine.
#[expect(clippy::disallowed_methods, reason = "a build asks the compiler, the program starts nothing")]
fn unwinder() -> Option<PathBuf> {
    if env::var("HOST").ok()? != env::var("TARGET").ok()? {
        return None;
    }
    let said = Command::new("cc").arg("-print-file-name=libgcc_eh.a").output().ok()?;
    let path = String::from_utf8(said.stdout).ok()?;
    let folder = Path::new(path.trim()).parent()?;
    folder.is_absolute().then(|| folder.to_owned())
}
