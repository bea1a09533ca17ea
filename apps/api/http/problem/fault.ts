/** Why one field was refused. Stable, machine-readable; the sentences are in `field-texts.ts`. */
export type FieldCode =
  | 'required'
  | 'required-before-file'
  | 'unknown-field'
  | 'named-twice'
  | 'not-text'
  | 'too-short'
  | 'too-long'
  | 'control-character'
  | 'not-well-formed'
  | 'not-a-date'
  | 'too-early'
  | 'not-an-instant'
  | 'not-an-id'
  | 'not-a-number'
  | 'not-a-whole-number'
  | 'too-small'
  | 'too-large'
  | 'not-one-of'
  | 'not-true-or-false'
  | 'not-a-list'
  | 'too-few'
  | 'too-many'
  | 'not-an-object'
  | 'too-deep'
  | 'reserved-name'
  | 'malformed';

export interface Fault {
  readonly code: FieldCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Where within the field: the rest of the pointer, e.g. `/HO_THAM_GIA`. */
  readonly within?: string;
}

/** A fault and where it stands: `pointer` is a JSON pointer into the body, or the name of a query parameter or header. */
export interface FieldFault extends Fault {
  readonly pointer: string;
}

/** @param owner of the value: what has the field */
export type Check = (value: unknown, owner?: object) => Fault | undefined;
