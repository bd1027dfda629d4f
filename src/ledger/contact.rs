//! 联系人: whom one calls at a unit. Set by the office or the unit itself; the published plan names nobody.

/// Whom one calls; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// 分管领导.
    pub leader: String,
    /// 联络员.
    pub person: String,
    /// 电话.
    pub phone: String,
}

impl Contact {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.said().is_empty()
    }

    /// Whom one calls and where: 联络员, else 分管领导, and 电话.
    #[must_use]
    pub fn said(&self) -> String {
        let who = if self.person.is_empty() { &self.leader } else { &self.person };
        format!("{who} {}", self.phone).trim().to_owned()
    }
}
