import type { ReminderFixture, FixturePerson, FixtureUnit } from './fixture.ts';
import { LADDER, stepOfRung, WALK, type CountedRung } from './walk.ts';

/** What somebody is to be told of one report in one step of the walk. */
export interface Told {
  readonly unit: FixtureUnit;
  readonly person: FixturePerson;
  /** Codes of one recipient, those that were missed in the leap of the clock before the last. */
  readonly rungs: readonly string[];
  readonly step: number;
  /** Handed in while the clock stood at the rung: who looked first decides. */
  readonly open: boolean;
}

/** The step in which each report is handed in, by report; those that never are, are not in it. */
export type HandingIn = ReadonlyMap<string, number>;

/**
 * Everything that anybody may be told, by the rules alone: one message for each role and step while the report is owed.
 * What is not in it must never be sent; what is not `open` must be sent.
 * @param steps of the walk that are gone
 */
export function toldByTheRules(fixture: ReminderFixture, handedIn: HandingIn, steps: number): Told[] {
  const groups = rungGroups().filter(({ step }) => step < steps);
  return fixture.units.flatMap((unit) => {
    const until = handedIn.get(unit.reportId) ?? WALK.length;
    return groups
      .filter(({ step }) => step <= until)
      .flatMap(({ step, recipient, rungs }) =>
        peopleOf(fixture, unit, recipient).map((person) => ({ unit, person, rungs, step, open: step === until })),
      );
  });
}

/** Rungs that are reached in the same step by the same recipient: one message stands for them. */
function rungGroups() {
  const groups = Map.groupBy(LADDER, (rung) => `${stepOfRung(rung)} ${rung.recipient}`);
  return [...groups.values()].map((rungs) => {
    const [first] = rungs as [CountedRung];
    return { step: stepOfRung(first), recipient: first.recipient, rungs: rungs.map(({ code }) => code) };
  });
}

function peopleOf(
  fixture: ReminderFixture,
  unit: FixtureUnit,
  recipient: CountedRung['recipient'],
): readonly FixturePerson[] {
  switch (recipient) {
    case 'OFFICER':
      return [unit.officer];
    case 'HEAD':
      return [unit.head];
    case 'RECEIVING_BODY':
      return fixture.receivingBody;
    case 'RECEIVING_HEAD':
      return [fixture.receivingHead];
  }
}

/** What the log is to say of it, once for each channel. */
export const sentences = ({ unit, person, rungs }: Told): readonly string[] =>
  (person.inbox ? ['EMAIL', 'INBOX'] : ['EMAIL']).map((channel) =>
    sentence({ subjectId: unit.reportId, personId: person.personId, channel, rungs }),
  );

export const sentence = (sent: {
  readonly subjectId: string;
  readonly personId: string;
  readonly channel: string;
  readonly rungs: readonly string[];
}): string => [sent.subjectId, sent.personId, sent.channel, ...sent.rungs].join(' ');
