import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decision, localDateOf } from '#domain';
import { authorize, sees } from '#identity';
import { getDecision, listDecisions, listNumbers, type Seen } from '#read-models';
import { decisionActions, itemChoices, nextNumbers, seenBy, signerChoices, typeNames } from '#use-cases';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import { byPersonAndUnit, toldChoices } from '../reading/choice.ts';
import { AsOfQuery, PageAsOfQuery, PageQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Actions, Lists, Reads, ReadsSeen, Timeline } from '../reading/reads.ts';
import { withWaits } from '../tasks/waits-for.ts';
import { CandidatesQuery, DecisionsQuery, NextNumbersQuery, NumbersQuery } from './decisions.dto.ts';

/** Those who prepare a decision, and those who sign. */
const SIGNING = [...decision.rights.FreezeDecision, ...decision.rights.IssueDecision] as const;

@ApiTags('decisions')
@Controller('api/decisions')
export class DecisionsQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Sổ quyết định · The decision book', 'Decision')
  async list(@Query() { cycle, unit, status, signer, ...query }: DecisionsQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const filters = {
      ...(await reader.decisionReader(me)),
      ...(cycle === undefined ? {} : { cycleId: cycle }),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(status === undefined ? {} : { status: [status] }),
      ...(signer === undefined ? {} : { signerId: signer }),
    };
    return reader.list(
      { name: 'decisions', of: ['decision-book', 'register', 'commendation-book'] },
      query,
      (db, page) => listDecisions(db, { ...page, ...filters }),
    );
  }

  @Lists(
    'candidates',
    'Quyết định được cho những gì, gì chưa được và vì sao · What an act can be decided for, what it cannot and why',
    'DecisionCandidate',
    May(...decision.rights.DraftDecision),
  )
  async candidates(@Query() { act, unit, cycle, ...query }: CandidatesQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const asked = { personId: me, roles: decision.rights.DraftDecision, unitId: unit, at: reader.now };
    const actor = authorize(await reader.directory(), asked);
    if (typeof actor === 'string') throw new Refusal(actor === 'forbidden' ? actor : 'not-found');
    const filters = {
      ...{ act, bodyId: unit, scope: await reader.scopeOf(me), unitIds: await reader.unitsUnder(unit) },
      ...(cycle === undefined ? {} : { cycleId: cycle }),
    };
    return reader.list(
      { name: 'candidates', of: ['register', 'commendation-book', 'decision-book'] },
      query,
      async (db, page) => {
        const { items, next } = await itemChoices(reader.ports, db, { ...page, ...filters });
        return { items: await toldChoices(reader.ports, me, items), next };
      },
    );
  }

  @Lists(
    'numbers',
    'Sổ cấp số: mỗi số với quyết định, hoặc vì sao bỏ · The number books: each number with its decision, or why it is void',
    'NumberEntry',
  )
  async numbers(@Query() { issuer, ...query }: NumbersQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const filters = { scope: await reader.scopeOf(me), ...(issuer === undefined ? {} : { issuerId: issuer }) };
    const nameOf = await typeNames(reader.ports, localDateOf(reader.now));
    return reader.list({ name: 'numbers', of: ['decision-book'] }, query, async (db, page) => {
      const { items, next } = await listNumbers(db, { ...page, ...filters });
      return { items: items.map((item) => ({ ...item, docTypeName: nameOf(item) })), next };
    });
  }

  @ReadsSeen(
    ':id',
    'Một quyết định với danh sách và kết quả từng mục · A decision with its manifest and what became of each item',
    'DecisionDetail',
  )
  async one(
    @Param() { id }: IdParam,
    @Query() asOf: AsOfQuery,
    @Me() me: string,
  ): Promise<Seen<Answers['DecisionDetail']>> {
    const { reader } = this;
    const shown = await reader.decisionReader(me);
    return reader.one(
      ['decision-book', 'register', 'commendation-book', 'timeline', 'tasks'],
      async (db) => withWaits(reader, db, await getDecision(db, { id, ...shown, ...asOf }), { personId: me, ...asOf }),
      asOf,
    );
  }

  @Actions('DecisionActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['DecisionActions']> {
    const { reader } = this;
    const state = await this.visible(id, me);
    return reader.told(await decisionActions(reader.ports, me, state));
  }

  @Lists(
    ':id/signers',
    'Ai ký được, ai không và vì sao · Who can sign it, who cannot and why',
    'Signer',
    May(...SIGNING),
  )
  async signers(@Param() { id }: IdParam, @Query() query: PageQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const state = await this.visible(id, me);
    const asked = { personId: me, roles: SIGNING, unitId: state.unitId, at: reader.now };
    if (typeof authorize(await reader.directory(), asked) === 'string') throw new Refusal('forbidden');
    const people = await signerChoices(reader.ports, state);
    return reader.choices('signers', query, { all: people, for: me, keyOf: byPersonAndUnit });
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery, @Me() me: string): Promise<unknown> {
    const { value } = await this.one({ id }, {}, me);
    const items = value.items.map(({ itemId }) => itemId);
    return this.reader.timeline(`decision-${id}`, query, value.partial ? { items } : {});
  }

  @Reads(
    ':id/next-numbers',
    'Số tiếp theo của từng loại văn bản, nếu ban hành bây giờ · The next number of each type of document, were it issued now',
    'NextNumbers',
  )
  async nextNumbers(
    @Param() { id }: IdParam,
    @Query() { issuedOn = localDateOf(this.reader.now), ...term }: NextNumbersQuery,
    @Me() me: string,
  ): Promise<Answers['NextNumbers']> {
    const { ports, now } = this.reader;
    const { unitId: issuerId } = await this.visible(id, me);
    if (!sees(await this.reader.directory(), me, issuerId, now)) throw new Refusal('forbidden');
    const items = await nextNumbers(ports, { decisionId: id, issuerId, issuedOn, ...term });
    if ('kind' in items) throw new Refusal(items.reason, { pointer: 'term' });
    return { items, next: null };
  }

  /** As the log has it now, for everybody who sees it: whom it names, once the read models show it to them. */
  private async visible(id: string, me: string) {
    const { ports } = this.reader;
    const stream = `decision-${id}`;
    const own = await seenBy(ports, me, stream, decision.decider, ({ unitId }) => unitId);
    if (own !== undefined) return own.state;
    await this.one({ id }, {}, me);
    const { state } = await ports.engine.load(stream, decision.decider);
    return this.reader.found(state.status === 'NONE' ? undefined : state);
  }
}
