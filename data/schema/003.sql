-- Schema 3: what the office does beside the reports.
-- What the office decided, each a small document: body is the state now as canonical JSON, the record has every earlier one.
CREATE TABLE act(
  kind TEXT NOT NULL CHECK(kind <> '' AND instr(kind, char(0)) = 0 AND kind NOT GLOB '*[^a-z_]*'),
  object TEXT NOT NULL CHECK(length(object) BETWEEN 1 AND 40 AND instr(object, char(0)) = 0 AND object NOT GLOB '*[^A-Za-z0-9._:-]*'),
  body TEXT NOT NULL CHECK(json_valid(body) AND instr(body, char(0)) = 0 AND body NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK(revision > 0),
  PRIMARY KEY(kind, object)
) STRICT, WITHOUT ROWID;

-- Entries: reports without a task, and what the office said of each. What was there before was typed by the office, and so passed.
CREATE TABLE entry_new(
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL,
  task INTEGER, -- NULL: a unit's general report, which has no standing
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
  review TEXT NOT NULL DEFAULT 'approved' CHECK(review IN ('submitted', 'approved', 'returned')),
  review_note TEXT NOT NULL DEFAULT '' CHECK(length(review_note) <= 2000 AND instr(review_note, char(0)) = 0 AND review_note NOT GLOB '*[' || char(1, 45, 9, 11, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  reviewed_by TEXT NOT NULL DEFAULT '' CHECK(length(reviewed_by) <= 100 AND instr(reviewed_by, char(0)) = 0 AND reviewed_by NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  highlight INTEGER NOT NULL DEFAULT 0 CHECK(highlight IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK(revision > 0),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  FOREIGN KEY(plan, task) REFERENCES task,
  CHECK(progress <> '' OR status NOT IN ('behind', 'dropped')), -- a change of status alone, and never to one that needs a reason
  CHECK(review <> 'returned' OR review_note <> '')
) STRICT;
-- What hangs on an entry goes aside while its table is made anew: a table that is referred to cannot be dropped.
CREATE TABLE reading_kept AS SELECT * FROM reading;
CREATE TABLE evidence_kept AS SELECT * FROM evidence;
DROP TABLE reading;
DROP TABLE evidence;
INSERT INTO entry_new(id, plan, task, unit, period, day, status, percent, progress, problems, next_steps, reporter, typed_by, revision, created_at, updated_at, deleted_at) SELECT id, plan, task, unit, period, day, status, percent, progress, problems, next_steps, reporter, typed_by, revision, created_at, updated_at, deleted_at FROM entry;
DROP TABLE entry;
ALTER TABLE entry_new RENAME TO entry;
CREATE INDEX entry_latest ON entry(plan, task, unit, day, id) WHERE deleted_at IS NULL; -- a pair's standing on any day
CREATE INDEX entry_task ON entry(plan, task, day, id) WHERE deleted_at IS NULL; -- a task's pages, newest first, no sort
CREATE INDEX entry_day ON entry(plan, day, id) WHERE deleted_at IS NULL; -- the log of all
CREATE INDEX entry_done ON entry(plan, task, unit, day) WHERE status = 'done' AND deleted_at IS NULL; -- when a yearly duty was last said to be done
CREATE INDEX entry_changed ON entry(updated_at, created_at, task, unit) WHERE revision > 1;
CREATE INDEX entry_unit ON entry(plan, unit, day, id) WHERE deleted_at IS NULL;
CREATE INDEX entry_period ON entry(plan, period, unit, task, day, id) WHERE deleted_at IS NULL AND progress <> ''; -- what came for a period
CREATE INDEX entry_review ON entry(plan, day, id) WHERE review = 'submitted' AND deleted_at IS NULL; -- the office's queue
CREATE INDEX entry_returned ON entry(plan, unit, day, id) WHERE review = 'returned' AND deleted_at IS NULL; -- what a unit has to report again
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
INSERT INTO reading SELECT * FROM reading_kept;
DROP TABLE reading_kept;
CREATE TABLE evidence(
  entry INTEGER NOT NULL REFERENCES entry,
  sort INTEGER NOT NULL CHECK(sort > 0),
  kind TEXT NOT NULL CHECK(kind IN ('path', 'url', 'doc_no')),
  ref TEXT NOT NULL CHECK(length(ref) BETWEEN 1 AND 500 AND instr(ref, char(0)) = 0 AND ref NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  note TEXT NOT NULL DEFAULT '' CHECK(length(note) <= 200 AND instr(note, char(0)) = 0 AND note NOT GLOB '*[' || char(1, 45, 31, 127, 45, 159, 8206, 8207, 8232, 45, 8238, 8294, 45, 8297) || ']*'),
  PRIMARY KEY(entry, sort)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence SELECT * FROM evidence_kept;
DROP TABLE evidence_kept;
