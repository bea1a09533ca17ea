import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { reject } from '#domain';
import { deriveId } from '#engine';
import { KEY_SCOPES, type KeyScope } from '#identity';
import type { Sending } from '#use-cases';
import { PORTS, type Ports } from '../commands/ports.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { IdParam, Refusals, TakesCommand } from '../http/command-route.ts';
import { ListOfOneOf, Text } from '../http/validation/fields.ts';
import { NoFields } from '../http/validation/validate.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads, Tells } from '../reading/reads.ts';

export class NewKeyBody {
  @Text({ max: 200, description: 'The program that will hold it' }) consumer: string;
  @ListOfOneOf(KEY_SCOPES, { min: 1, max: 10 }) scopes: readonly KeyScope[];
}

@ApiTags('api-keys')
@Controller('api/api-keys')
export class ApiKeysController {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  @Post()
  @Tells('NewApiKey', 201)
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Tạo khóa; chỉ hiện một lần này · Make a key; it is shown this once' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @Refusals()
  async create(@Body() body: NewKeyBody, @HowSent() sent: Sending, @Me() me: string): Promise<unknown> {
    const id = deriveId(sent.idempotencyKey ?? this.ports.newId(), 'api-key');
    const key = await this.ports.apiKeys.create({ ...body, id, createdBy: me, at: this.ports.clock.now() });
    return typeof key === 'string' ? { id, key } : key;
  }

  @Reads('', 'Các khóa, không kèm bí mật · The keys, without their secrets', 'ApiKeys', MayAtRoot('SYSTEM_ADMIN'))
  async list(): Promise<Answers['ApiKeys']> {
    return { items: await this.ports.apiKeys.list(), next: null };
  }

  @Post(':id/revoke')
  @Tells('RevokedApiKey')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Thu hồi khóa, có hiệu lực ngay · Revoke a key, with immediate effect' })
  @TakesCommand('X-Kheo-Client')
  @Refusals()
  async revoke(@Param() { id }: IdParam, @Body() _nothing: NoFields, @Me() me: string): Promise<unknown> {
    return (await this.ports.apiKeys.revoke(id, me, this.ports.clock.now())) ? { id } : reject('not-found');
  }
}
