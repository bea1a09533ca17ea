import { eventsIn } from '#event-store';
import type { Ending, Happening } from '#support/histories';
import { id, lifeOf, sampleLife } from '#support/histories';
import { happening, stored } from '../testing/history.ts';
import { countBatch, statisticsProjection } from './projection.ts';

const life = (ending: Ending) => lifeOf(1, { ...sampleLife(1), ending });
const recorded = (happenings: readonly Happening[]) => eventsIn(stored(happenings), statisticsProjection.categories);
const kinds = (ending: Ending) => countBatch(recorded(life(ending)), []).facts.map(({ kind }) => kind);
const registrationId = id('registration', 1);

describe('the figures of the movement', () => {
  it('count acts: a model that was recognized and revoked was both', () => {
    expect(kinds('drafted')).toEqual([]);
    expect(kinds('recognized')).toEqual(['REGISTERED', 'RECOGNIZED']);
    expect(kinds('revoked')).toEqual(['REGISTERED', 'RECOGNIZED', 'PROPOSED', 'COMMENDED', 'REVOKED']);
  });

  it('leave a counted act as it was when an entry is corrected later', () => {
    const data = {
      registrationId,
      entryRevision: 0,
      field: 'field',
      oldValue: 'KINH_TE',
      newValue: 'VAN_HOA_XA_HOI',
      reason: 'Ghi nhầm',
      document: { number: '5-CV/BDV', issuedOn: '2026-11-30' },
    };
    const corrected = happening(`registration-${registrationId}`, { type: 'EntryCorrected', data });
    expect(countBatch(recorded([...life('recognized'), corrected]), []).facts).toEqual(
      countBatch(recorded(life('recognized')), []).facts,
    );
  });

  it('count a commendation in the field of the model it rests on', () => {
    const { facts } = countBatch(recorded(life('commended')), []);
    expect(facts.find(({ kind }) => kind === 'COMMENDED')?.field).toBe(sampleLife(1).field);
  });

  it('count the same whether the history comes at once or event by event', () => {
    const all = recorded(life('revoked'));
    let subjects: ReturnType<typeof countBatch>['subjects'] = [];
    const facts = all.flatMap((event) => {
      const counted = countBatch([event], subjects);
      const changed = new Set(counted.subjects.map((subject) => subject.id));
      subjects = [...subjects.filter((subject) => !changed.has(subject.id)), ...counted.subjects];
      return counted.facts;
    });
    expect(facts).toEqual(countBatch(all, []).facts);
  });
});
