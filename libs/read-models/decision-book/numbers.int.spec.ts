import { startPostgres, type TestPostgres } from '#support';
import { furniture, id, lifeOf, PROVINCE, sampleLife } from '#support/histories';
import { happening } from '../testing/history.ts';
import { openProjectedLog, type ProjectedLog } from '../testing/projected-log.ts';
import { holdsUnusedNumber } from './queries.ts';

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

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens([...furniture(), ...lifeOf(1, { ...sampleLife(1), ending: 'recognized' }), reserved]);
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
