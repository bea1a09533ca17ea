/** A unit by what lists may call it. */
export interface NamedUnit {
  readonly unitId: string;
  readonly name: string;
  /** The code to write instead of the name, where one is known. */
  readonly code?: string;
  readonly adminUnitCode?: string;
}
