import { readFileSync } from 'node:fs';
import type { Role } from '#domain';

const COLUMNS = ['UO', 'UH', 'SB', 'AP', 'CM', 'DS', 'IN', 'AU', 'SA'] as const;

/** What the columns of the table stand for. */
const ROLE_OF: Readonly<Record<(typeof COLUMNS)[number], Role>> = {
  UO: 'UNIT_OFFICER',
  UH: 'UNIT_HEAD',
  SB: 'STANDING_BODY_OFFICER',
  AP: 'APPRAISER',
  CM: 'COUNCIL_MEMBER',
  DS: 'DECISION_SIGNER',
  IN: 'INSPECTOR',
  AU: 'AUDITOR',
  SA: 'SYSTEM_ADMIN',
};

const CELLS = ['✓', '⊙', '∀', '⌂', '↓', '◦', '·', '–'] as const;
type Cell = (typeof CELLS)[number];

/** What happens to a request: it is heard, or turned away in one of these ways, or answered without a trace of theirs. */
export type Verdict = 'may' | '401' | '403' | '404' | 'empty';

export interface Row {
  readonly route: string;
  /** Open to people who are not signed in. */
  readonly open: boolean;
  readonly cells: ReadonlyMap<Role, Cell>;
  readonly elsewhere: Verdict | '—';
  readonly ended: Verdict;
}

/** The lines of `permissions.md` that name a route. @throws on a cell that means nothing */
export const readPermissions = (): readonly Row[] =>
  readFileSync(new URL('permissions.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\| `(GET|POST|DELETE|PUT|PATCH) /u.test(line))
    .map(rowOf);

const rowOf = (line: string): Row => {
  const [first = '', ...rest] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const cells = rest.slice(0, COLUMNS.length).map((cell, index): [Role, Cell] => {
    const known = CELLS.find((each) => each === cell);
    const column = COLUMNS[index];
    if (known === undefined || column === undefined) throw new Error(`${first}: the cell "${cell}" means nothing`);
    return [ROLE_OF[column], known];
  });
  const [elsewhere = '', ended = ''] = rest.slice(COLUMNS.length);
  return {
    route: first.split('`')[1] ?? '',
    open: first.endsWith('*'),
    cells: new Map(cells),
    elsewhere: elsewhere as Row['elsewhere'],
    ended: ended as Verdict,
  };
};
