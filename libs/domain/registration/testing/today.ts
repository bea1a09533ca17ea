import type { Actor } from '../../kernel/index.ts';
import { availableActions, type Today } from '../available-actions.ts';
import type { Sight } from '../sight.ts';
import type { RegistrationState } from '../state.ts';
import { regulation } from './regulation.ts';

/** A day on which nothing stands in the way but what a spec says. */
export const onDay = (today: string, change: Partial<Today> = {}): Today => ({
  today,
  cycleOpen: true,
  regulation: regulation(),
  deadlines: { REGISTRATION: '2026-03-31', DOSSIER: '2026-10-31', APPRAISAL: '2026-11-30' },
  ...{ unitActive: true, laterCycles: ['cycle-2027'], canAdopt: () => true },
  ...change,
});

/** What somebody may do with a registration that was drafted, with whoever else is there to be asked. */
export const actionsOf = (
  state: RegistrationState,
  mine: readonly Actor[],
  {
    others = [],
    today = onDay('2026-03-02'),
    sight = 'WHOLE',
    heads = [],
  }: {
    readonly others?: readonly Actor[];
    readonly today?: Today;
    readonly sight?: Sight;
    readonly heads?: readonly Actor[];
  } = {},
): ReturnType<typeof availableActions> => {
  if (state.status === 'NONE') throw new Error('nothing was drafted');
  return availableActions(state, { mine, everybody: [...mine, ...others], heads }, today, sight);
};
