import { DatabaseSync } from 'node:sqlite';

const TABLES = `
  CREATE TABLE IF NOT EXISTS recognized_models (
    registration_id TEXT PRIMARY KEY,
    model_name      TEXT NOT NULL,
    unit_id         TEXT NOT NULL,
    unit_name       TEXT NOT NULL,
    decision_number TEXT NOT NULL,
    decided_on      TEXT NOT NULL,
    status          TEXT NOT NULL CHECK (status IN ('recognized', 'revoked')),
    position        INTEGER NOT NULL
  ) STRICT;
  -- What is told before a model is recognized and needed when it is.
  CREATE TABLE IF NOT EXISTS registrations (id TEXT PRIMARY KEY, name TEXT NOT NULL, unit_id TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS units (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT, position INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO checkpoint VALUES (1, NULL, 0);`;

/**
 * The table of recognized models in a SQLite file, with the place in the log up to which it is true. Both are written
 * in one transaction: whenever the program is killed, the file is as of its checkpoint.
 */
export function openTable(file) {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec(TABLES);
  const handlers = handlersOf(db);
  const readCheckpoint = db.prepare('SELECT epoch, position FROM checkpoint');
  const writeCheckpoint = db.prepare('UPDATE checkpoint SET epoch = ?, position = ?');

  const together = (work) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    checkpoint: () => readCheckpoint.get(),
    /** Applies a page of events; `upTo` is where the next page begins. */
    apply: (events, upTo) =>
      together(() => {
        for (const event of events) handlers[event.type]?.(event);
        writeCheckpoint.run(upTo.epoch, upTo.position);
      }),
    /** Forgets everything: the next page is the first. */
    clear: () =>
      together(() => {
        db.exec('DELETE FROM recognized_models; DELETE FROM registrations; DELETE FROM units;');
        writeCheckpoint.run(null, 0);
      }),
    close: () => db.close(),
  };
}

/** What each event type does to the tables. Types that are not listed are passed over, and new ones may appear. */
function handlersOf(db) {
  const enterUnit = db.prepare('INSERT INTO units VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name');
  const nameUnitOfModels = db.prepare('UPDATE recognized_models SET unit_name = ? WHERE unit_id = ?');
  const draft = db.prepare('INSERT INTO registrations VALUES (?, ?, ?)');
  const rename = db.prepare('UPDATE registrations SET name = ? WHERE id = ?');
  const renameModel = db.prepare('UPDATE recognized_models SET model_name = ? WHERE registration_id = ?');
  const recognize = db.prepare(`
    INSERT INTO recognized_models
    SELECT registrations.id, registrations.name, unit_id, coalesce(units.name, unit_id), ?, ?, 'recognized', ?
    FROM registrations LEFT JOIN units ON units.id = unit_id WHERE registrations.id = ?`);
  const revoke = db.prepare(`
    UPDATE recognized_models SET status = 'revoked', decision_number = ?, decided_on = ?, position = ?
    WHERE registration_id = ?`);

  const nameUnit = ({ data: { unitId, name } }) => {
    enterUnit.run(unitId, name);
    nameUnitOfModels.run(name, unitId);
  };
  return {
    UnitEstablished: nameUnit,
    UnitRenamed: nameUnit,
    RegistrationDrafted: ({ data }) => draft.run(data.registrationId, data.form.name, data.unitId),
    RegistrationRevised: ({ data }) => rename.run(data.form.name, data.registrationId),
    ModelRegistered: ({ data }) => rename.run(data.name, data.registrationId),
    EntryCorrected: ({ data: { registrationId, correctionId, field, newValue } }) => {
      if (correctionId === undefined || field !== 'name') return;
      rename.run(newValue, registrationId);
      renameModel.run(newValue, registrationId);
    },
    ModelRecognized: ({ data, position }) =>
      recognize.run(data.documentNumber, data.decidedOn, position, data.registrationId),
    RecognitionRevoked: ({ data, position }) =>
      revoke.run(data.documentNumber, data.decidedOn, position, data.registrationId),
  };
}
