import { SaxesParser } from 'saxes';

/** What is told of a document while it is read; names come without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>, tag: OpenTag): void;
  text?(text: string): void;
  close?(name: string, end: number): void;
}

/** How a tag is written, and where it ends in the document. */
export interface OpenTag {
  readonly prefix: string;
  readonly isEmpty: boolean;
  readonly end: number;
}

/** Parts of a workbook are flat; what is nested as deep as this is none. */
const MAX_DEPTH = 200;

/** A reader of a document that comes in pieces. Throws where it is no XML. */
export const createXmlParser = (reader: XmlReader) => {
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', (error) => {
    throw error;
  });
  let depth = 0;
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Error('nested too deep');
    const colon = name.indexOf(':') + 1;
    reader.open?.(name.slice(colon), attributes, {
      prefix: name.slice(0, colon),
      isEmpty: isSelfClosing,
      end: parser.position,
    });
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(name.slice(name.indexOf(':') + 1), parser.position);
  });
  return parser;
};

/** Reads a whole document. */
export const readXml = async (pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> => {
  const parser = createXmlParser(reader);
  for await (const piece of pieces) parser.write(piece);
  parser.close();
};

/** A text as it stands in a document; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A copy of a text: one cut out of a piece of a document would hold the whole piece in memory. */
export const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
