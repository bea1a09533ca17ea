import { accept, type Outcome } from '../../kernel/index.ts';
import type { AdmitChange } from './commands.ts';
import type { OrganizationEvent } from './events.ts';
import { evolve, initial } from './state.ts';

const decide = ({ data }: AdmitChange): Outcome<OrganizationEvent, never> => {
  const [first] = data.changes;
  return accept({
    type: 'OrganizationChangeAdmitted',
    data,
    ...(first?.effectiveOn === undefined ? {} : { effectiveOn: first.effectiveOn }),
  });
};

/** Stream `organization-<uuid>`. */
export const decider = { initial, evolve, decide };
