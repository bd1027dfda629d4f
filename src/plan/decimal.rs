//! Decimals as the document writes them.

/// A decimal number that keeps its spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal(String);
