import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getAudit, isTold } from '#read-models';
import { Me } from '../http/access/asking.ts';
import { Refusal } from '../http/problem/problem.ts';
import { Reader } from '../reading/reader.ts';
import { Lists } from '../reading/reads.ts';
import { AuditListQuery } from './audit.dto.ts';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists(
    '',
    'Nhật ký của mọi việc: ai làm gì, lúc nào, theo văn bản nào · The trail across everything: who did what, when, on which document',
    'AuditEntry',
  )
  async list(@Query() query: AuditListQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const { person, unit, model, ...rest } = query;
    const auditing = await reader.auditing(me);
    if (query.kind !== undefined && !isTold(query.kind, auditing))
      throw new Refusal('role-not-allowed', { params: { roles: ['AUDITOR'] } });
    const filters = {
      ...auditing,
      ...(person === undefined ? {} : { personId: person }),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(model === undefined ? {} : { modelId: model }),
    };
    return reader.list({ name: 'audit', of: AUDIT_TELLS }, rest, (db, page) => getAudit(db, { ...page, ...filters }));
  }
}

/** What the trail and whose it is are told by. */
const AUDIT_TELLS = [
  'timeline',
  'register',
  'sight',
  'decision-book',
  'commendation-book',
  'report-board',
  'rules',
  'reminder-history',
  'units',
] as const;
