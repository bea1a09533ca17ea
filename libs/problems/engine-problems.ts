import type { EngineRejection } from '#engine';
import { conflict, rule, type ProblemEntry } from './entry.ts';

export const ENGINE_PROBLEMS: Readonly<Record<EngineRejection | 'stale-revision', ProblemEntry>> = {
  'stale-revision': {
    status: 412,
    vi: 'Người khác đã thao tác trong lúc đó; hãy xem lại trước khi làm tiếp.',
    en: 'Somebody acted meanwhile; look again before you go on.',
  },
  'concurrency-conflict': conflict(
    'Nhiều người cùng thao tác một lúc; hãy thử lại.',
    'Too many people act on this at once; try again.',
  ),
  'idempotency-key-reused': rule(
    'Khóa Idempotency-Key này đã được dùng cho một yêu cầu khác.',
    'This Idempotency-Key was used for another request.',
  ),
};
