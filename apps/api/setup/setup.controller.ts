import { Controller, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { missingWords, stillMissing } from '#use-cases';
import { MayAtRoot } from '../http/access/access.ts';
import { headerOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { languageOf } from '../http/problem/language.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Reads } from '../reading/reads.ts';

@ApiTags('setup')
@Controller('api/setup')
export class SetupController {
  @Inject(Reader) private readonly reader: Reader;

  @Reads(
    '',
    'Còn thiếu gì trước đăng ký đầu tiên · What is still missing before the first registration',
    'StillMissing',
    MayAtRoot('SYSTEM_ADMIN'),
  )
  async missing(@Req() request: KnownRequest): Promise<Answers['StillMissing']> {
    const [directory, rules] = await Promise.all([this.reader.directory(), this.reader.ports.rules.current()]);
    const language = languageOf(headerOf(request, 'accept-language'));
    const items = stillMissing(directory, rules, this.reader.now).map((each) => ({
      thing: each.thing,
      role: 'role' in each ? each.role : null,
      sentence: missingWords(each)[language === 'vi' ? 0 : 1],
    }));
    return { items, next: null };
  }
}
