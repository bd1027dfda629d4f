-- Schema 1. application_id and user_version are set by the program, beside this text.
-- Instants: INTEGER, milliseconds UTC. Days: TEXT 'YYYY-MM-DD'. Codes: TEXT, the ones machine output prints.
-- Rows point at the plan by code, never by rowid. date(x,'+0 days') because date(x) alone accepts 31 February.
CREATE TABLE meta(key TEXT PRIMARY KEY CHECK(instr(key, char(0)) = 0 AND key NOT GLOB '*[^A-Za-z0-9._:-]*'), value TEXT NOT NULL CHECK(instr(value, char(0)) = 0 AND value NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*')) STRICT, WITHOUT ROWID;

-- The plan: body is the TOML it was loaded from; the tables below it say the same for SQL.
CREATE TABLE plan(id TEXT PRIMARY KEY CHECK(instr(id, char(0)) = 0 AND id NOT GLOB '*[^A-Za-z0-9._:-]*'), doc_no TEXT NOT NULL UNIQUE CHECK(instr(doc_no, char(0)) = 0 AND doc_no NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), title TEXT NOT NULL CHECK(instr(title, char(0)) = 0 AND title NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), body TEXT NOT NULL CHECK(instr(body, char(0)) = 0 AND body NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), sha256 BLOB NOT NULL CHECK(length(sha256) = 32)) STRICT, WITHOUT ROWID;
CREATE TABLE task(plan TEXT NOT NULL REFERENCES plan, no INTEGER NOT NULL CHECK(no > 0), grp INTEGER NOT NULL CHECK(grp > 0), title TEXT NOT NULL CHECK(instr(title, char(0)) = 0 AND title NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), PRIMARY KEY(plan, no)) STRICT, WITHOUT ROWID;
CREATE TABLE unit(code TEXT PRIMARY KEY CHECK(instr(code, char(0)) = 0 AND code NOT GLOB '*[^A-Za-z0-9._:-]*'), name TEXT NOT NULL UNIQUE CHECK(instr(name, char(0)) = 0 AND name NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), kind TEXT NOT NULL CHECK(kind IN ('named', 'collective')), sort INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
CREATE TABLE unit_alias(alias TEXT PRIMARY KEY CHECK(instr(alias, char(0)) = 0 AND alias NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), unit TEXT NOT NULL REFERENCES unit) STRICT, WITHOUT ROWID;
CREATE TABLE unit_member(collective TEXT NOT NULL REFERENCES unit, unit TEXT NOT NULL REFERENCES unit, PRIMARY KEY(collective, unit)) STRICT, WITHOUT ROWID;
CREATE TABLE assignment(plan TEXT NOT NULL, task INTEGER NOT NULL, sort INTEGER NOT NULL, unit TEXT NOT NULL REFERENCES unit, role TEXT NOT NULL CHECK(role IN ('lead', 'support')), as_written TEXT NOT NULL CHECK(instr(as_written, char(0)) = 0 AND as_written NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'), PRIMARY KEY(plan, task, sort), UNIQUE(plan, task, unit), FOREIGN KEY(plan, task) REFERENCES task) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assignment_lead ON assignment(plan, task) WHERE role = 'lead';
CREATE INDEX assignment_unit ON assignment(unit, plan, task);

-- The work.
CREATE TABLE entry(
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL,
  task INTEGER NOT NULL,
  unit TEXT NOT NULL REFERENCES unit,
  period TEXT NOT NULL CHECK(period GLOB '[0-9][0-9][0-9][0-9][BMQ][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]M[0-9][0-9]'),
  day TEXT NOT NULL CHECK(date(day, '+0 days') IS day),
  status TEXT NOT NULL CHECK(status IN ('not_started', 'on_track', 'behind', 'done', 'standing', 'dropped')),
  percent INTEGER CHECK(percent BETWEEN 0 AND 100),
  progress TEXT NOT NULL CHECK(length(progress) <= 20000 AND instr(progress, char(0)) = 0 AND progress NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  problems TEXT NOT NULL DEFAULT '' CHECK(length(problems) <= 20000 AND instr(problems, char(0)) = 0 AND problems NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  next_steps TEXT NOT NULL DEFAULT '' CHECK(length(next_steps) <= 20000 AND instr(next_steps, char(0)) = 0 AND next_steps NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  reporter TEXT NOT NULL CHECK(length(reporter) <= 100 AND instr(reporter, char(0)) = 0 AND reporter NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  typed_by TEXT NOT NULL CHECK(length(typed_by) <= 100 AND instr(typed_by, char(0)) = 0 AND typed_by NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK(revision > 0),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  FOREIGN KEY(plan, task) REFERENCES task,
  CHECK(progress <> '' OR status NOT IN ('behind', 'dropped')) -- a change of status alone, and never to one that needs a reason
) STRICT;
CREATE INDEX entry_latest ON entry(plan, task, unit, day, id) WHERE deleted_at IS NULL; -- a pair's standing on any day
CREATE INDEX entry_task ON entry(plan, task, day, id) WHERE deleted_at IS NULL; -- a task's pages, newest first, no sort
CREATE INDEX entry_unit ON entry(unit, day, id) WHERE deleted_at IS NULL; -- a unit's log
CREATE INDEX entry_day ON entry(plan, day, id) WHERE deleted_at IS NULL; -- the log of all
CREATE INDEX entry_done ON entry(plan, task, unit, day) WHERE status = 'done' AND deleted_at IS NULL; -- when a yearly duty was last said to be done

-- What an entry says of the plan's numbers and what it can be checked by. Written anew with their entry, gone when it
-- is deleted: earlier ones are in the record. unit and day are the entry's. The value as typed: 3.0 is not 3.
CREATE TABLE reading(
  entry INTEGER NOT NULL REFERENCES entry,
  indicator TEXT NOT NULL CHECK(length(indicator) BETWEEN 1 AND 40 AND instr(indicator, char(0)) = 0 AND indicator NOT GLOB '*[^A-Za-z0-9_-]*'),
  unit TEXT NOT NULL REFERENCES unit,
  day TEXT NOT NULL CHECK(date(day, '+0 days') IS day),
  value TEXT NOT NULL CHECK(value IN ('yes', 'no') OR (length(value) BETWEEN 1 AND 40 AND instr(value, char(0)) = 0 AND value NOT GLOB '*[^0-9./]*')),
  source TEXT NOT NULL DEFAULT '' CHECK(length(source) <= 200 AND instr(source, char(0)) = 0 AND source NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  PRIMARY KEY(entry, indicator)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_latest ON reading(indicator, day, entry); -- an indicator's latest value
CREATE INDEX reading_unit ON reading(indicator, unit, day, entry); -- the same of one unit
CREATE TABLE evidence(
  entry INTEGER NOT NULL REFERENCES entry,
  sort INTEGER NOT NULL CHECK(sort > 0),
  kind TEXT NOT NULL CHECK(kind IN ('path', 'url', 'doc_no')),
  ref TEXT NOT NULL CHECK(length(ref) BETWEEN 1 AND 500 AND instr(ref, char(0)) = 0 AND ref NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  note TEXT NOT NULL DEFAULT '' CHECK(length(note) <= 200 AND instr(note, char(0)) = 0 AND note NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  PRIMARY KEY(entry, sort)
) STRICT, WITHOUT ROWID;

-- Derived: which characters and pairs of neighbouring characters an entry's texts hold, folded. rowid is the entry's id.
CREATE VIRTUAL TABLE gram USING fts5(t, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

-- Derived: the latest live entry of a pair by (day, id), and how many there are. Written again from entry_latest
-- after every change, never added to. No foreign key to entry: it makes this row's writing forty times dearer.
CREATE TABLE standing(plan TEXT NOT NULL CHECK(instr(plan, char(0)) = 0 AND plan NOT GLOB '*[^A-Za-z0-9._:-]*'), task INTEGER NOT NULL, unit TEXT NOT NULL CHECK(instr(unit, char(0)) = 0 AND unit NOT GLOB '*[^A-Za-z0-9._:-]*'), entry INTEGER NOT NULL, entries INTEGER NOT NULL CHECK(entries > 0), PRIMARY KEY(plan, task, unit)) STRICT, WITHOUT ROWID;

-- The record. seq has no gaps and at never goes back. stands is the pair's standing entry after this change.
-- body is the state after as canonical JSON, or NULL once purged; hash chains every column but body and hash.
CREATE TABLE history(
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  operator TEXT NOT NULL CHECK(instr(operator, char(0)) = 0 AND operator NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  key_fp TEXT NOT NULL DEFAULT '' CHECK(instr(key_fp, char(0)) = 0 AND key_fp NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  origin TEXT NOT NULL DEFAULT '' CHECK(instr(origin, char(0)) = 0 AND origin NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  kind TEXT NOT NULL CHECK(instr(kind, char(0)) = 0 AND kind NOT GLOB '*[^A-Za-z0-9._:-]*'),
  object TEXT NOT NULL CHECK(instr(object, char(0)) = 0 AND object NOT GLOB '*[^A-Za-z0-9._:-]*'),
  action TEXT NOT NULL CHECK(instr(action, char(0)) = 0 AND action NOT GLOB '*[^A-Za-z0-9._:-]*'),
  plan TEXT CHECK(instr(plan, char(0)) = 0 AND plan NOT GLOB '*[^A-Za-z0-9._:-]*'),
  task INTEGER,
  unit TEXT CHECK(instr(unit, char(0)) = 0 AND unit NOT GLOB '*[^A-Za-z0-9._:-]*'),
  stands INTEGER,
  undoes INTEGER,
  body TEXT CHECK(instr(body, char(0)) = 0 AND body NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  body_sha BLOB NOT NULL CHECK(length(body_sha) = 32),
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE INDEX history_object ON history(kind, object, seq);
CREATE INDEX history_pair ON history(plan, task, unit, seq) WHERE kind = 'entry';
CREATE INDEX history_task ON history(plan, task, seq) WHERE kind = 'entry';
CREATE INDEX history_operator ON history(operator, seq) WHERE kind = 'entry' AND undoes IS NULL; -- what somebody can take back
CREATE INDEX history_undoing ON history(operator, seq) WHERE kind = 'entry' AND action = 'undo'; -- and bring again
CREATE UNIQUE INDEX history_undoes ON history(undoes, seq) WHERE undoes IS NOT NULL;
CREATE INDEX history_at ON history(at);
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history
WHEN NOT (NEW.body IS NULL AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.operator = OLD.operator AND NEW.key_fp = OLD.key_fp AND NEW.origin = OLD.origin AND NEW.kind = OLD.kind AND NEW.object = OLD.object AND NEW.action = OLD.action AND NEW.plan IS OLD.plan AND NEW.task IS OLD.task AND NEW.unit IS OLD.unit AND NEW.stands IS OLD.stands AND NEW.undoes IS OLD.undoes AND NEW.body_sha = OLD.body_sha AND NEW.hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
