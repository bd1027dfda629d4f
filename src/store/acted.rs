//! Reading the record of what the office did.

use rusqlite::Row;

use super::{Reader, StoreError, acts, rows};
use crate::clock::Instant;
use crate::ledger::{Acted, Coded, Deed};

/// Every state that an act of the office ever had. They are few: what units report is not among them. The join is
/// crossed, because the planner would as soon go through the whole record.
const ACTED: &str = "SELECT h.seq, h.at, h.operator, h.origin, h.action, h.kind, h.object, h.body
  FROM act a CROSS JOIN history h ON h.kind = a.kind AND h.object = a.object";

impl Reader {
    /// Everything the office did, newest first; with a moment, up to that.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn acted(&self, known_at: Option<Instant>) -> Result<Vec<Acted>, StoreError> {
        let mut statement = self.db.prepare_cached(ACTED)?;
        let mut found = statement.query([])?;
        let mut all = Vec::new();
        while let Some(r) = found.next()? {
            let acted = self.one(r)?;
            all.extend(Some(acted).filter(|a| known_at.is_none_or(|at| a.at <= at)));
        }
        all.sort_by_key(|a| std::cmp::Reverse(a.seq));
        Ok(all)
    }

    fn one(&self, r: &Row<'_>) -> Result<Acted, StoreError> {
        let (kind, object): (String, String) = (r.get(5)?, r.get(6)?);
        let body: Option<String> = r.get(7)?;
        let act = body.as_deref().map(|body| acts::known(&self.plan, &kind, &object, body)).transpose()?;
        Ok(Acted {
            seq: r.get(0)?,
            at: Instant(r.get(1)?),
            operator: r.get(2)?,
            origin: r.get(3)?,
            deed: rows::parsed(r, 4, Deed::parse)?,
            kind,
            object,
            body,
            act,
        })
    }
}
