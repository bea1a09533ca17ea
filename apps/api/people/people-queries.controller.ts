import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { listGrants, listPeople } from '#read-models';
import { maySeePerson, personActions, READINGS } from '#use-cases';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { PageAsOfQuery } from '../reading/list-query.ts';
import { Actions, Lists, Reads, Timeline } from '../reading/reads.ts';
import { GrantsQuery, PeopleQuery } from './people.dto.ts';

const toldOf = (account: organization.Account | undefined): Answers['Person']['account'] => ({
  status: account?.status ?? 'NONE',
  username: account?.username ?? null,
  codeLapsesAt: account?.invitation?.expiresAt ?? null,
  secondFactor: account?.secondFactorId !== undefined,
});

@ApiTags('people')
@Controller('api/people')
export class PeopleQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists(
    '',
    'Mọi người cùng các phân công · People with their appointments',
    'PersonWithAppointments',
    May(...READINGS.ReadPeople),
  )
  async list(@Query() { unit, ...query }: PeopleQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const filters = {
      scope: await reader.scopeOf(me),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
    };
    return reader.list({ name: 'people', of: ['units'] }, query, (db, page) => listPeople(db, { ...page, ...filters }));
  }

  @Lists(
    'grants',
    'Ai trao quyền ký, quản trị, kiểm toán cho ai; những việc chờ xác nhận hoặc do một người trao · Who gave whom the power to sign, administer or audit; what waits to be confirmed, and what one person gave alone',
    'Grant',
    May(...READINGS.ReadPeople),
  )
  async grants(@Query() { unit, ...query }: GrantsQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const filters = {
      scope: await reader.scopeOf(me),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
    };
    return reader.list({ name: 'grants', of: ['units'] }, query, (db, page) => listGrants(db, { ...page, ...filters }));
  }

  @Reads(
    ':id',
    'Một người: cho quản trị, kiểm toán và chính người đó · A person: for administrators, auditors and the person',
    'Person',
  )
  async one(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['Person']> {
    const directory = await this.reader.directory();
    const seen = maySeePerson(directory, me, id, this.reader.now);
    const {
      account,
      unguardedBy: _unguarded,
      shutBy: _shut,
      inHandsOf: _hands,
      emailBy: _emailBy,
      ...person
    } = this.reader.found(seen ? organization.personOf(directory.book, id) : undefined);
    return { ...person, id, account: toldOf(account) };
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery, @Me() me: string): Promise<unknown> {
    await this.one({ id }, me);
    return this.reader.timeline(`person-${id}`, query);
  }

  @Actions('PersonActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['PersonActions']> {
    const { reader } = this;
    return reader.told(await personActions(reader.ports, me, id));
  }
}
