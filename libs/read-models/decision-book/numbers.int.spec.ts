import { startPostgres, type TestPostgres } from '#support';
import { furniture, id, lifeOf, PROVINCE, sampleLife } from '#support/histories';
import { happening } from '../testing/history.ts';
import { openProjectedLog, type ProjectedLog } from '../testing/projected-log.ts';
import { holdsUnusedNumber, listNumbers } from './queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const taken = id('decision', 81);
const reserved = happening(`numbering-${id('book', 81)}`, {
  type: 'NumberReserved',
  data: {
    ...{ bookId: id('book', 81), decisionId: taken, signerId: id('person', 3), capacity: 'TM.' },
    documentNumber: {
      ...{ number: 5, symbol: 'QĐ/TU', issuerId: PROVINCE, docType: 'QĐ', issuedOn: '2026-11-02', text: '05-QĐ/TU' },
    },
  },
});

/** A number of a book of its own. */
const givenUp = (reason: string, index: number) => {
  const data = { bookId: id('book', 82 + index), number: 1, reason };
  const { stream, event } = happening(`numbering-${data.bookId}`, { type: 'NumberVoided', data });
  return { stream, event: { ...event, id: id('event', 820 + index) } };
};

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  const life = lifeOf(1, { ...sampleLife(1), ending: 'recognized' });
  await projected.happens([...furniture(), ...life, reserved, ...['signer-appraised', 'Hỏng phôi'].map(givenUp)]);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

it('a decision holds a number that it does not bear, until it bears it', async () => {
  expect(await holdsUnusedNumber(projected.db, taken)).toBe(true);
  expect(await holdsUnusedNumber(projected.db, id('decision', 1))).toBe(false);
  expect(await holdsUnusedNumber(projected.db, id('decision', 99))).toBe(false);
});

it('a number that was voided says why in words, whoever voided it', async () => {
  const { items } = await listNumbers(projected.db, { scope: 'all' });
  const said = items.filter(({ status }) => status === 'VOIDED').map(({ voidSentence }) => voidSentence);
  expect(said).toEqual([
    { vi: 'người ký đã tham gia thẩm định', en: 'the signer took part in an appraisal' },
    { vi: 'Hỏng phôi', en: 'Hỏng phôi' },
  ]);
});
