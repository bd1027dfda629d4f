//! Decimals as the document and the units write them.
//!
//! Owns exact decimal numbers: a number keeps its spelling and is compared by its value, without floats. Refuses
//! anything but ASCII digits with at most one point and a leading minus, and numbers of more than
//! [`Decimal::MAX_DIGITS`] digits, so that no comparison can overflow.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A decimal number that keeps its spelling. `3.0` equals `3` but is shown as `3.0`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    text: String,
    /// The digits without the point, signed.
    mantissa: i64,
    /// How many of the digits stand after the point.
    scale: u32,
}

/// Why a text is no [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalError {
    /// It is empty.
    Empty,
    /// It holds more than [`Decimal::MAX_DIGITS`] digits.
    TooLong,
    /// It is not ASCII digits with at most one point between digits and at most one leading minus.
    Malformed,
}

impl Decimal {
    /// Most digits a number may have, before and after the point together. Two such numbers can be brought to
    /// one scale within an `i128`.
    pub const MAX_DIGITS: usize = 18;

    /// The number as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How `numerator / base`, times `per` (100 for percent), compares with this number, exactly. `None` where
    /// the base is nothing: a rate of no cases is not judged.
    #[must_use]
    pub fn compare_ratio(&self, numerator: u32, base: u32, per: u32) -> Option<Ordering> {
        if base == 0 {
            return None;
        }
        let ratio = i128::from(numerator) * i128::from(per) * 10i128.pow(self.scale);
        Some(ratio.cmp(&(i128::from(self.mantissa) * i128::from(base))))
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        if text.is_empty() {
            return Err(DecimalError::Empty);
        }
        let (negative, bare) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = bare.split_once('.').map_or((bare, None), |(w, f)| (w, Some(f)));
        let part_ok = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !part_ok(whole) || !fraction.is_none_or(part_ok) {
            return Err(DecimalError::Malformed);
        }
        let fraction = fraction.unwrap_or_default();
        if whole.len() + fraction.len() > Self::MAX_DIGITS {
            return Err(DecimalError::TooLong);
        }
        let digits = whole.bytes().chain(fraction.bytes()).fold(0i64, |n, b| n * 10 + i64::from(b - b'0'));
        let scale = u32::try_from(fraction.len()).map_err(|_| DecimalError::TooLong)?;
        Ok(Self { text: text.to_owned(), mantissa: if negative { -digits } else { digits }, scale })
    }
}

impl TryFrom<String> for Decimal {
    type Error = DecimalError;

    fn try_from(text: String) -> Result<Self, DecimalError> {
        text.parse()
    }
}

impl From<Decimal> for String {
    fn from(number: Decimal) -> Self {
        number.text
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.mantissa) * 10i128.pow(other.scale);
        left.cmp(&(i128::from(other.mantissa) * 10i128.pow(self.scale)))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    /// By value, as equality is: trailing zeros after the point do not count.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (mut mantissa, mut scale) = (self.mantissa, self.scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        (mantissa, scale).hash(state);
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty number",
            Self::TooLong => "number with too many digits",
            Self::Malformed => "not a decimal number",
        })
    }
}

impl std::error::Error for DecimalError {}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::hash::{BuildHasher, RandomState};

    use proptest::prelude::*;

    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn spelling_is_kept_and_value_compared() {
        assert_eq!(dec("3.0"), dec("3"));
        assert_eq!(dec("3.0").to_string(), "3.0");
        assert_eq!(format!("{:>5}|", dec("3.50")), " 3.50|");
        assert_eq!(dec("-0"), dec("0.00"));
        assert!(dec("3.49") < dec("3.5"));
        assert!(dec("-2") < dec("-1.99"));
        assert!(dec("100") > dec("99.9999999999999"));
        let state = RandomState::new();
        assert_eq!(state.hash_one(dec("3.50")), state.hash_one(dec("3.5")));
        assert_eq!(state.hash_one(dec("0.0")), state.hash_one(dec("-0")));
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!("".parse::<Decimal>(), Err(DecimalError::Empty));
        for bad in
            ["３", "3．5", "+3", "1e3", ".5", "5.", "1.2.3", "1,000", " 3", "3%", "-", "--3", "٣", "NaN"]
        {
            assert_eq!(bad.parse::<Decimal>(), Err(DecimalError::Malformed), "{bad}");
        }
    }

    #[test]
    fn the_largest_numbers_compare_without_overflow() {
        let most = "9".repeat(Decimal::MAX_DIGITS);
        let finest = format!("0.{}1", "0".repeat(Decimal::MAX_DIGITS - 2));
        assert!(dec(&finest) < dec(&most));
        assert!(dec(&format!("-{most}")) < dec(&finest));
        assert_eq!(dec(&finest).compare_ratio(u32::MAX, 1, u32::MAX), Some(Ordering::Greater));
        assert_eq!(format!("1{most}").parse::<Decimal>(), Err(DecimalError::TooLong));
        assert_eq!("9".repeat(100_000).parse::<Decimal>(), Err(DecimalError::TooLong));
    }

    #[test]
    fn a_rate_is_held_exactly() {
        assert_eq!(dec("3").compare_ratio(3, 100, 100), Some(Ordering::Equal));
        assert_eq!(dec("3").compare_ratio(2, 67, 100), Some(Ordering::Less));
        assert_eq!(dec("33.3").compare_ratio(1, 3, 100), Some(Ordering::Greater));
        assert_eq!(dec("3").compare_ratio(0, 0, 100), None);
        assert_eq!(dec("-1").compare_ratio(0, 5, 100), Some(Ordering::Greater));
    }

    proptest! {
        #[test]
        fn order_is_that_of_integers_at_one_scale(a in -999_999i64..999_999, b in -999_999i64..999_999) {
            let spell = |n: i64| format!("{}{}.{:03}", if n < 0 { "-" } else { "" }, n.abs() / 1000, n.abs() % 1000);
            prop_assert_eq!(dec(&spell(a)).cmp(&dec(&spell(b))), a.cmp(&b));
        }

        #[test]
        fn no_text_panics(text in "[-+.0-9０-９e ]{0,40}") {
            let _ = text.parse::<Decimal>();
        }
    }
}
