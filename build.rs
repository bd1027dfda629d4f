//! Tells the linker three things about the program that is shipped; what they bring stands in `benches/README.md`.
//!
//! Owns the order of functions and constants, from `data/layout.ld`, that the library for unwinding is part of the program
//! instead of one more file to be opened at each start, and that addresses to be set right at a start are written in short.
//! Refuses to generate anything. A build without these does the same, with more memory and time.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

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
    if !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    if let Some(folder) = file_of_cc("libgcc_eh.a").as_deref().and_then(Path::parent) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
    if file_of_cc("libc.so.6").is_some_and(|libc| reads_short_addresses(&libc)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

fn links_otherwise() -> bool {
    let said = ["CARGO_ENCODED_RUSTFLAGS", "RUSTC_LINKER"].map(|name| env::var(name).unwrap_or_default());
    OTHERS.iter().any(|linker| said.iter().any(|words| words.contains(linker)))
}

/// Where the compiler of C has this library; nothing where it has none, or where the program is made for another machine.
#[expect(clippy::disallowed_methods, reason = "a build asks the compiler, the program starts nothing")]
fn file_of_cc(library: &str) -> Option<PathBuf> {
    if env::var("HOST").ok()? != env::var("TARGET").ok()? {
        return None;
    }
    let said = Command::new("cc").arg(format!("-print-file-name={library}")).output().ok()?;
    let path = PathBuf::from(String::from_utf8(said.stdout).ok()?.trim());
    path.is_absolute().then_some(path)
}

/// Whether this C library starts programs whose relative addresses are packed (`DT_RELR`, glibc 2.36): it says so by a version.
fn reads_short_addresses(libc: &Path) -> bool {
    const VERSION: &[u8] = b"GLIBC_ABI_DT_RELR";
    fs::read(libc).is_ok_and(|bytes| bytes.windows(VERSION.len()).any(|part| part == VERSION))
}
