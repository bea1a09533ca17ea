import { recorded, replay } from '../../kernel/testing/spec.ts';
import { decide, decider } from '../decide.ts';
import type { Actor } from '../../kernel/index.ts';
import type { RegistrationEvent } from '../events.ts';
import { afterLinking, announcesDraft, type LinkingEvent } from './process.ts';
import { draftedData, fact, form, histories, ID } from '../testing/history.ts';
import { adoptingHead, as, officer, OTHER_UNIT, UNIT } from '../testing/people.ts';
import { regulation } from '../testing/regulation.ts';

const linking = (event: RegistrationEvent, actor: Actor = officer): LinkingEvent =>
  recorded(event, { actor }) as LinkingEvent;

const replicated = fact('ModelReplicated', {
  adoptingUnitId: OTHER_UNIT,
  adoptingRegistrationId: 'registration-2',
  cycleId: 'cycle-2027',
});
const carried = fact('ModelCarriedForward', { cycleId: 'cycle-2027', nextRegistrationId: 'registration-3' });

const recognized = replay(decider, histories.recognized);

describe('the draft that follows a model', () => {
  it('replicated elsewhere is a new model of the adopting unit, under the id that was announced', () => {
    const cause = linking(replicated, adoptingHead);
    expect(afterLinking(cause, recognized, 'model-new')).toMatchObject({
      stream: 'registration-registration-2',
      data: {
        registrationId: 'registration-2',
        modelId: 'model-new',
        unitId: OTHER_UNIT,
        cycleId: 'cycle-2027',
        origin: { kind: 'REPLICATES', registrationId: ID },
        form,
      },
    });
  });

  it('carried forward stays the same model of the same unit', () => {
    const cause = linking(carried);
    expect(afterLinking(cause, recognized, 'model-new')).toMatchObject({
      stream: 'registration-registration-3',
      data: {
        registrationId: 'registration-3',
        modelId: 'model-1',
        unitId: UNIT,
        cycleId: 'cycle-2027',
        origin: { kind: 'CONTINUES', registrationId: ID },
        form,
      },
    });
  });

  it('is drafted in the name of whoever asked for it, and whoever they acted for', () => {
    const cause = linking(carried, { ...officer, onBehalfOf: 'chief' });
    expect(afterLinking(cause, recognized, 'model-new')?.actor).toEqual({
      ...officer,
      role: 'SYSTEM',
      onBehalfOf: 'chief',
    });
  });

  it('is not confirmed yet: the committee confirmed the source only', () => {
    const drafted = fact('RegistrationDrafted', {
      ...draftedData,
      form: { ...form, confirmation: 'Cấp ủy nhất trí' },
    });
    const source = replay(decider, [recorded(drafted)]);
    expect(afterLinking(linking(carried), source, 'model-new')?.data.form).toEqual(form);
  });

  it('did not come from an imported list', () => {
    expect(afterLinking(linking(replicated), recognized, 'model-new')?.data).not.toHaveProperty('importKey');
  });

  it('is what the workflow of the draft accepts', () => {
    for (const event of [replicated, carried]) {
      const draft = afterLinking(linking(event), recognized, 'model-new');
      if (draft === undefined) throw new Error('no draft follows');
      const facts = { unitActive: true, cycleOpen: true, regulation: regulation(), ...draft.facts };
      const outcome = decide({ ...draft, facts, meta: as(draft.actor, '2026-12-02') }, decider.initial);
      expect(outcome).toMatchObject({ kind: 'accepted', events: [{ type: 'RegistrationDrafted' }] });
    }
  });

  it('is announced by no other event, and not for a source that never was drafted', () => {
    expect([...new Set(histories.recognized.map(announcesDraft))]).toEqual([false]);
    expect([replicated, carried].map(announcesDraft)).toEqual([true, true]);
    expect(afterLinking(linking(carried), decider.initial, 'model-new')).toBeUndefined();
  });
});
