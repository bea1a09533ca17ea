import { localDateOf, type regulation } from '#domain';
import { sampleUnits, samplePeople } from './province.ts';
import { inParallel, SYSTEM, type SampleCommands } from './sample-commands.ts';

const ROOT = sampleUnits[0]?.key ?? '';
const ADMIN = 'admin';

/** Establishes the invented province and appoints its people; the system makes the root and the first administrator. */
export const establishProvince = async (commands: SampleCommands): Promise<void> => {
  const from = localDateOf(commands.clock.now());
  const establish = (who: string, unit: (typeof sampleUnits)[number]) =>
    commands.unit(who, unit.key, {
      type: 'EstablishUnit',
      data: {
        name: unit.name,
        kind: unit.kind,
        from,
        ...(unit.parent === undefined ? {} : { parentId: commands.idOf('unit', unit.parent) }),
        ...(unit.adminUnitCode === undefined ? {} : { adminUnitCode: unit.adminUnitCode }),
      },
    });
  const enter = async (who: string, person: (typeof samplePeople)[number]): Promise<void> => {
    await commands.person(who, person.key, { type: 'EnterPerson', data: { name: person.name, email: person.email } });
    for (const { unit, role } of person.appointments) {
      await commands.person(who, `${person.key}:${role}`, {
        type: 'AppointPerson',
        id: commands.idOf('person', person.key),
        data: {
          unitId: commands.idOf('unit', unit),
          role,
          from,
          document: { number: '01-QĐ/TU', issuedOn: from },
        },
      });
    }
  };
  const of = (key: string) => samplePeople.filter((person) => (person.key === ADMIN) === (key === ADMIN));
  for (const unit of sampleUnits.filter(({ key }) => key === ROOT)) await establish(SYSTEM, unit);
  for (const person of of(ADMIN)) await enter(SYSTEM, person);
  for (const kind of ['COMMUNE', 'UNIT'] as const) {
    await inParallel(
      sampleUnits.filter((unit) => unit.kind === kind),
      (unit) => establish(ADMIN, unit),
    );
  }
  await inParallel(of('others'), (person) => enter(ADMIN, person));
};

export interface SampleRegulation {
  readonly id: string;
  readonly content: regulation.RegulationContent;
}

/** Has the standing body draft a regulation and the signer put it in force on the same day. */
export const publishRegulation = async (
  commands: SampleCommands,
  key: string,
  content: regulation.RegulationContent,
  number: string,
): Promise<SampleRegulation> => {
  const today = localDateOf(commands.clock.now());
  const id = await commands.regulation('standing-body', key, {
    type: 'DraftRegulation',
    data: { unitId: commands.idOf('unit', ROOT), content },
  });
  await commands.regulation('signer', `${key}:publish`, {
    type: 'PublishRegulation',
    id,
    data: { number, issuedOn: today, from: today, illustrative: true },
  });
  return { id, content };
};
