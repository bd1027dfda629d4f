-- Schema 2. A body goes only under the record that says so: the newest row, about the same entry, just written.
DROP TRIGGER history_no_update;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history WHEN NOT (NEW.body IS NULL AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.operator = OLD.operator AND NEW.key_fp = OLD.key_fp AND NEW.origin = OLD.origin AND NEW.kind = OLD.kind AND NEW.object = OLD.object AND NEW.action = OLD.action AND NEW.plan IS OLD.plan AND NEW.task IS OLD.task AND NEW.unit IS OLD.unit AND NEW.stands IS OLD.stands AND NEW.undoes IS OLD.undoes AND NEW.body_sha = OLD.body_sha AND NEW.hash = OLD.hash AND OLD.kind = 'entry' AND EXISTS (SELECT 1 FROM history p WHERE p.seq = (SELECT max(seq) FROM history) AND p.kind = 'purge' AND p.object = OLD.object)) BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- What was written again since a moment: with it, the ledger as it was known then costs the same at any size.
CREATE INDEX entry_changed ON entry(updated_at, created_at, task, unit) WHERE revision > 1;
-- The plan belongs into a unit's log, or each of its rows is read to see it.
DROP INDEX entry_unit;
CREATE INDEX entry_unit ON entry(plan, unit, day, id) WHERE deleted_at IS NULL;
