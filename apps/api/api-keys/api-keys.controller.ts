import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Rejected } from '#domain';
import { KEY_SCOPES, type KeyScope } from '#identity';
import { apiKeyUseCase, type ApiKeyAnswer, type Rejection, type Sending } from '#use-cases';
import { PORTS, type Ports } from '../commands/ports.ts';
import { RunCommand } from '../commands/run-command.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent } from '../http/access/asking.ts';
import { IdParam, Refusals, TakesCommand } from '../http/command-route.ts';
import { COMMANDS } from '../http/command-catalogue.ts';
import { ListOfOneOf, Text } from '../http/validation/fields.ts';
import { NoFields } from '../http/validation/validate.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads, Tells } from '../reading/reads.ts';

export class NewKeyBody {
  @Text({ max: 200, description: 'The program that will hold it' }) consumer: string;
  @ListOfOneOf(KEY_SCOPES, { min: 1, max: 40 }) scopes: readonly KeyScope[];
}

const HEADERS = ['Idempotency-Key', 'X-Kheo-Client', 'X-Kheo-Dry-Run'] as const;

type Answering = Promise<ApiKeyAnswer | Rejected<Rejection>>;

@ApiTags('api-keys')
@Controller('api/api-keys')
export class ApiKeysController {
  @Inject(PORTS) private readonly ports: Ports;
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Post()
  @Tells('NewApiKey', 201)
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: COMMANDS.CreateApiKey[1] })
  @TakesCommand(...HEADERS)
  @Refusals()
  create(@Body() data: NewKeyBody, @HowSent() sent: Sending): Answering {
    return this.commands.execute(new RunCommand(apiKeyUseCase, { ...sent, type: 'CreateApiKey', data }));
  }

  @Reads('', 'Các khóa, không kèm bí mật · The keys, without their secrets', 'ApiKeys', MayAtRoot('SYSTEM_ADMIN'))
  async list(): Promise<Answers['ApiKeys']> {
    return { items: await this.ports.apiKeys.list(), next: null };
  }

  @Post(':id/revoke')
  @Tells('RevokedApiKey')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: COMMANDS.RevokeApiKey[1] })
  @TakesCommand(...HEADERS)
  @Refusals()
  revoke(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Answering {
    return this.commands.execute(new RunCommand(apiKeyUseCase, { ...sent, type: 'RevokeApiKey', id, data }));
  }
}
