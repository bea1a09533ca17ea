import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beginnings } from '#use-cases';
import { Me } from '../http/access/asking.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Reads } from '../reading/reads.ts';

@ApiTags('actions')
@Controller('api/actions')
export class OwnActionsController {
  @Inject(Reader) private readonly reader: Reader;

  @Reads(
    '',
    'Tôi được lập mới, làm hàng loạt, đọc và theo dõi những gì; không được thì vì sao, ai làm được · What I may begin, do to many, read and follow; if not, why, and who may',
    'OwnActions',
  )
  async own(@Me() me: string): Promise<Answers['OwnActions']> {
    const { reader } = this;
    return reader.told(await beginnings(reader.ports, me));
  }
}
