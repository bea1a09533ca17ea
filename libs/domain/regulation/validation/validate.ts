import { LETTERS, tidy } from '../../kernel/index.ts';
import type { UnitKind } from '../../organization/unit/events.ts';
import { codesAndNames, distinct, isWhole, realDay, unless, type Problems } from './checks.ts';
import { SUBJECT_TYPES, type RegulationContent } from '../events.ts';
import { validateAuthorities } from './authorities.ts';
import { validateCriteria } from './criteria.ts';
import { validateReminders } from './reminders.ts';
import { validateReporting } from './reporting.ts';

/**
 * Everything that keeps a regulation from being published, each with a JSON pointer into the content; empty when it is
 * sound. `unitKinds` are the kinds of the units that register under it.
 */
export const validate = (content: RegulationContent, unitKinds: readonly UnitKind[] = []): Problems => [
  ...unless(tidy(content.title) !== '', '/title', 'title-missing'),
  ...unless(content.fields.length > 0, '/fields', 'fields-missing'),
  ...codesAndNames(content.fields, '/fields'),
  ...codesAndNames(content.programmeTags, '/programmeTags'),
  ...SUBJECT_TYPES.flatMap((type) => validateCriteria(content.criteriaSets[type], `/criteriaSets/${type}`)),
  ...registration(content),
  ...dossier(content),
  ...appraisal(content),
  ...vote(content),
  ...validateAuthorities(content, unitKinds),
  ...validateReporting(content.reporting),
  ...calendar(content),
  ...validateReminders(content.reminders),
  ...numbering(content),
];

const registration = ({ registration: rules }: RegulationContent): Problems => [
  ...realDay(rules.deadline, '/registration/deadline'),
  ...unless(isWhole(rules.maxReturns, 0), '/registration/maxReturns', 'number-invalid'),
  ...unless(isWhole(rules.minPerUnit, 0), '/registration/minPerUnit', 'number-invalid'),
  ...distinct(rules.requiredItems, (index) => `/registration/requiredItems/${index}`, 'item-duplicate'),
];

const dossier = ({ registration: { deadline: before }, dossier: rules }: RegulationContent): Problems => [
  ...realDay(rules.deadline, '/dossier/deadline'),
  ...unless(before <= rules.deadline, '/dossier/deadline', 'dates-out-of-order'),
  ...unless(isWhole(rules.minImplementationDays, 0), '/dossier/minImplementationDays', 'number-invalid'),
  ...unless(isWhole(rules.supplementDays, 1), '/dossier/supplementDays', 'number-invalid'),
  ...distinct(rules.requiredDocuments, (index) => `/dossier/requiredDocuments/${index}`, 'document-duplicate'),
];

const appraisal = ({ dossier: { deadline: before }, appraisal: rules }: RegulationContent): Problems => [
  ...realDay(rules.deadline, '/appraisal/deadline'),
  ...unless(before <= rules.deadline, '/appraisal/deadline', 'dates-out-of-order'),
  ...unless(isWhole(rules.minMembers, 1), '/appraisal/minMembers', 'number-invalid'),
];

const vote = ({ vote: rules }: RegulationContent): Problems =>
  rules === undefined
    ? []
    : [
        ...unless(isWhole(rules.minPercent, 0, 100), '/vote/minPercent', 'percent-invalid'),
        ...unless(isWhole(rules.quorumPercent, 0, 100), '/vote/quorumPercent', 'percent-invalid'),
      ];

const ABBREVIATION = new RegExp(`^[${LETTERS}][${LETTERS}0-9]*$`, 'u');

const numbering = ({ numbering: { docTypes } }: RegulationContent): Problems =>
  docTypes === undefined
    ? []
    : [
        ...unless(docTypes.length > 0, '/numbering/docTypes', 'document-types-missing'),
        ...codesAndNames(docTypes, '/numbering/docTypes'),
        ...docTypes.flatMap(({ abbreviation }, index) =>
          unless(
            ABBREVIATION.test(abbreviation),
            `/numbering/docTypes/${index}/abbreviation`,
            'abbreviation-malformed',
          ),
        ),
        ...distinct(
          docTypes.map(({ abbreviation }) => abbreviation),
          (index) => `/numbering/docTypes/${index}/abbreviation`,
          'abbreviation-duplicate',
        ),
      ];

const calendar = ({ calendar: { holidays, makeUpDays, holidayNames = {} } }: RegulationContent): Problems => [
  ...holidays.flatMap((day, index) => realDay(day, `/calendar/holidays/${index}`)),
  ...distinct(holidays, (index) => `/calendar/holidays/${index}`, 'date-duplicate'),
  ...makeUpDays.flatMap((day, index) => [
    ...realDay(day, `/calendar/makeUpDays/${index}`),
    ...unless(!holidays.includes(day), `/calendar/makeUpDays/${index}`, 'make-up-day-is-holiday'),
  ]),
  ...distinct(makeUpDays, (index) => `/calendar/makeUpDays/${index}`, 'date-duplicate'),
  ...Object.entries(holidayNames).flatMap(([day, name]) => [
    ...unless(holidays.includes(day), `/calendar/holidayNames/${day}`, 'holiday-missing'),
    ...unless(tidy(name) !== '', `/calendar/holidayNames/${day}`, 'name-missing'),
  ]),
];
