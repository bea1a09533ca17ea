import type { Content, Row } from './content.ts';

const CELL = 'style="border:1px solid #ccc;padding:6px 10px;text-align:left"';

/** The mail as one page without scripts, pictures or style sheets: mail programs drop them. */
export function htmlOf({ language, greeting, lead, columns, rows, notes, link, footer }: Content): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>Khéo</title></head>
<body style="font-family:sans-serif;color:#222">
<p>${escape(greeting)}</p>
<p>${escape(lead)}</p>
<table style="border-collapse:collapse">
<thead><tr>${columns.map((column) => `<th scope="col" ${CELL}>${escape(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(rowOf).join('\n')}
</tbody>
</table>
<p>${notes.map(escape).join('<br>\n')}</p>
${link === null ? '' : `<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>`}
<p style="color:#666;font-size:smaller">${escape(footer)}</p>
</body>
</html>
`;
}

const rowOf = ({ what, unit, due, left }: Row): string =>
  `<tr>${[what, unit, due, left].map((cell) => `<td ${CELL}>${escape(cell)}</td>`).join('')}</tr>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
