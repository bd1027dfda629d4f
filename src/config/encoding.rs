//! How characters become bytes where commands print them. JSON and the screen are always UTF-8.

use std::borrow::Cow;

/// How characters become bytes where commands print them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// GB18030, which has every character; what GBK has is the same in both.
    Gb18030,
}

impl Encoding {
    /// Their names, in this order.
    pub const NAMES: [&str; 2] = ["utf-8", "gb18030"];

    /// The one of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let [utf8, gb18030] = Self::NAMES;
        match name {
            _ if name == utf8 => Some(Self::Utf8),
            _ if name == gb18030 => Some(Self::Gb18030),
            _ => None,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let [utf8, gb18030] = Self::NAMES;
        match self {
            Self::Utf8 => utf8,
            Self::Gb18030 => gb18030,
        }
    }

    /// The bytes of a text.
    #[must_use]
    pub fn bytes(self, text: &str) -> Cow<'_, [u8]> {
        match self {
            Self::Utf8 => Cow::Borrowed(text.as_bytes()),
            Self::Gb18030 => encoding_rs::GB18030.encode(text).0,
        }
    }
}
