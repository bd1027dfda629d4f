//! 常用视图: conditions that the office keeps under a number and a name.

/// The numbers that are the office's own; those before them come with the program.
pub const OWN_VIEWS: std::ops::RangeInclusive<u8> = 6..=9;

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The digit that opens it.
    pub number: u8,
    /// What it is called.
    pub name: String,
    /// Its conditions in codes; nothing once it was removed.
    pub line: Option<String>,
}
