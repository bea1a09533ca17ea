import type { apiKey } from '#domain';
import type { EngineRejection } from '#engine';
import type { Own } from './common-problems.ts';
import { rule } from './entry.ts';

export const API_KEY_PROBLEMS: Own<Exclude<apiKey.ApiKeyRejection, EngineRejection>> = {
  'scopes-open-nothing': rule(
    'Phạm vi “personal” chỉ cho xem thêm dữ liệu cá nhân trong những gì phạm vi khác mở ra: hãy chọn thêm phạm vi “feed” hoặc “feed:…”.',
    'The scope “personal” only adds personal data to what another scope opens: choose “feed” or “feed:…” as well.',
  ),
};
