import { registration } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import { equals, oneOf } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { Page, PageRequest } from '../paging/page.ts';
import { REGISTRATION_STATUSES, type RegistrationRow } from './table.ts';

const CLAIMING = REGISTRATION_STATUSES.filter(registration.claimsName);

interface CalledQuery extends PageRequest {
  readonly cycleId: string;
  readonly unitIds: readonly string[];
}

/** What the registrations of units are called in a cycle: of those that hold their name, or will. */
export const registrationsCalled = (
  db: ReadModelsDb,
  { cycleId, unitIds, ...page }: CalledQuery,
): Promise<Page<Pick<RegistrationRow, 'id' | 'unitId' | 'name'>>> =>
  pageOf(db.selectFrom('registrations').select(['id', 'unitId', 'name']), page, ({ ref }) => ({
    where: [equals(ref('cycleId'), cycleId), oneOf(ref('unitId'), unitIds), oneOf(ref('status'), CLAIMING)],
    order: ascending(ref('id')),
  }));
