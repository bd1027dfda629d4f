-- Schema 1. application_id and user_version are set by the program, beside this text.
-- Instants: INTEGER, milliseconds UTC. Days: TEXT 'YYYY-MM-DD'. Codes: TEXT, the ones machine output prints.
-- Rows point at the plan by code, never by rowid. date(x,'+0 days') because date(x) alone accepts 31 February.
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The plan: body is the TOML it was loaded from; the tables below it say the same for SQL.
CREATE TABLE plan(id TEXT PRIMARY KEY, doc_no TEXT NOT NULL UNIQUE, title TEXT NOT NULL, body TEXT NOT NULL, sha256 BLOB NOT NULL CHECK(length(sha256) = 32)) STRICT, WITHOUT ROWID;
CREATE TABLE task(plan TEXT NOT NULL REFERENCES plan, no INTEGER NOT NULL CHECK(no > 0), grp INTEGER NOT NULL CHECK(grp > 0), title TEXT NOT NULL, PRIMARY KEY(plan, no)) STRICT, WITHOUT ROWID;
CREATE TABLE unit(code TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK(kind IN ('named', 'collective')), sort INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
CREATE TABLE unit_alias(alias TEXT PRIMARY KEY, unit TEXT NOT NULL REFERENCES unit) STRICT, WITHOUT ROWID;
CREATE TABLE unit_member(collective TEXT NOT NULL REFERENCES unit, unit TEXT NOT NULL REFERENCES unit, PRIMARY KEY(collective, unit)) STRICT, WITHOUT ROWID;
CREATE TABLE assignment(plan TEXT NOT NULL, task INTEGER NOT NULL, sort INTEGER NOT NULL, unit TEXT NOT NULL REFERENCES unit, role TEXT NOT NULL CHECK(role IN ('lead', 'support')), as_written TEXT NOT NULL, PRIMARY KEY(plan, task, sort), UNIQUE(plan, task, unit), FOREIGN KEY(plan, task) REFERENCES task) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assignment_lead ON assignment(plan, task) WHERE role = 'lead';
CREATE INDEX assignment_unit ON assignment(unit, plan, task);

-- The work.
CREATE TABLE entry(
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL,
  task INTEGER NOT NULL,
  unit TEXT NOT NULL REFERENCES unit,
  period TEXT NOT NULL CHECK(period GLOB '[0-9][0-9][0-9][0-9][BMQ]*'),
  day TEXT NOT NULL CHECK(date(day, '+0 days') IS day),
  status TEXT NOT NULL CHECK(status IN ('not_started', 'on_track', 'behind', 'done', 'standing', 'dropped')),
  percent INTEGER CHECK(percent BETWEEN 0 AND 100),
  progress TEXT NOT NULL CHECK(length(progress) BETWEEN 1 AND 20000 AND instr(progress, char(0)) = 0 AND progress NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  problems TEXT NOT NULL DEFAULT '' CHECK(length(problems) <= 20000 AND instr(problems, char(0)) = 0 AND problems NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  next_steps TEXT NOT NULL DEFAULT '' CHECK(length(next_steps) <= 20000 AND instr(next_steps, char(0)) = 0 AND next_steps NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  reporter TEXT NOT NULL CHECK(length(reporter) <= 100 AND reporter NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  typed_by TEXT NOT NULL CHECK(length(typed_by) <= 100 AND typed_by NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK(revision > 0),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  FOREIGN KEY(plan, task) REFERENCES task
) STRICT;
CREATE INDEX entry_latest ON entry(plan, task, unit, day, id) WHERE deleted_at IS NULL; -- a pair's standing on any day
CREATE INDEX entry_task ON entry(plan, task, day, id) WHERE deleted_at IS NULL; -- a task's pages, newest first, no sort
CREATE INDEX entry_unit ON entry(unit, day, id) WHERE deleted_at IS NULL; -- a unit's log
CREATE INDEX entry_day ON entry(day, id) WHERE deleted_at IS NULL; -- the log of all
CREATE INDEX entry_done ON entry(plan, task, unit, day) WHERE status = 'done' AND deleted_at IS NULL; -- when a yearly duty was last said to be done

-- Derived: the latest live entry of a pair by (day, id), and how many there are. Written again from entry_latest
-- after every change, never added to. No foreign key to entry: it makes this row's writing forty times dearer.
CREATE TABLE standing(plan TEXT NOT NULL, task INTEGER NOT NULL, unit TEXT NOT NULL, entry INTEGER NOT NULL, entries INTEGER NOT NULL CHECK(entries > 0), PRIMARY KEY(plan, task, unit)) STRICT, WITHOUT ROWID;

-- The record. seq has no gaps and at never goes back. stands is the pair's standing entry after this change.
-- body is the state after as canonical JSON, or NULL once purged; hash chains every column but body and hash.
CREATE TABLE history(
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  operator TEXT NOT NULL,
  key_fp TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  object TEXT NOT NULL,
  action TEXT NOT NULL,
  plan TEXT,
  task INTEGER,
  unit TEXT,
  stands INTEGER,
  undoes INTEGER,
  body TEXT,
  body_sha BLOB NOT NULL CHECK(length(body_sha) = 32),
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE INDEX history_object ON history(kind, object, seq);
CREATE INDEX history_pair ON history(plan, task, unit, seq) WHERE kind = 'entry';
CREATE INDEX history_operator ON history(operator, seq);
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history
WHEN NOT (NEW.body IS NULL AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.operator = OLD.operator AND NEW.key_fp = OLD.key_fp AND NEW.origin = OLD.origin AND NEW.kind = OLD.kind AND NEW.object = OLD.object AND NEW.action = OLD.action AND NEW.plan IS OLD.plan AND NEW.task IS OLD.task AND NEW.unit IS OLD.unit AND NEW.stands IS OLD.stands AND NEW.undoes IS OLD.undoes AND NEW.body_sha = OLD.body_sha AND NEW.hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
