/** A generated file: its path in the repository and its whole content. */
export interface Page {
  readonly path: string;
  readonly content: string;
}

/** A page of the reference for people, which says where it comes from. */
export function reference(name: string, title: string, source: string, blocks: readonly string[]): Page {
  const origin = `Tạo tự động từ ${source}; chạy \`npm run docs\` để cập nhật. · Generated from ${source}; run \`npm run docs\` to renew.`;
  return { path: `docs/reference/${name}`, content: `${[`# ${title}`, `> ${origin}`, ...blocks].join('\n\n')}\n` };
}

/** A Markdown table; `|` and line breaks in cells are made harmless. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
