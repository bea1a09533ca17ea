import * as domain from '#domain';
import { reference, table } from './page.ts';
import type { Page } from './page.ts';

/** What a command may do to a workflow: the table from which its `decide` refuses everything else. */
interface Transition {
  readonly command: string;
  readonly event: string;
  readonly from: string | readonly string[];
  /** `same`: the status stays. */
  readonly to: string;
}

type Step = Transition & { readonly from: string };

/** The reference page of the workflows: a state diagram and the table it is drawn from, for each. */
export function workflowsPage(): Page {
  const sections = Object.entries(domain)
    .map(([name, exported]) => ({ name, tables: transitionTables(exported) }))
    .flatMap(({ name, tables }) => tables.map((all) => ({ name, steps: all })))
    .map(({ name, steps: all }) => section(name, all));
  return reference('workflows.md', 'Quy trình · Workflows', '`libs/domain/*/transitions.ts`', [
    'Sơ đồ chỉ vẽ những lệnh làm đổi trạng thái; bảng bên dưới nêu tất cả, `=` là giữ nguyên. · The diagrams draw what changes the status; the tables list everything, `=` keeps it.',
    ...sections,
  ]);
}

function transitionTables(exported: unknown): (readonly Step[])[] {
  if (typeof exported !== 'object' || exported === null) return [];
  return Object.entries(exported)
    .filter(([name]) => /transitions$/i.test(name))
    .map(([, value]) => (value as readonly Transition[]).flatMap(steps));
}

function steps(transition: Transition): Step[] {
  return [transition.from].flat().map((from) => ({
    ...transition,
    from,
    to: transition.to === 'same' ? from : transition.to,
  }));
}

function section(name: string, all: readonly Step[]): string {
  const rows = [...groupByMove(all).values()].map((steps) => [
    code(steps[0].command),
    code(steps[0].event),
    steps.map(({ from }) => state(from)).join(', '),
    steps.every(({ from, to }) => from === to) ? '=' : state(steps[0].to),
  ]);
  return [
    `## ${name}`,
    ['```mermaid', 'stateDiagram-v2', ...edges(all), '```'].join('\n'),
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
  return status === 'NONE' ? '[*]' : status;
}

function state(status: string): string {
  return status === 'NONE' ? '–' : code(status);
}

function code(text: string): string {
  return `\`${text}\``;
}
