//! The words of a plan.
//!
//! Owns one text type for all that a plan says. Those of the plan that comes with the program stand in the program and are
//! never copied: a look-up would otherwise copy the whole document to ask about a line of it. Refuses to be changed.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// Some words of a plan, as published.
#[derive(Clone)]
pub struct Words(Kept);

#[derive(Clone)]
enum Kept {
    /// From a plan's file.
    Read(String),
    /// Where they stand in the program, as a test holds. They are looked at as text when somebody reads them: to look through
    /// all of a document takes longer than to ask about a line of it.
    Ready(&'static [u8]),
}

impl Words {
    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Read(text) => text,
            Kept::Ready(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
        }
    }
}

impl Default for Words {
    fn default() -> Self {
        String::new().into()
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Words {}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(Kept::Read(text))
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        match words.0 {
            Kept::Read(text) => text,
            Kept::Ready(_) => words.as_str().to_owned(),
        }
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Words {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Words {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Words {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Words {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Words {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<Words> for String {
    fn eq(&self, other: &Words) -> bool {
        other.as_str() == self
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(to)
    }
}

/// Only from what lasts as long as the program, where a text is stored as its bytes: they need not be copied.
impl<'de: 'static> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Taken;

        impl<'de: 'static> Visitor<'de> for Taken {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words")
            }

            fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Words, E> {
                Ok(Words(Kept::Ready(bytes)))
            }
        }

        from.deserialize_bytes(Taken)
    }
}
