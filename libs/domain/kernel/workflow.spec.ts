import { by, replay } from './testing/spec.ts';
import type { Command, DomainEvent, Recorded } from './message.ts';
import { evolveBy, type Transitions } from './workflow.ts';

type Door = { readonly status: 'SHUT' } | { readonly status: 'OPEN'; readonly by: string };
type DoorEvent = DomainEvent<'Opened', { readonly by: string }> | DomainEvent<'Painted'> | DomainEvent<'Shut'>;
type DoorCommand = Command<'Open', unknown> | Command<'Paint', unknown> | Command<'Shut', unknown>;

const transitions = {
  Open: { from: ['SHUT'], events: { Opened: 'OPEN' } },
  Paint: { from: ['SHUT', 'OPEN'], events: { Painted: 'same' } },
  Shut: { from: ['OPEN'], events: { Shut: 'SHUT' } },
} as const satisfies Transitions<DoorCommand, DoorEvent, Door>;

const initial: Door = { status: 'SHUT' };
const evolve = evolveBy<Door, Recorded<DoorEvent>, typeof transitions>(transitions, {
  Opened: (_, { data }) => data,
  Painted: (door) => door,
  Shut: () => ({}),
});
const after = (...events: readonly DoorEvent[]) =>
  replay({ initial, evolve }, by({ personId: 'lan', role: 'UNIT_OFFICER', unitId: 'hall' })(...events));

const opened = (name: string): DoorEvent => ({ type: 'Opened', data: { by: name } });
const shut: DoorEvent = { type: 'Shut', data: undefined };
const painted: DoorEvent = { type: 'Painted', data: undefined };

describe('how events move a state', () => {
  it('is to the status that the table tells, with the fields of that status only', () => {
    expect(after(opened('Lan'))).toEqual({ status: 'OPEN', by: 'Lan' });
    expect(after(opened('Lan'), painted)).toEqual({ status: 'OPEN', by: 'Lan' });
    expect(after(opened('Lan'), shut)).toEqual({ status: 'SHUT' });
  });

  it('is not at all where the table does not allow the event', () => {
    expect(after(shut)).toBe(initial);
    expect(after(opened('Lan'), opened('Minh'))).toEqual({ status: 'OPEN', by: 'Lan' });
  });
});
