import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { holdsAny } from '#identity';
import {
  listCommendations,
  listDecisions,
  listPeople,
  listUnits,
  asTypedFirst,
  searchRegistrations,
  type ReadModelsDb,
  type Seen,
} from '#read-models';
import { Me } from '../http/access/asking.ts';
import { Text, WholeNumberText } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { ReadsSeen } from '../reading/reads.ts';

export class SearchQuery {
  @Text({
    max: 200,
    description: 'Words of a name, or a document number; case, diacritics and `i` for `y` do not matter',
  })
  q: string;
  @WholeNumberText({ optional: true, min: 1, max: 20, description: 'Of each kind; 5 unless told' }) limit?: number;
}

type Found = Answers['Found']['items'];

/** Names among which those spelt as typed are put first. */
const LOOKED_THROUGH = 200;

/** One search through everything that has a name or a number. */
@ApiTags('search')
@Controller('api/search')
export class SearchController {
  @Inject(Reader) private readonly reader: Reader;

  @ReadsSeen(
    '',
    'Tìm ở mọi nơi: mô hình, quyết định theo số hoặc tên, khen thưởng, đơn vị, người; mỗi loại một ít · Search everywhere: models, decisions by number or title, commendations, units, people; few of each',
    'Found',
  )
  async search(@Query() { q, limit = 5 }: SearchQuery, @Me() me: string): Promise<Seen<Answers['Found']>> {
    const { reader } = this;
    const { scope, concerned } = await reader.decisionReader(me);
    const appraiser = await reader.appraiserOf(me);
    const seesPeople = holdsAny(await reader.directory(), me, ['SYSTEM_ADMIN', 'AUDITOR'], reader.now);
    const asked = { q, limit, scope };
    return reader.one(TELLS, async (db): Promise<Answers['Found']> => {
      const registrations = await searchRegistrations(db, { ...asked, ...(appraiser && { appraiser }) });
      const decisions = await listDecisions(db, { ...asked, ...(concerned && { concerned }) });
      const commendations = await listCommendations(db, asked);
      return {
        items: [
          ...registrations.items.map(({ id, name, unitId, cycleId, status }) => ({
            ...{ kind: 'registration' as const, id, name, unitId, cycleId, status, ...unnumbered },
          })),
          ...decisions.items.map(({ id, title, unitId, cycleId, status, numberText: number, issuedOn }) => ({
            ...{ kind: 'decision' as const, id, name: title, unitId, cycleId, status, number, issuedOn },
          })),
          ...commendations.items.map(({ id, recipientName, unitId, cycleId, status }) => ({
            ...{ kind: 'commendation' as const, id, name: recipientName, unitId, cycleId, status, ...unnumbered },
          })),
          ...(await unitsAndPeople(db, { ...asked, seesPeople })),
        ],
        next: null,
      };
    });
  }
}

const unnumbered = { number: null, issuedOn: null };

const TELLS = ['register', 'sight', 'decision-book', 'commendation-book', 'units'] as const;

const unitsAndPeople = async (
  db: ReadModelsDb,
  { q, limit, scope, seesPeople }: Parameters<typeof listPeople>[1] & { readonly seesPeople: boolean },
): Promise<Found> => {
  const nameless = { cycleId: null, ...unnumbered };
  const some = { q: q ?? '', limit: LOOKED_THROUGH };
  const units = await listUnits(db, { ...some, scope: 'all' });
  const people = seesPeople ? (await listPeople(db, { ...some, scope })).items : [];
  const first = <Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] =>
    asTypedFirst(all, some.q).slice(0, limit);
  return [
    ...first(units.items).map(({ id, name, kind: status, parentId }) => ({
      ...{ kind: 'unit' as const, id, name, unitId: parentId, status, ...nameless },
    })),
    ...first(people).map(({ id, name }) => ({
      ...{ kind: 'person' as const, id, name, unitId: null, status: null, ...nameless },
    })),
  ];
};
