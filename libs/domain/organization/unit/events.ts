import type { DocumentCitation, DomainEvent, LocalDate } from '../../kernel/index.ts';

/**
 * The kind of body a unit is. Authorities of a regulation are given per kind, so a level is never a column: a unit's
 * place is its parent on a date.
 */
export const UNIT_KINDS = ['NATIONAL', 'PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES', 'UNIT'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Stream `unit-<unitId>`. */
export type UnitEvent =
  | DomainEvent<
      'UnitEstablished',
      {
        readonly unitId: string;
        readonly name: string;
        readonly kind: UnitKind;
        /** The unit above; absent for the root. */
        readonly parentId?: string;
        /** 2-digit province or 5-digit commune code, kept as text; absent for units without territory. */
        readonly adminUnitCode?: string;
        readonly from: LocalDate;
        readonly document?: DocumentCitation;
      }
    >
  | DomainEvent<
      'UnitRenamed',
      { readonly unitId: string; readonly name: string; readonly from: LocalDate; readonly document?: DocumentCitation }
    >
  | DomainEvent<
      'UnitMoved',
      {
        readonly unitId: string;
        readonly parentId: string;
        readonly from: LocalDate;
        readonly document?: DocumentCitation;
      }
    >
  | DomainEvent<
      'UnitClosed',
      { readonly unitId: string; readonly on: LocalDate; readonly reason: string; readonly document?: DocumentCitation }
    >;
