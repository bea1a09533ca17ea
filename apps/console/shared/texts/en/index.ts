import words from '../generated/en.gen.ts';
import account from './account.ts';
import appraisal from './appraisal.ts';
import audit from './audit.ts';
import commendations from './commendations.ts';
import decisions from './decisions.ts';
import frame from './frame.ts';
import inbox from './inbox.ts';
import model from './model.ts';
import models from './models.ts';
import myWork from './my-work.ts';
import registrations from './registrations.ts';
import reports from './reports.ts';
import shared from './shared.ts';
import units from './units.ts';
import type { Texts } from '../vi/index.ts';

const en: Texts = {
  ...words,
  ...frame,
  ...shared,
  myWork,
  account,
  appraisal,
  audit,
  commendations,
  decisions,
  inbox,
  model,
  models,
  registrations,
  reports,
  units,
  fields: {
    ...account.fields,
    ...appraisal.fields,
    ...audit.fields,
    ...commendations.fields,
    ...decisions.fields,
    ...inbox.fields,
    ...models.fields,
    ...registrations.fields,
    ...reports.fields,
  },
  help: {
    ...account.help,
    ...appraisal.help,
    ...audit.help,
    ...commendations.help,
    ...decisions.help,
    ...inbox.help,
    ...models.help,
    ...registrations.help,
    ...reports.help,
  },
};

export default en;
