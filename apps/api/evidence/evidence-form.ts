import { DOCUMENT_KINDS, type DocumentKind } from '#domain';
import { MAX_FILE_BYTES, type ReceivedFile } from '#evidence';
import type { KnownRequest } from '../http/access/principal.ts';
import { Refusal } from '../http/problem/problem.ts';
import { escapePointer } from '../http/validation/check-shape.ts';
import { IdField, OneOf, Text } from '../http/validation/fields.ts';
import { validate } from '../http/validation/validate.ts';

/** The text parts that come before the file, and what the file says of itself. */
export class EvidenceFields {
  @IdField() unitId: string;
  @OneOf(DOCUMENT_KINDS) kind: DocumentKind;
  @Text({ max: 255 }) fileName: string;
  @Text({ max: 100 }) mediaType: string;
}

/** One byte more than is taken, so that a file that is too large is never cut to one that is not. */
const LIMITS = { fileSize: MAX_FILE_BYTES + 1, files: 2, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 50 };

type Receive = (fields: EvidenceFields, content: AsyncIterable<Buffer>) => Promise<ReceivedFile>;

/**
 * Reads a form of text parts and then one file, which `receive` takes. A form that says something twice or breaks off is
 * `malformed`, and what was received of it is discarded.
 */
export const readForm = async (request: KnownRequest, receive: Receive): Promise<[EvidenceFields, ReceivedFile]> => {
  if (!request.isMultipart()) throw new Refusal('unsupported-media-type');
  const given = new Map<string, unknown>();
  let done: [EvidenceFields, ReceivedFile] | undefined;
  try {
    for await (const part of partsOf(request)) {
      if (done !== undefined || given.has(part.fieldname)) throw twice(part.fieldname);
      if (part.type === 'file') {
        const fields = fieldsOf({ ...Object.fromEntries(given), fileName: part.filename, mediaType: part.mimetype });
        done = [fields, await receive(fields, wholeOrRefused(part.file as AsyncIterable<Buffer>))];
      } else given.set(part.fieldname, part.value);
    }
    if (done === undefined) throw new Refusal('file-missing', { faults: [{ pointer: '/file', code: 'required' }] });
    return done;
  } catch (error) {
    await done?.[1].discard();
    throw error;
  } finally {
    // What still comes of a refused form is read and dropped: its sender hears the answer.
    request.raw.unpipe().resume();
  }
};

const partsOf = (request: KnownRequest) => wholeOrRefused(request.parts({ limits: LIMITS }));

/** Only what the sender sent can break here: what is done with it is done outside. */
async function* wholeOrRefused<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch {
    throw new Refusal('malformed');
  }
}

const fieldsOf = (given: object): EvidenceFields => {
  const validated = validate(EvidenceFields, given);
  if (validated.kind === 'invalid') throw new Refusal('malformed', { faults: validated.faults });
  return validated.value;
};

const twice = (name: string): Refusal =>
  new Refusal('malformed', { faults: [{ pointer: `/${escapePointer(name)}`, code: 'malformed' }] });
