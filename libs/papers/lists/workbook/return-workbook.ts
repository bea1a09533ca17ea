import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { writeBeside } from '../write-beside.ts';
import { openArchive, type Archive } from './archive.ts';
import { relationsOf, type Parts } from './parts.ts';
import { patchSheet, type SheetPlan } from './patch-sheet.ts';
import { patchStyles, PLAIN_STYLES } from './style-patch.ts';

const NEW_STYLES = 'xl/kheo-styles.xml';

/** Writes the office's own workbook with the outcomes in its sheet; every part that has nothing to do with them is copied. */
export const returnWorkbook = async (source: string, target: string, parts: Parts, plan: SheetPlan): Promise<void> => {
  const archive = await openArchive(source);
  try {
    await writeBeside(target, (temporary) => writeArchive(archive, temporary, parts, plan));
  } finally {
    archive.close();
  }
};

const writeArchive = async (archive: Archive, target: string, parts: Parts, plan: SheetPlan): Promise<void> => {
  const styles = patchStyles(parts.styles === undefined ? PLAIN_STYLES : await whole(archive, parts.styles));
  const changed = new Map<string, () => Promise<Readable>>([
    [parts.sheet.part, async () => Readable.from(patchSheet(archive.read(parts.sheet.part), plan, styles))],
    ...(parts.styles === undefined ? mentionStyles(archive, parts.workbook) : []),
  ]);
  // Which styles are needed is known when the sheet has been written.
  const stylesPart = parts.styles ?? NEW_STYLES;
  const names = [...archive.names.filter((name) => name !== stylesPart), stylesPart];
  changed.set(stylesPart, async () => Readable.from([styles.text()]));

  const zip = new yazl.ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  for (const name of names) {
    const open = changed.get(name) ?? (() => archive.open(name));
    zip.addReadStreamLazy(name, { compress: !archive.has(name) || archive.isCompressed(name) }, (give) => {
      open().then(
        (stream) => give(null, stream),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(target)), failed]);
};

const whole = async (archive: Archive, name: string): Promise<string> => {
  let text = '';
  for await (const piece of archive.read(name)) text += piece;
  return text;
};

/** A workbook without styles is told where its new ones are. */
const mentionStyles = (archive: Archive, workbook: string): [string, () => Promise<Readable>][] => {
  const addTo = (name: string, element: string): [string, () => Promise<Readable>] => [
    name,
    async () => {
      const text = await whole(archive, name);
      const end = text.lastIndexOf('</');
      return Readable.from([text.slice(0, end) + element + text.slice(end)]);
    },
  ];
  return [
    addTo(
      '[Content_Types].xml',
      `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${NEW_STYLES}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`,
    ),
    addTo(
      relationsOf(workbook),
      `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="kheoStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/${NEW_STYLES}"/>`,
    ),
  ];
};
