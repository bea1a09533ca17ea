import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import yauzl, { type Entry } from 'yauzl';
import { UnusableFile } from '../list.ts';

/** A part of a workbook is read piece by piece; one that unpacks to more is refused. */
const MAX_PART_BYTES = 256 * 1024 * 1024;
/** No office program writes as much between two tags: a cell holds 32,767 letters. */
const MAX_BETWEEN_TAGS = 1024 * 1024;

/** The parts of a workbook, by name. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Bytes of a part. */
  open(name: string): Promise<Readable>;
  /** Text of a part, piece by piece. */
  read(name: string): AsyncGenerator<string>;
  isCompressed(name: string): boolean;
  close(): void;
}

/** Opens the archive that a workbook is. */
export const openArchive = async (path: string): Promise<Archive> => {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`no part ${name}`);
    if (entry.uncompressedSize > MAX_PART_BYTES) {
      throw new UnusableFile(
        'Tệp Excel chứa quá nhiều dữ liệu: hãy tách danh sách.',
        'The workbook holds too much: split the list.',
      );
    }
    return zip.openReadStreamPromise(entry);
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    open,
    async *read(name) {
      const decoder = new StringDecoder('utf8');
      let sinceTag = 0;
      for await (const chunk of await open(name)) {
        const text = decoder.write(chunk as Buffer);
        sinceTag = text.includes('<') ? 0 : sinceTag + text.length;
        if (sinceTag > MAX_BETWEEN_TAGS) throw new Error(`${name} is no part of a workbook`);
        yield text;
      }
      yield decoder.end();
    },
    isCompressed: (name) => entries.get(name)?.compressionMethod !== 0,
    close: () => zip.close(),
  };
};
