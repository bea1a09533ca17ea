import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { apiKey } from '#domain';
import { KEY_SCOPES, type KeyScope } from '#identity';
import { pageOfAll } from '#read-models';
import { apiKeyActions, apiKeyUseCase } from '#use-cases';
import { MayAtRoot } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { Commands } from '../http/commands.ts';
import { ListOfOneOf, Text } from '../http/validation/fields.ts';
import { NoFields } from '../http/validation/validate.ts';
import type { Answers } from '../reading/answers.ts';
import { CursorQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Actions, Reads, Tells } from '../reading/reads.ts';

class NewKeyBody {
  @Text({ max: 200, description: 'The program that will hold it' }) consumer: string;
  @ListOfOneOf(KEY_SCOPES, { min: 1, max: 40 }) scopes: readonly KeyScope[];
}

/** Keys of programs, for the administrator of the whole system. */
@ApiTags('api-keys')
@Controller('api/api-keys')
@Commands(
  apiKeyUseCase,
  apiKey.rights,
  { CreateApiKey: ['create', NewKeyBody], RevokeApiKey: ['revoke', NoFields] },
  { access: MayAtRoot, answers: { CreateApiKey: Tells('NewApiKey', 201) } },
)
export class ApiKeysController {
  @Inject(Reader) private readonly reader: Reader;

  @Reads('', 'Các khóa, không kèm bí mật · The keys, without their secrets', 'ApiKeys', MayAtRoot('SYSTEM_ADMIN'))
  async list(@Query() page: CursorQuery): Promise<Answers['ApiKeys']> {
    return pageOfAll(await this.reader.ports.apiKeys.list(), page, ({ createdAt, id }) => `${createdAt} ${id}`);
  }

  @Actions('ApiKeyActions', MayAtRoot('SYSTEM_ADMIN'))
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['ApiKeyActions']> {
    const { reader } = this;
    return reader.told(await apiKeyActions(reader.ports, me, id));
  }
}
