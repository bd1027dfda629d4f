//! What enters the ledger and leaves it as a file: sheets that units fill in, and the whole ledger as JSON.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod cut;
mod faults;
mod moved;
mod people;
mod round;
mod sheets;
#[path = "../support/cli.rs"]
mod support;

/// A sheet as CSV: heads, then rows.
fn csv(rows: &[&[&str]]) -> Vec<u8> {
    let mut to = csv::Writer::from_writer(Vec::new());
    for row in rows {
        to.write_record(*row).unwrap();
    }
    to.into_inner().unwrap()
}

/// The usual heads.
const HEAD: [&str; 6] = ["任务编号", "责任单位", "报送日期", "状态", "进度", "进展情况"];
