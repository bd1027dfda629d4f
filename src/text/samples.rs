//! What the tests of this folder share: the official text, and strings that are hard on purpose.

use proptest::prelude::*;

/// The document itself.
pub const OFFICIAL: &str = include_str!("../../data/official.txt");

/// Strings mixing hanzi, Chinese and ASCII punctuation, words, numbers, combining marks, emoji, and anything.
pub fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[县司法局复议案件年月日天项个]{1,6}",
        3 => "[，。；：、！？）》」』】”’…—·“‘（《「『【〔〕①℃×]",
        3 => "[,.;:!?)\\]}%(\\[{]",
        3 => "[a-zA-Z]{1,9}",
        3 => "[0-9]{1,5}(\\.[0-9]{1,2})?[%％℃天个件月]?",
        3 => " {1,3}",
        1 => "\n",
        1 => "e\u{301}|👨‍👩‍👧|🇨🇳|⚠️|한국|が|Å|é|　|〔2022〕70号",
        1 => any::<char>().prop_map(|c| if c == '\r' { 'r' } else { c }.to_string()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|v| v.concat())
}
