import { nameFieldOf } from '#read-models';
import type { Language } from '#problems';
import * as words from '#words';
import { momentOf, written } from './cells.ts';
import { wordIn } from './column-words.ts';
import { headingOf } from './headings.ts';
import { capital, inLanguage, NO, textOf, YES } from './parts.ts';

/** What was asked for, by the names of the parameters; a list may be one of each. */
export type Asked = Readonly<Record<string, string | readonly string[]>>;

interface Around {
  readonly list: words.ListName;
  /** The collection that a path with an id belongs to. */
  readonly collection: string;
  readonly language: Language;
  /** The first rows: who is told the name of a person or a model in them may read it in the filter. */
  readonly rows: readonly object[];
  readonly withNames: (named: object) => Promise<object>;
}

/** Parameters that name what everybody may know, or what the path was opened for, by a field that holds such an id. */
const FIELDS: Readonly<Record<string, string>> = {
  unit: 'unitId',
  parent: 'parentId',
  receiver: 'receiverId',
  issuer: 'issuerId',
  cycle: 'cycleId',
  field: 'field',
};

const OF_PATH: Readonly<Record<string, string>> = {
  units: 'unitId',
  people: 'personId',
  regulations: 'regulationId',
  cycles: 'cycleId',
  decisions: 'decisionId',
};

/** Where a row holds the id, and where its name; without an id every row is about what was asked for. */
type Place = readonly [id: string | undefined, name: string];

/** Those that name what only some may know: where rows tell it, and under what. */
const IN_ROWS: Readonly<Record<string, readonly Place[]>> = {
  person: [
    ['actor', 'actorName'],
    ['personId', 'personName'],
  ],
  signer: [['signerId', 'signerName']],
  registration: [['registrationId', 'registrationName']],
  subject: [['subjectId', 'subjectName']],
  model: [
    ['modelId', 'name'],
    ['modelId', 'registrationName'],
    // The trail of one model is of its registrations alone.
    [undefined, 'registrationName'],
  ],
  field: [['field', 'fieldName']],
  tag: [['programmeTags', 'programmeTagNames']],
};

const NOT_TOLD: words.Word = ['không có trong danh sách', 'not in the list'];

/** What a list was narrowed by, as people say it: `Đơn vị: Xã Hòa Bình; Trạng thái: Đã nộp`. */
export const filterText = async (asked: Asked, around: Around): Promise<string> => {
  const fieldOf = (key: string): string | undefined =>
    key === 'id' ? (OF_PATH[around.collection] ?? 'subjectId') : FIELDS[key];
  const ids: Record<string, string> = {};
  const plain = Object.entries(asked).map(([key, value]) => [key, [value].flat().join()] as const);
  for (const [key, value] of plain) {
    const field = fieldOf(key);
    if (field !== undefined) ids[field] = value;
  }
  const named = (await around.withNames(ids)) as Row;
  const parts = plain.map(([key, value]) => {
    const [, name = ''] = nameFieldOf(fieldOf(key) ?? '') ?? [];
    const told = named[name];
    const text = typeof told === 'string' ? told : valueText(key, value, around);
    return `${capital(inLanguage(words.FILTER_NAMES[key] ?? [key, key], around.language))}: ${text}`;
  });
  return parts.join('; ');
};

type Row = Readonly<Record<string, unknown>>;

const valueText = (key: string, value: string, { list, rows, language }: Around): string => {
  const say = (word: words.Word): string => inLanguage(word, language);
  const places = IN_ROWS[key];
  if (places !== undefined) return nameIn(rows, places, value) ?? `${say(NOT_TOLD)} (${value})`;
  if (key === 'sort') {
    const [vi, en] = headingOf(list, value.replace('-', '')) ?? [value, value];
    return value.startsWith('-') ? `${say([vi, en])}, ${say(['giảm dần', 'descending'])}` : say([vi, en]);
  }
  if (key === 'ids') return String(value.split(',').length);
  if (key === 'groupBy') return say(words.FILTER_NAMES[value] ?? [value, value]);
  if (key === 'period') {
    const [kind, year] = value.split('-');
    return textOf('period', { kind, year }, language);
  }
  if (/^(true|false)$/u.test(value)) return say(value === 'true' ? YES : NO);
  const word = wordIn(list, key, {}, value) ?? wordIn(list, key, {}, value.toUpperCase());
  return word === undefined ? written(momentOf(value)) : capital(say(word));
};

/** The name that a row tells of an id or a code. */
const nameIn = (rows: readonly object[], places: readonly Place[], value: string): string | undefined => {
  for (const row of rows as readonly Row[]) {
    for (const [id, name] of places) {
      const [held, told] = [id === undefined ? value : row[id], row[name]];
      if (Array.isArray(held) && Array.isArray(told)) {
        const found: unknown = told[held.indexOf(value)];
        if (typeof found === 'string') return found;
      }
      const isIt =
        held === value || (id === 'actor' && (held as { personId?: string } | undefined)?.personId === value);
      if (isIt && typeof told === 'string') return told;
    }
  }
  return undefined;
};
