import type { ReactNode } from 'react';
import type { CommandAnswer } from '../api/generated/types.gen.ts';
import { COMMAND_PATHS } from '../texts/generated/command-paths.gen.ts';
import type { Texts } from '../texts/vi/index.ts';

/** What the api's description says of a body: what is required, how long, how many, which values. */
export interface Shape {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertyShape>>;
}

interface PropertyShape {
  /** A part of its own, or a list of them: its fields are told by whoever makes the form. */
  readonly $ref?: string;
  readonly items?: unknown;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** The texts of a field: its label and its help. */
export type FieldText = keyof Texts['fields'];

/** Where a value lies in what is sent; the pointer of a fault leads there. */
export type FieldPath = readonly (string | number)[];

export interface FieldProps<Subject> {
  readonly path: FieldPath;
  readonly text: FieldText;
  readonly shape: PropertyShape;
  readonly required: boolean;
  /** What the command is about, as it was read. */
  readonly subject: Subject;
}

/** What the control of a field takes and gives. */
export interface InputOf<V> {
  readonly id?: string;
  readonly value?: V;
  readonly onChange?: (value: V | undefined) => void;
}

/** One field of a form: which texts it has, and how it is filled in. */
export interface Field<Subject> {
  readonly text: FieldText;
  readonly Input: (props: FieldProps<Subject>) => ReactNode;
  /** Those of a part, or of each of its rows. */
  readonly fields?: Readonly<Record<string, Field<Subject>>>;
}

/** A field for every property of the body, in the order in which they are shown. */
export type FieldsOf<S extends Shape, Subject> = { readonly [K in keyof NonNullable<S['properties']>]: Field<Subject> };

/** `Idempotency-Key`, `If-Match` where there is a revision, and whether it is tried only. */
type CommandHeaders = Readonly<
  Record<'Idempotency-Key', string> & Partial<Record<'If-Match', string> & Record<'X-Kheo-Dry-Run', 'true'>>
>;

interface Sending {
  readonly path: { readonly id: string };
  readonly body: never;
  readonly headers: CommandHeaders;
  readonly throwOnError: true;
}

/** How one command is filled in and sent. */
export interface CommandForm<Subject> {
  readonly command: CommandText;
  readonly shape: Shape;
  readonly fields: Readonly<Record<string, Field<Subject>>>;
  readonly send: (sending: Sending) => Promise<{ readonly data: CommandAnswer }>;
  /** What the fields hold at first. */
  readonly initial?: (subject: Subject) => Readonly<Record<string, unknown>>;
  /** Beside the fields, computed from what is typed. */
  readonly Beside?: (props: {
    readonly subject: Subject;
    readonly values: Readonly<Record<string, unknown>>;
  }) => ReactNode;
  /** What is done cannot be undone: it is said before, with the name of the thing. */
  readonly final?: boolean;
  /** What is said once it is recorded, where “done” would say too much. */
  readonly done?: 'doneReminder';
}

/** A command that has a name and a sentence of help. */
export type CommandText = keyof Texts['help'] & keyof typeof COMMAND_PATHS;

/** The address of its form below that of its thing: `record-progress`. */
export const pathOf = (command: CommandText): string => COMMAND_PATHS[command];

/** Makes a form whose fields are those of the body: one that is forgotten does not compile. */
export const form =
  <Subject>() =>
  <const S extends Shape, const C extends CommandText>(
    definition: Omit<CommandForm<Subject>, 'command' | 'shape' | 'fields'> & {
      readonly command: C;
      readonly shape: S;
      readonly fields: FieldsOf<S, Subject>;
    },
  ): CommandForm<Subject> & { readonly command: C } =>
    definition;

/** Every command has its form: a list that lacks one does not compile. */
export const complete =
  <Subject, Command extends CommandText>() =>
  <const Forms extends readonly CommandForm<Subject>[]>(
    forms: Forms & ([Exclude<Command, Forms[number]['command']>] extends [never] ? unknown : never),
  ): Forms =>
    forms;
