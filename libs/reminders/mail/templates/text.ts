import type { Content, Row } from './content.ts';

/** RFC 5322 2.1.1 */
const WIDTH = 78;

/** The mail for whoever reads no HTML: lines of 78 characters, but for a word that is longer. */
export function textOf({ greeting, lead, columns, rows, notes, link, footer }: Content): string {
  const [, unit, due] = columns;
  const item = (row: Row): string[] => [
    ...wrap(row.what, '- '),
    ...wrap(`${unit}: ${row.unit}`, '  '),
    ...wrap(`${due}: ${row.due} – ${row.left}`, '  '),
  ];
  return [
    greeting,
    '',
    ...wrap(lead),
    '',
    ...rows.flatMap((row) => [...item(row), '']),
    ...notes.flatMap((note) => wrap(note)),
    ...(link === null ? [] : ['', `${link.label}: ${link.url}`]),
    '',
    '-- ',
    ...wrap(footer),
    '',
  ].join('\n');
}

/** The first line begins with `first`, the others with as many spaces. */
function wrap(paragraph: string, first = ''): string[] {
  const lines: string[] = [];
  const indent = ' '.repeat(first.length);
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last === undefined) lines.push(first + word);
    else if (longer.length > WIDTH) lines.push(indent + word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
