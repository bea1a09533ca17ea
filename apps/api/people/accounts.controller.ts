import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organization, reject, type Rejected } from '#domain';
import { deriveId } from '#engine';
import type { Sending } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { May } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { IdParam, Refusals } from '../http/command-route.ts';
import type { Rejection } from '../http/problem/problem-table.ts';
import { NoFields } from '../http/validation/validate.ts';
import { OpenAccountBody } from './people.dto.ts';
import { reaches } from './reach.ts';

/** Accounts are no facts of the log: passwords stay in the schema `identity`. */
@ApiTags('people')
@Controller('api/people')
export class AccountsController {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  @Post(':id/open-account')
  @HttpCode(200)
  @May('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Open an account for a person' })
  @Refusals()
  async open(
    @Param() { id }: IdParam,
    @Body() { username, password }: OpenAccountBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<unknown> {
    const accountId = deriveId(sent.idempotencyKey ?? this.ports.newId(), 'account');
    const refused = await this.check(id, me);
    if (refused !== undefined) return refused;
    const at = this.ports.clock.now();
    return (
      (await this.ports.accounts.open({ id: accountId, personId: id, username, password, at })) ?? { id: accountId }
    );
  }

  @Post(':id/disable-account')
  @HttpCode(200)
  @May('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Disable every account of a person; their sessions end at once' })
  @Refusals()
  async disable(@Param() { id }: IdParam, @Body() _nothing: NoFields, @Me() me: string): Promise<unknown> {
    const refused = await this.check(id, me);
    return refused ?? (await this.ports.accounts.disable(id, this.ports.clock.now())) ?? { id };
  }

  private async check(id: string, me: string): Promise<Rejected<Rejection> | undefined> {
    const directory = await this.ports.directory.current();
    if (organization.personOf(directory.book, id) === undefined) return reject('person-missing');
    if (id === me) return reject('own-account');
    return reaches(directory, me, id, this.ports.clock.now()) ? undefined : reject('forbidden');
  }
}
