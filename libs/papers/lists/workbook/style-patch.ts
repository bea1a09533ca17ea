import { createXmlParser } from './xml.ts';

/** Light red, as the office program itself shows what is bad. */
const MARK = 'FFFFC7CE';

/** The first fill of every workbook. */
const NO_FILL = 0;

/** A fill as it is written here, and as the office program saves it; that program's own style for what is bad has no `bgColor`. */
const OWN_FILL = new RegExp(
  `<(?:\\w+:)?patternFill patternType="solid">\\s*<(?:\\w+:)?fgColor rgb="${MARK}"\\s*/>\\s*<(?:\\w+:)?bgColor indexed="64"\\s*/>`,
  'u',
);

/** A workbook with no styles of its own is given these. */
export const PLAIN_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '</styleSheet>';

/** Styles added to a workbook's own, which stay as they are. */
export interface StylePatch {
  /** The number of a style like this one with the mark's colour. */
  marked(style: number): number;
  /** The number of a style like this one without the mark that an earlier return gave it; the same where it has none. */
  unmarked(style: number): number;
  /** The number of the style of a row's outcome. */
  outcome(isGood: boolean): number;
  /** The part with what was asked for. */
  text(): string;
}

interface Found {
  prefix: string;
  fills: { count: number; tag: Span; end: number; marks: number[] } | undefined;
  formats: { tag: Span; end: number } | undefined;
  readonly xfs: Span[];
}

type Span = readonly [start: number, end: number];

/** Reads a part of styles. */
export const patchStyles = (part: string): StylePatch => {
  const found = findPlaces(part);
  const { fills, formats, xfs, prefix } = found;
  if (fills === undefined || formats === undefined)
    return { marked: (style) => style, unmarked: (style) => style, outcome: () => 0, text: () => part };
  const added: string[] = [];
  const numbers = new Map<string, number>();
  const add = (xf: string): number => {
    const known = numbers.get(xf);
    if (known !== undefined) return known;
    numbers.set(xf, xfs.length + added.length);
    added.push(xf);
    return xfs.length + added.length - 1;
  };
  const fill =
    `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${MARK}"/>` +
    `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
  const [mark = fills.count] = fills.marks;
  const isNew = mark === fills.count;
  const paint = (xf: string, fillId = mark): string => {
    const tagEnd = xf.search(/\/?>/u);
    const tag = setAttribute(setAttribute(xf.slice(0, tagEnd), 'fillId', String(fillId)), 'applyFill', '1');
    return tag + xf.slice(tagEnd);
  };
  const plain =
    `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">` +
    `<${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`;
  return {
    marked(style) {
      const span = xfs[style] ?? xfs[0];
      return span === undefined ? style : add(paint(part.slice(...span)));
    },
    unmarked(style) {
      const span = xfs[style];
      const xf = span === undefined ? '' : part.slice(...span);
      const fillId = /^[^>]*\sfillId\s*=\s*["'](\d+)["']/u.exec(xf)?.[1];
      return fills.marks.includes(Number(fillId)) ? add(paint(xf, NO_FILL)) : style;
    },
    outcome: (isGood) => add(isGood ? plain : paint(plain)),
    text() {
      const recount = ([start, end]: Span, count: number): string =>
        setAttribute(part.slice(start, end - 1), 'count', String(count)) + '>';
      const pieces = [
        { at: fills.tag, text: recount(fills.tag, fills.count + (isNew ? 1 : 0)) },
        { at: [fills.end, fills.end] as const, text: isNew ? fill : '' },
        { at: formats.tag, text: recount(formats.tag, xfs.length + added.length) },
        { at: [formats.end, formats.end] as const, text: added.join('') },
      ];
      let text = '';
      let from = 0;
      for (const piece of pieces) {
        text += part.slice(from, piece.at[0]) + piece.text;
        from = piece.at[1];
      }
      return text + part.slice(from);
    },
  };
};

/** Fills stand before the cells' formats in every such part. */
const findPlaces = (part: string): Found => {
  const found: Found = { prefix: '', fills: undefined, formats: undefined, xfs: [] };
  const inside: string[] = [];
  const startOf = (end: number): number => part.lastIndexOf('<', end - 1);
  let [fillStart, xfStart] = [0, 0];
  const parser = createXmlParser({
    open(name, _, { prefix, end, isEmpty }) {
      const parent = inside.at(-1);
      const tag = [startOf(end), end] as const;
      if (name === 'styleSheet') found.prefix = prefix;
      else if (name === 'fills' && !isEmpty) found.fills = { count: 0, tag, end: 0, marks: [] };
      else if (name === 'cellXfs' && !isEmpty) found.formats = { tag, end: 0 };
      else if (name === 'fill' && parent === 'fills' && found.fills !== undefined) {
        found.fills.count += 1;
        fillStart = tag[0];
      } else if (name === 'xf' && parent === 'cellXfs') xfStart = tag[0];
      inside.push(name);
    },
    close(name, end) {
      inside.pop();
      if (name === 'fills' && found.fills !== undefined) found.fills.end = startOf(end);
      else if (name === 'fill' && found.fills !== undefined && OWN_FILL.test(part.slice(fillStart, end)))
        found.fills.marks.push(found.fills.count - 1);
      else if (name === 'cellXfs' && found.formats !== undefined) found.formats.end = startOf(end);
      else if (name === 'xf' && inside.at(-1) === 'cellXfs') found.xfs.push([xfStart, end]);
    },
  });
  parser.write(part).close();
  return found;
};

/** A start tag, without its end, with an attribute set. */
export const setAttribute = (tag: string, name: string, value: string): string => {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u');
  return pattern.test(tag) ? tag.replace(pattern, `$1"${value}"`) : `${tag} ${name}="${value}"`;
};
