//! The program: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    duban::cli::run(std::env::args_os(), duban::tui::run)
}
