//! Loader.
use super::Plan;
/// Fault.
#[derive(Debug)]
pub struct Fault;
/// Load.
///
/// # Errors
/// All faults.
pub fn load(_toml: &str) -> Result<Plan, Vec<Fault>> {
    Err(vec![])
}
