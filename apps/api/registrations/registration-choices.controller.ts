import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { registration, type Actor } from '#domain';
import { authorize } from '#identity';
import { getRegistration, type Seen } from '#read-models';
import {
  adopterChoices,
  appraiserChoices,
  approverChoices,
  correctableFields,
  placeChoices,
  requirementsOf,
  seenRegistration,
} from '#use-cases';
import { CORRECTABLE_NAMES, DOCUMENT_KIND_NAMES, inBoth, REGISTRATION_ITEM_NAMES } from '#words';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { Answers } from '../reading/answers.ts';
import { sentences, toldRemark } from '../reading/actions.ts';
import { byCycleAndUnit, byPersonAndUnit, toldChoices } from '../reading/choice.ts';
import { PageQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, Reads, ReadsSeen } from '../reading/reads.ts';
import { PlacesQuery } from './registrations.dto.ts';
import { sightOfDossier } from './sight-of-dossier.ts';

/** What there is to choose from where a command about a registration names something. */
@ApiTags('registrations')
@Controller('api/registrations')
export class RegistrationChoicesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists(
    'places',
    'Đăng ký được cho đơn vị nào, trong đợt nào, đến hết ngày nào · For which units one may register, in which cycle, until when',
    'Place',
    May(...registration.rights.DraftRegistration),
  )
  async places(@Query() { cycle, ...query }: PlacesQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const sayOf = sentences(await reader.directory(), reader.now);
    const found = await placeChoices(reader.ports, me, cycle === undefined ? {} : { cycleId: cycle });
    const places = found.map(({ remark, ...place }) => ({
      ...place,
      remark: remark === undefined ? null : toldRemark(remark, sayOf),
    }));
    return reader.choices('places', query, { all: places, for: me, keyOf: byCycleAndUnit });
  }

  @Lists(
    ':id/appraisers',
    'Ai thẩm định được, ai không và vì sao · Who can be named to appraise it, who cannot and why',
    'Appraiser',
    May(...registration.rights.OpenAppraisal),
  )
  async appraisers(@Param() { id }: IdParam, @Query() query: PageQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const { state, actor } = await this.asOneWho(registration.rights.OpenAppraisal, id, me);
    const people = (await appraiserChoices(reader.ports, actor, state)) ?? [];
    return reader.choices('appraisers', query, { all: people, for: me, keyOf: byPersonAndUnit });
  }

  @Lists(
    ':id/approvers',
    'Ai duyệt được các đính chính đang chờ, ai không và vì sao · Who can approve the corrections that wait, who cannot and why',
    'Approver',
    May(...registration.rights.RequestCorrection),
  )
  async approvers(@Param() { id }: IdParam, @Query() query: PageQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const { state } = await this.asOneWho(registration.rights.RequestCorrection, id, me);
    const people = await approverChoices(reader.ports, state, me);
    return reader.choices('approvers', query, { all: people, for: me, keyOf: byPersonAndUnit });
  }

  @Reads(
    ':id/correctable-fields',
    'Mục nào đính chính được, hiện ghi gì · What a correction may put right, and what it says now',
    'CorrectableFields',
    May(...registration.rights.RequestCorrection),
  )
  async correctable(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['CorrectableFields']> {
    const { state } = await this.asOneWho(registration.rights.RequestCorrection, id, me);
    const items = await toldChoices(this.reader.ports, me, correctableFields(state));
    return { items: items.map((each) => ({ ...each, name: inBoth(CORRECTABLE_NAMES[each.field]) })), next: null };
  }

  @Lists(
    ':id/adopters',
    'Đơn vị nào nhân rộng được, trong đợt nào, đơn vị nào không và vì sao · Which units may take the model up, in which cycle, which cannot and why',
    'Adopter',
    May(...registration.rights.ReplicateModel),
  )
  async adopters(
    @Param() { id }: IdParam,
    @Query() { cycle, ...query }: PlacesQuery,
    @Me() me: string,
  ): Promise<unknown> {
    const { reader } = this;
    const { state } = await reader.ports.engine.load(`registration-${id}`, registration.decider);
    const seen = await seenRegistration(reader.ports, me, id);
    // Typical models are there for every unit to take up.
    const isForAll = state.status === 'RECOGNIZED' && state.typical;
    const of = reader.found(seen?.state ?? (isForAll ? state : undefined));
    const places = await adopterChoices(reader.ports, me, of, cycle === undefined ? {} : { cycleId: cycle });
    return reader.choices('adopters', query, { all: places, for: me, keyOf: byCycleAndUnit });
  }

  @ReadsSeen(
    ':id/requirements',
    'Quy định yêu cầu gì, đã có gì · What the regulation asks for, and what is there',
    'Requirements',
  )
  async requirements(@Param() { id }: IdParam, @Me() me: string): Promise<Seen<Answers['Requirements']>> {
    const { reader } = this;
    const seen = reader.found(await seenRegistration(reader.ports, me, id));
    const sight = sightOfDossier(seen, me);
    const [scope, rules] = [await reader.scopeOf(me), await reader.ports.rules.current()];
    const { value, ...at } = await reader.one(['register', 'timeline', 'rules'], (db) =>
      getRegistration(db, { id, scope, sight }),
    );
    const dossier = reader.found(value.dossier ?? undefined);
    const { items, documents, criteria } = reader.found(requirementsOf(rules, seen.state, dossier));
    return {
      ...at,
      value: {
        items: items.map((each) => ({ ...each, name: inBoth(REGISTRATION_ITEM_NAMES[each.item]) })),
        documents: documents.map((each) => ({ ...each, name: inBoth(DOCUMENT_KIND_NAMES[each.kind]) })),
        criteria,
      },
    };
  }

  /** What somebody sees, and as whom they would give the command. */
  private async asOneWho(roles: readonly Actor['role'][], id: string, me: string) {
    const { reader } = this;
    const { state } = reader.found(await seenRegistration(reader.ports, me, id));
    const asked = { personId: me, roles, unitId: state.core.unitId, at: reader.now };
    const actor = authorize(await reader.directory(), asked);
    if (typeof actor === 'string') throw new Refusal('forbidden');
    return { state, actor };
  }
}
