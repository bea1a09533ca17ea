import * as domain from '#domain';
import { reference, table } from './page.ts';
import type { Page } from './page.ts';

interface Step {
  readonly command: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
}

/** The reference page of the workflows: a state diagram and the table it is drawn from, for each. */
export function workflowsPage(): Page {
  const sections = Object.entries(domain).flatMap(([name, exported]) => workflowsIn(name, exported));
  return reference('workflows.md', 'Quy trình · Workflows', '`transitions`, `libs/domain/**`', [
    'Sơ đồ chỉ vẽ những lệnh làm đổi trạng thái; bảng bên dưới nêu tất cả, `=` là giữ nguyên. · The diagrams draw what changes the status; the tables list everything, `=` keeps it.',
    ...sections,
  ]);
}

/** Every workflow has a table named `transitions`; a folder with several workflows has one in each of its parts. */
function workflowsIn(name: string, exported: unknown): string[] {
  if (!isNamespace(exported)) return [];
  const { transitions } = exported as { readonly transitions?: domain.AnyTransitions };
  return [
    ...(transitions === undefined ? [] : [section(name, steps(transitions))]),
    ...Object.entries(exported).flatMap(([part, nested]) => workflowsIn(`${name} · ${part}`, nested)),
  ];
}

const isNamespace = (exported: unknown): exported is object =>
  typeof exported === 'object' && exported !== null && Object.prototype.toString.call(exported) === '[object Module]';

const steps = (transitions: domain.AnyTransitions): Step[] =>
  domain
    .rowsOf(transitions)
    .flatMap((row) => row.from.map((from) => ({ ...row, from, to: row.to === 'same' ? from : row.to })));

function section(name: string, all: readonly Step[]): string {
  const rows = [...groupByMove(all).values()].map((steps) => [
    code(steps[0].command),
    code(steps[0].event),
    steps.map(({ from }) => state(from)).join(', '),
    steps.every(({ from, to }) => from === to) ? '=' : state(steps[0].to),
  ]);
  const moves = edges(all);
  return [
    `## ${name}`,
    ...(moves.length === 0 ? [] : [['```mermaid', 'stateDiagram-v2', ...moves, '```'].join('\n')]),
    table(['Lệnh · Command', 'Sự kiện · Event', 'Từ · From', 'Đến · To'], rows),
  ].join('\n\n');
}

/** Rows that differ only in where they start are one line of the table. */
function groupByMove(all: readonly Step[]): Map<string, [Step, ...Step[]]> {
  const groups = new Map<string, [Step, ...Step[]]>();
  for (const step of all) {
    const key = [step.command, step.event, step.from === step.to ? '=' : step.to].join(' ');
    const group = groups.get(key);
    if (group) group.push(step);
    else groups.set(key, [step]);
  }
  return groups;
}

function edges(all: readonly Step[]): string[] {
  const moves = all.filter(({ from, to }) => from !== to);
  return [...new Set(moves.map(({ command, from, to }) => `  ${node(from)} --> ${node(to)}: ${command}`))];
}

/** The state before the first event is Mermaid's own starting point. */
function node(status: string): string {
  return BEGINNINGS.has(status) ? '[*]' : status;
}

function state(status: string): string {
  return BEGINNINGS.has(status) || status === 'ANY' ? '–' : code(status);
}

const BEGINNINGS: ReadonlySet<string> = new Set(['NONE', 'MISSING', 'NOTHING_CHOSEN']);

function code(text: string): string {
  return `\`${text}\``;
}
