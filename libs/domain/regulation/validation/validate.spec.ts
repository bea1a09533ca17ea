import fc from 'fast-check';
import { UNIT_KINDS } from '../../organization/unit/events.ts';
import { ACTS, type CriteriaSet, type RegulationContent } from '../events.ts';
import { exampleRegulation } from '../example/regulation.ts';
import { validate } from './validate.ts';
import { validateCriteria } from './criteria.ts';

const example = exampleRegulation(2026);
const collective = example.criteriaSets.COLLECTIVE;
const withCollective = (set: Partial<CriteriaSet>): RegulationContent => ({
  ...example,
  criteriaSets: { ...example.criteriaSets, COLLECTIVE: { ...collective, ...set } },
});
const withCalendar = (holidays: readonly string[], makeUpDays: readonly string[]): RegulationContent => ({
  ...example,
  calendar: { holidays, makeUpDays },
});
const problem = (pointer: string, code: string, params?: Readonly<Record<string, string | number>>) => [
  params === undefined ? { pointer, code } : { pointer, code, params },
];
const first = <T>(values: readonly T[], change: Partial<T>): T[] =>
  values.map((value, index) => (index === 0 ? { ...value, ...change } : value));

describe('the types of document', () => {
  const types = [
    { code: 'QUYET_DINH', name: 'Quyết định', abbreviation: 'QĐ' },
    { code: 'CHI_THI', name: 'Chỉ thị', abbreviation: 'CT' },
  ];
  const withTypes = (docTypes: typeof types) => validate({ ...example, numbering: { resets: 'YEAR', docTypes } });

  it('are told apart by code and by what their symbols begin with', () => {
    expect(withTypes(types)).toEqual([]);
    expect(withTypes([])).toEqual(problem('/numbering/docTypes', 'document-types-missing'));
    expect(withTypes(first(types, { code: 'CHI_THI' }))).toEqual(
      problem('/numbering/docTypes/1/code', 'code-duplicate'),
    );
    expect(withTypes(first(types, { abbreviation: 'CT' }))).toEqual(
      problem('/numbering/docTypes/1/abbreviation', 'abbreviation-duplicate'),
    );
    for (const abbreviation of ['QĐ/TU', 'ԚĐ', 'QÐ'])
      expect(withTypes(first(types, { abbreviation }))).toEqual(
        problem('/numbering/docTypes/0/abbreviation', 'abbreviation-malformed'),
      );
  });

  it.each(['QÐ', 'QƉ', 'qđ', 'QĐ'.normalize('NFD'), 'QĐ\u200b'])(
    'do not begin their symbols with what looks like another: %j',
    (abbreviation) => {
      const [, other = types[0]!] = types;
      expect(withTypes([types[0]!, { ...other, abbreviation }])).toContainEqual({
        pointer: '/numbering/docTypes/1/abbreviation',
        code: 'abbreviation-duplicate',
      });
    },
  );
});

describe('the example regulation', () => {
  it('is sound for every kind of unit in every year, and says that it is illustrative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        expect(validate(exampleRegulation(year), UNIT_KINDS)).toEqual([]);
      }),
    );
    expect(example.illustrative).toBe(true);
  });

  it('takes the holidays it is given, with their names', () => {
    const { calendar } = exampleRegulation(2026, [{ date: '2026-02-16', name: 'Tết Nguyên đán' }]);
    expect(calendar.holidays).toEqual(['2026-02-16']);
    expect(calendar.holidayNames).toEqual({ '2026-02-16': 'Tết Nguyên đán' });
  });

  it('says in its title that it is an example', () => {
    expect(example.title).toContain('minh họa');
  });
});

describe('a regulation is refused', () => {
  it.each<[string, RegulationContent, ReturnType<typeof problem>]>([
    ['without a title', { ...example, title: '\n' }, problem('/title', 'title-missing')],
    ['without a field', { ...example, fields: [] }, problem('/fields', 'fields-missing')],
    [
      'with a code twice',
      { ...example, fields: first(example.fields, { code: 'VAN_HOA_XA_HOI' }) },
      problem('/fields/1/code', 'code-duplicate'),
    ],
    ...['VАN_HOA_XA_HOI', 'van_hoa_xa_hoi', 'VAN_HOA\u200b_XA_HOI', 'ＶAN_HOA_XA_HOI'].map(
      (code): [string, RegulationContent, ReturnType<typeof problem>] => [
        `with a code that looks like another: ${JSON.stringify(code)}`,
        { ...example, fields: first(example.fields, { code }) },
        problem('/fields/1/code', 'code-duplicate'),
      ],
    ),
    [
      'with a name twice',
      { ...example, fields: first(example.fields, { name: ` ${example.fields[1]!.name.normalize('NFD')}\u200b` }) },
      problem('/fields/1/name', 'name-duplicate'),
    ],
    [
      'with a field without a code',
      { ...example, fields: first(example.fields, { code: '' }) },
      problem('/fields/0/code', 'code-missing'),
    ],
    [
      'with a tag without a name',
      { ...example, programmeTags: first(example.programmeTags, { name: ' ' }) },
      problem('/programmeTags/0/name', 'name-missing'),
    ],
    [
      'when nobody can reach the pass mark',
      withCollective({ passMark: 101 }),
      problem('/criteriaSets/COLLECTIVE/passMark', 'pass-mark-out-of-range', { total: 100 }),
    ],
    [
      'when everybody reaches the pass mark',
      withCollective({ passMark: 0 }),
      problem('/criteriaSets/COLLECTIVE/passMark', 'pass-mark-out-of-range', { total: 100 }),
    ],
    [
      'when the points do not add up to where the bands end',
      withCollective({ criteria: first(collective.criteria, { maxPoints: 21 }) }),
      problem('/criteriaSets/COLLECTIVE/bands', 'points-do-not-add-up', { total: 101, to: 100 }),
    ],
    [
      'when bands overlap',
      withCollective({ bands: first(collective.bands, { to: 70 }) }),
      problem('/criteriaSets/COLLECTIVE/bands/1/from', 'band-overlap'),
    ],
    [
      'when a total lies between two bands',
      withCollective({ bands: first(collective.bands, { to: 68 }) }),
      problem('/criteriaSets/COLLECTIVE/bands/1/from', 'band-gap'),
    ],
    [
      'when a band ends before it begins',
      withCollective({ bands: [{ code: 'A', name: 'A', from: 101, to: 100 }] }),
      problem('/criteriaSets/COLLECTIVE/bands/0', 'band-invalid'),
    ],
    [
      'when registration closes on no day of the calendar',
      { ...example, registration: { ...example.registration, deadline: '2026-02-30' } },
      problem('/registration/deadline', 'date-invalid'),
    ],
    [
      'when dossiers are due before registration closes',
      { ...example, registration: { ...example.registration, deadline: '2026-11-01' } },
      problem('/dossier/deadline', 'dates-out-of-order'),
    ],
    [
      'when the appraisal ends before the dossiers are due',
      { ...example, appraisal: { ...example.appraisal, deadline: '2026-10-30' } },
      problem('/appraisal/deadline', 'dates-out-of-order'),
    ],
    [
      'with a negative number of returns',
      { ...example, registration: { ...example.registration, maxReturns: -1 } },
      problem('/registration/maxReturns', 'number-invalid'),
    ],
    [
      'with a broken minimum per unit',
      { ...example, registration: { ...example.registration, minPerUnit: 1.5 } },
      problem('/registration/minPerUnit', 'number-invalid'),
    ],
    [
      'with an item required twice',
      { ...example, registration: { ...example.registration, requiredItems: ['content', 'content'] } },
      problem('/registration/requiredItems/1', 'item-duplicate'),
    ],
    [
      'with a document required twice',
      { ...example, dossier: { ...example.dossier, requiredDocuments: ['PHOTO', 'PHOTO'] } },
      problem('/dossier/requiredDocuments/1', 'document-duplicate'),
    ],
    [
      'with a negative duration',
      { ...example, dossier: { ...example.dossier, minImplementationDays: -1 } },
      problem('/dossier/minImplementationDays', 'number-invalid'),
    ],
    [
      'with no day to supplement a dossier',
      { ...example, dossier: { ...example.dossier, supplementDays: 0 } },
      problem('/dossier/supplementDays', 'number-invalid'),
    ],
    [
      'with a team of nobody',
      { ...example, appraisal: { ...example.appraisal, minMembers: 0 } },
      problem('/appraisal/minMembers', 'number-invalid'),
    ],
    [
      'with more than all votes needed',
      { ...example, vote: { ...example.vote!, minPercent: 101 } },
      problem('/vote/minPercent', 'percent-invalid'),
    ],
    [
      'with a quorum of less than nobody',
      { ...example, vote: { ...example.vote!, quorumPercent: -1 } },
      problem('/vote/quorumPercent', 'percent-invalid'),
    ],
    [
      'when somebody who may commend has no form to give',
      {
        ...example,
        authorities: example.authorities.map((each) =>
          each.act === 'COMMEND' && each.unitKind === 'PROVINCE' ? { ...each, forms: [] } : each,
        ),
      },
      problem(
        `/authorities/${example.authorities.findIndex((each) => each.act === 'COMMEND' && each.unitKind === 'PROVINCE')}/forms`,
        'forms-missing',
      ),
    ],
    [
      'when recognition comes with forms of award',
      { ...example, authorities: first(example.authorities, { forms: ['PUBLIC_PRAISE'] }) },
      problem('/authorities/0/forms', 'forms-not-allowed'),
    ],
    [
      'with the same authority twice',
      { ...example, authorities: [...example.authorities, example.authorities[0]!] },
      problem(`/authorities/${example.authorities.length}`, 'authority-duplicate'),
    ],
    [
      'when a report is due before its figures are cut off',
      { ...example, reporting: { periods: [{ kind: 'H1', cutoff: '2026-06-30', dueOn: '2026-06-15' }] } },
      problem('/reporting/periods/0/dueOn', 'dates-out-of-order'),
    ],
    [
      'with a report without a real cut-off',
      { ...example, reporting: { periods: [{ kind: 'H1', cutoff: '2026-06-31', dueOn: '2026-07-15' }] } },
      problem('/reporting/periods/0/cutoff', 'date-invalid'),
    ],
    [
      'with a holiday that is no day',
      { ...example, calendar: { holidays: ['2026-02-30'], makeUpDays: [] } },
      problem('/calendar/holidays/0', 'date-invalid'),
    ],
    [
      'when people work on a holiday to make up for it',
      { ...example, calendar: { holidays: ['2026-01-01'], makeUpDays: ['2026-01-01'] } },
      problem('/calendar/makeUpDays/0', 'make-up-day-is-holiday'),
    ],
    [
      'with a holiday twice',
      withCalendar(['2026-01-01', '2026-01-01'], []),
      problem('/calendar/holidays/1', 'date-duplicate'),
    ],
    [
      'with a make-up day twice',
      withCalendar([], ['2026-02-28', '2026-02-28']),
      problem('/calendar/makeUpDays/1', 'date-duplicate'),
    ],
    [
      'with the name of a day that is no holiday',
      { ...example, calendar: { ...example.calendar, holidayNames: { '2026-05-19': 'Ngày sinh Bác' } } },
      problem('/calendar/holidayNames/2026-05-19', 'holiday-missing'),
    ],
    [
      'with a holiday of an empty name',
      { ...example, calendar: { ...example.calendar, holidayNames: { '2026-01-01': ' ' } } },
      problem('/calendar/holidayNames/2026-01-01', 'name-missing'),
    ],
  ])('%s', (_case, content, problems) => {
    expect(validate(content)).toEqual(problems);
  });

  it('without any authority, for each act of each kind of unit that registers', () => {
    const problems = validate({ ...example, authorities: [] }, ['COMMUNE']);
    expect(problems[0]).toEqual({ pointer: '/authorities', code: 'authorities-missing' });
    expect(problems.slice(1).map(({ params }) => params)).toEqual(ACTS.map((act) => ({ act, unitKind: 'COMMUNE' })));
  });

  it('when a body may recognize but nobody may revoke', () => {
    const authorities = example.authorities.filter(
      ({ act, unitKind }) => !(act === 'REVOKE_RECOGNITION' && unitKind === 'UNIT'),
    );
    expect(validate({ ...example, authorities })).toEqual(
      problem('/authorities', 'no-competent-body', { act: 'REVOKE_RECOGNITION', unitKind: 'UNIT' }),
    );
  });
});

describe('a criteria set', () => {
  const criterion = { code: 'A', name: 'A', maxPoints: 1, mandatory: true };
  const passFail: CriteriaSet = { method: 'PASS_FAIL', criteria: [criterion], bands: [], passMark: 1 };

  it('of pass or fail gives one point per criterion', () => {
    expect(validateCriteria(passFail, '')).toEqual([]);
    expect(validateCriteria({ ...passFail, criteria: [{ ...criterion, maxPoints: 2 }] }, '')).toEqual(
      problem('/criteria/0/maxPoints', 'points-not-one'),
    );
  });

  it('of points gives whole points, at least one', () => {
    for (const maxPoints of [0, 0.5]) {
      const set: CriteriaSet = {
        ...passFail,
        method: 'POINTS',
        criteria: [criterion, { ...criterion, code: 'B', name: 'B', maxPoints }],
      };
      expect(validateCriteria(set, '')).toEqual(problem('/criteria/1/maxPoints', 'points-invalid'));
    }
  });

  it('without criteria is none', () => {
    expect(validateCriteria({ ...passFail, criteria: [] }, '').map(({ code }) => code)).toEqual([
      'criteria-missing',
      'pass-mark-out-of-range',
    ]);
  });
});
