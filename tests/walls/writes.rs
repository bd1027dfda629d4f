//! What writes begins as a writer, in one place: a transaction that first reads and then writes is refused at once by
//! SQLite when somebody else wrote between, however long it would wait.

use crate::source::{all, code};

#[test]
fn every_transaction_that_writes_is_begun_in_one_place_and_immediately() {
    let mut found = Vec::new();
    for source in all().into_iter().filter(|s| !s.name.ends_with("_tests.rs")) {
        let tests = source.text.find("#[cfg(test)]").unwrap_or(source.text.len());
        for line in code(&source.text[..tests]).lines() {
            let begins = [
                "Transaction::new",
                ".transaction(",
                ".transaction_with_behavior(",
                "unchecked_transaction(",
            ];
            if begins.iter().any(|b| line.contains(b)) {
                found.push(format!("{}: {}", source.name, line.trim()));
            }
        }
        if source.name.starts_with("store/") {
            for word in ["\"BEGIN", "Deferred"] {
                assert!(
                    !source.text[..tests].contains(word),
                    "src/{} begins a transaction by {word}",
                    source.name
                );
            }
        }
    }
    let allowed = [
        // Looks at what an import would do, and writes nothing.
        "store/batch.rs: let tx = self.db.transaction().map_err(StoreError::from)?;",
        // Ledgers that nobody else has yet.
        "store/bulk.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        "store/bulk.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        "store/create.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        // An old ledger, under the turn.
        "store/migrate.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        // Shows what would be chosen, and writes nothing.
        "store/purge.rs: let tx = self.db.transaction().map_err(StoreError::from)?;",
        // A copy that nobody else has; then a question whether anybody has the file; then the copy again.
        "store/restore.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        "store/restore.rs: db.transaction_with_behavior(TransactionBehavior::Exclusive)?.commit()?;",
        "store/restore.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        // A ledger made of an export, which nobody else has yet.
        "store/take_in.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        "store/take_in.rs: let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;",
        // Reading only: the connection refuses writes.
        "store/then.rs: let tx = self.db.unchecked_transaction()?;",
        // A plan made anew in memory, to compare with.
        "store/verify.rs: let tx = anew.transaction()?;",
        "store/wait.rs: match Transaction::new_unchecked(db, TransactionBehavior::Immediate).map_err(StoreError::from) {",
    ];
    assert_eq!(found, allowed);
}
