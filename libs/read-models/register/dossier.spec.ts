import type { registration } from '#domain';
import type { TrailEntry } from '../timeline/queries.ts';
import { dossierOf } from './dossier.ts';

type Told = { [E in registration.RegistrationEvent as E['type']]: Partial<E['data']> };

const entry = <Type extends keyof Told>(type: Type, data: Told[Type]) =>
  ({
    ...{ type, data, recordedAt: '2026-12-01T01:00:00.000Z' },
    actor: { personId: 'lan', role: 'APPRAISER', unitId: 'body' },
  }) as TrailEntry;

it('who declared before an appraisal is reopened has declared, and scores anew; a conflict stays one', () => {
  const team = ['lan', 'minh'].map((personId) => ({ personId, unitId: 'body' }));
  const dossier = dossierOf(
    [
      entry('AppraisalOpened', { team }),
      entry('InterestDeclared', { personId: 'lan', conflict: false }),
      entry('InterestDeclared', { personId: 'minh', conflict: true }),
      entry('ModelScored', { personId: 'lan' }),
      entry('AppraisalReopened', { reason: 'Đơn' }),
    ],
    'WHOLE',
  );
  expect(dossier.team).toEqual([
    { personId: 'lan', unitId: 'body', declared: true, conflict: false, removed: false, scored: false, scores: null },
    { personId: 'minh', unitId: 'body', declared: true, conflict: true, removed: false, scored: false, scores: null },
  ]);
});

it('who is told the result only is not told who declared a conflict, nor who gave which points', () => {
  const team = ['lan', 'minh'].map((personId) => ({ personId, unitId: 'body' }));
  const dossier = dossierOf(
    [
      entry('AppraisalOpened', { team }),
      entry('InterestDeclared', { personId: 'lan', conflict: false }),
      entry('InterestDeclared', { personId: 'minh', conflict: true, detail: 'Người nhà' }),
      entry('ModelScored', { personId: 'lan', scores: [{ criterion: 'A', points: 7 }] }),
      entry('ModelAppraised', { scores: [{ personId: 'lan', scores: [{ criterion: 'A', points: 7 }] }] }),
    ],
    'RESULT',
  );
  expect(dossier.team.map(({ conflict }) => conflict)).toEqual([null, null]);
  expect(dossier.team.map(({ scored, scores }) => [scored, scores])).toEqual([
    [true, null],
    [false, null],
  ]);
  expect(dossier.appraisal).toEqual({ scores: null });
});

it('the points that each gave last are told before it is concluded; a conflict takes them along', () => {
  const scored = (personId: string, points: number) =>
    entry('ModelScored', { personId, scores: [{ criterion: 'A', points }] });
  const { team } = dossierOf(
    [
      entry('AppraisalOpened', { team: ['lan', 'minh'].map((personId) => ({ personId, unitId: 'body' })) }),
      ...[scored('lan', 3), scored('minh', 5), scored('lan', 7)],
      entry('InterestDeclared', { personId: 'minh', conflict: true }),
    ],
    'WHOLE',
  );
  expect(team.map(({ scores }) => scores)).toEqual([[{ criterion: 'A', points: 7 }], null]);
});

it('a correction waits, by its id, until it is approved, declined, or the form is written anew', () => {
  const asked = (correctionId: string, field: string) => entry('CorrectionRequested', { correctionId, field });
  const both = [asked('one', 'name'), asked('two', 'area')];
  const waiting = (...after: readonly TrailEntry[]) =>
    dossierOf([...both, ...after], 'RESULT').waitingCorrections.map(({ correctionId, personId }) => [
      correctionId,
      personId,
    ]);
  expect(waiting()).toEqual([
    ['one', 'lan'],
    ['two', 'lan'],
  ]);
  expect(waiting(entry('EntryCorrected', { correctionId: 'one', field: 'name' }))).toEqual([['two', 'lan']]);
  expect(waiting(entry('CorrectionDeclined', { correctionId: 'two' }))).toEqual([['one', 'lan']]);
  expect(waiting(entry('RegistrationRevised', {}))).toEqual([]);
});
