import type { ReceivedFile } from '#evidence';
import type { KnownRequest } from './access/principal.ts';
import type { FieldFault } from './problem/fault.ts';
import { Refusal } from './problem/problem.ts';
import { escapePointer } from './validation/check-shape.ts';
import { validate, type Class } from './validation/validate.ts';

/** What a form with a file is made of: the text parts that come before the file, and what the file says of itself. */
export interface FileForm<Fields extends object> {
  readonly fields: Class<Fields>;
  /** Bytes of the largest file. */
  readonly maxBytes: number;
  /** Text parts at most. */
  readonly texts: number;
}

/** One byte more than is taken, so that a file that is too large is never cut to one that is not. */
const limitsOf = ({ maxBytes, texts }: FileForm<object>) => ({
  ...{ fileSize: maxBytes + 1, files: 2, fields: texts + 1, fieldSize: 1000 },
  ...{ parts: texts + 2, headerPairs: 50 },
});

type Receive<Fields> = (fields: Fields, content: AsyncIterable<Buffer>) => Promise<ReceivedFile>;

/**
 * Reads a form of text parts and then one file, which `receive` takes. A form that says something twice or breaks off is
 * `malformed`, and what was received of it is discarded.
 */
export const readFileForm = async <Fields extends object>(
  request: KnownRequest,
  form: FileForm<Fields>,
  receive: Receive<Fields>,
): Promise<[Fields, ReceivedFile]> => {
  if (!request.isMultipart()) throw new Refusal('unsupported-media-type');
  const given = new Map<string, unknown>();
  let done: [Fields, ReceivedFile] | undefined;
  try {
    for await (const part of wholeOrRefused(request.parts({ limits: limitsOf(form) }))) {
      if (done !== undefined || given.has(part.fieldname)) throw twice(part.fieldname);
      if (part.type === 'file') {
        const said = { ...Object.fromEntries(given), fileName: part.filename, mediaType: part.mimetype };
        const fields = fieldsOf(form.fields, said);
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

/** Only what the sender sent can break here: what is done with it is done outside. */
async function* wholeOrRefused<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch {
    throw new Refusal('malformed');
  }
}

const fieldsOf = <Fields extends object>(type: Class<Fields>, given: object): Fields => {
  const validated = validate(type, given);
  if (validated.kind === 'invalid') throw new Refusal('malformed', { faults: validated.faults.map(beforeFile) });
  return validated.value;
};

/** The form is judged when its file comes: a field behind it is as good as none. */
const beforeFile = (fault: FieldFault): FieldFault =>
  fault.code === 'required' ? { ...fault, code: 'required-before-file' } : fault;

const twice = (name: string): Refusal =>
  new Refusal('malformed', { faults: [{ pointer: `/${escapePointer(name)}`, code: 'malformed' }] });
