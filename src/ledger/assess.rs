//! 考评: the rules by which a county counts points. None comes with the program; each is set or is not applied.

/// Points, in hundredths, so that halves and quarters stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Points(pub i64);

impl Points {
    /// So many times.
    #[must_use]
    pub fn times(self, count: usize) -> Self {
        Self(self.0.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// Together with others.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        Self(self.0.saturating_add(others.0))
    }
}

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match part {
            0 => write!(f, "{sign}{whole}"),
            part if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            part => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// The rules that are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Assess {
    /// What every unit begins with.
    pub start: Option<Points>,
    /// For each report that did not come.
    pub unreported: Option<Points>,
    /// For each that came late.
    pub late: Option<Points>,
    /// For each that was sent back.
    pub returned: Option<Points>,
    /// For each notice.
    pub notice: Option<Points>,
}

impl Assess {
    /// Whether any rule is set, so that there are points at all.
    #[must_use]
    pub fn is_set(&self) -> bool {
        *self != Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_exact_and_short() {
        for (hundredths, shown) in
            [(10_000, "100"), (-50, "-0.5"), (-1_025, "-10.25"), (0, "0"), (9_905, "99.05")]
        {
            assert_eq!(Points(hundredths).to_string(), shown);
        }
        assert_eq!(Points(-50).times(3).and(Points(10_000)).to_string(), "98.5");
    }
}
