import { describedEvents, PERSONAL, schemaFor, withoutPersonal } from './index.ts';

/** Names of fields that hold no personal data, whatever the event: ids, days, codes, and what an office publishes. */
const OPEN = new Set([
  ...[
    'id',
    'addedBy',
    'approvedBy',
    'requestedBy',
    'proposedBy',
    'changedBy',
    'holder',
    'within',
    'examples',
    'stream',
    'handedOver',
    'movedTo',
  ],
  ...[
    'on',
    'from',
    'until',
    'date',
    'deadline',
    'cutoff',
    'holidays',
    'makeUpDays',
    'addedMakeUpDays',
    'removedMakeUpDays',
  ],
  ...['removedHolidays', 'registrationDeadline', 'dossierDeadline', 'appraisalDeadline', 'holidayNames'],
  ...[
    'code',
    'field',
    'programmeTags',
    'criterion',
    'vetoes',
    'band',
    'sumOf',
    'locked',
    'abbreviation',
    'rung',
    'rungs',
  ],
  ...[
    'number',
    'documentNumber',
    'symbol',
    'docType',
    'term',
    'text',
    'adminUnitCode',
    'importKey',
    'mediaType',
    'step',
  ],
  ...['movement', 'unit', 'status', 'eventType', 'eventTypes', 'reaction', 'url', 'scopes', 'list'],
]);

/** Fields whose names are used for persons elsewhere: what a unit, a model, an activity or a program is called, and a cause we word. */
const OPEN_PATHS = new Set([
  ...['UnitEstablished name', 'UnitRenamed name', 'CycleOpened name', 'ModelRegistered name'],
  ...['RegistrationDrafted form/name', 'RegistrationRevised form/name', 'ProgressRecorded indicators/*/name'],
  ...['CalendarAmended addedHolidays/*/name', 'WebhookDeliveryParked cause', 'ApiKeyCreated consumer'],
]);

/** Types whose `reason` is a code of the program's, not a text of somebody's. */
const CODED_REASON = new Set(['DecisionItemRejected']);

type Schema = Readonly<Record<string, unknown>> & {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
};

/** The paths of every free text in a schema: strings that are not one of a list. */
const texts = (root: Schema, node: Schema = root, path: readonly string[] = []): string[] => {
  if (node.$ref !== undefined) {
    const name = decodeURIComponent(node.$ref.split('/').at(-1) ?? '');
    return texts(root, (root['definitions'] as Readonly<Record<string, Schema>>)[name] ?? {}, path);
  }
  if ('enum' in node || 'const' in node) return [];
  const { properties = {}, items, anyOf = [], additionalProperties } = node;
  return [
    ...([node.type].flat().includes('string') ? [path.join('/')] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => texts(root, inner, [...path, name])),
    ...(items === undefined ? [] : texts(root, items, [...path, '*'])),
    ...anyOf.flatMap((inner) => texts(root, inner, path)),
    ...(typeof additionalProperties === 'object' ? texts(root, additionalProperties, [...path, '*']) : []),
  ];
};

const nameOf = (path: string): string => path.split('/').findLast((part) => part !== '*') ?? '';
const isOpen = (type: string, path: string): boolean =>
  /(Ids?|On|At|Sha256|sha256)$/u.test(nameOf(path)) ||
  OPEN.has(nameOf(path)) ||
  OPEN_PATHS.has(`${type} ${path}`) ||
  /^(content|criteriaSet)\//u.test(path) ||
  (nameOf(path) === 'reason' && CODED_REASON.has(type));

const all = describedEvents.map(({ type, version }) => ({
  type,
  paths: [...new Set(texts(schemaFor(type, version) as Schema))],
}));

describe('personal data', () => {
  it('is marked: every text of every event is either personal or known to be none', () => {
    const unsettled = all.flatMap(({ type, paths }) =>
      paths
        .filter((path) => !(PERSONAL[type] ?? []).includes(path) && !isOpen(type, path))
        .map((path) => `${type} ${path}`),
    );
    expect(unsettled).toEqual([]);
  });

  it('is nowhere marked where there is none', () => {
    const known = new Set(all.flatMap(({ type, paths }) => paths.map((path) => `${type} ${path}`)));
    const marked = Object.entries(PERSONAL).flatMap(([type, paths]) => paths.map((path) => `${type} ${path}`));
    expect(marked.filter((each) => !known.has(each))).toEqual([]);
  });

  it('may be null, as each schema says', () => {
    const nullable = JSON.stringify(schemaFor('PersonEntered', 1));
    expect(nullable).toContain('["string","null"]');
  });

  it('is null where it was, in lists too, and nothing else changes', () => {
    const data = { requestId: 'r', evidence: [{ fileName: 'Tên.pdf', sha256: 'ab' }], note: 'Chị Lan' };
    expect(withoutPersonal('SupplementProvided', data)).toEqual({
      requestId: 'r',
      evidence: [{ fileName: null, sha256: 'ab' }],
      note: null,
    });
    expect(withoutPersonal('RegistrationSubmitted', { registrationId: 'r' })).toEqual({ registrationId: 'r' });
    expect(withoutPersonal('UnitRenamed', { name: 'Xã Một' })).toEqual({ name: 'Xã Một' });
  });
});
