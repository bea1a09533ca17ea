import type { Cast } from './cast.ts';
import { countOf, countOfIndividuals } from './list.ts';

/** Everything the demo prints comes from the read models, through the public API. */
const say = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

/** `dd/mm/yyyy` of a date or an instant. */
export const dayMonthYear = (date: string): string => date.slice(0, 10).split('-').reverse().join('/');

export const chapter = (title: string): void => {
  say(`\n── ${title} ${'─'.repeat(Math.max(4, 74 - title.length))}`);
};

export const tell = (text: string): void => {
  say(`  ${text}`);
};

interface TrailEntry {
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly document: { readonly number: string } | null;
  readonly sentence: { readonly vi: string };
}

/** The audit trail of one model, oldest first. */
export const tellTrail = async (cast: Cast, registrationId: string): Promise<number> => {
  const { items } = await cast.get<{ readonly items: readonly TrailEntry[] }>(
    'auditor',
    `/api/registrations/${registrationId}/timeline?limit=200`,
  );
  for (const entry of items) {
    const who = [entry.actorName, entry.unitName].filter((part) => part !== null).join(', ');
    tell(`${dayMonthYear(entry.effectiveOn)}  ${entry.sentence.vi} — ${who}`);
  }
  return items.length;
};

interface DecisionView {
  readonly numberText: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly manifestSha256: string;
  readonly items: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly frozenRevision: number;
    readonly outcome: string;
  }[];
}

/** A decision with its manifest; answers how many of its items were applied. */
export const tellDecision = async (cast: Cast, decisionId: string): Promise<number> => {
  const view = await cast.get<DecisionView>('auditor', `/api/decisions/${decisionId}`);
  tell(`Quyết định số ${view.numberText}, ngày ${dayMonthYear(view.issuedOn)}: ${view.title}`);
  for (const item of view.items) {
    const outcome = item.outcome === 'APPLIED' ? 'đã áp dụng' : item.outcome;
    tell(
      `  ${String(item.ordinal + 1).padStart(2)}. ${item.name} (bản ghi ${String(item.frozenRevision)}) — ${outcome}`,
    );
  }
  tell(`SHA-256 của danh mục: ${view.manifestSha256}`);
  return view.items.filter(({ outcome }) => outcome === 'APPLIED').length;
};

interface Funnel {
  readonly registered: number;
  readonly recognized: number;
  readonly recognizedCollectives: number;
  readonly recognizedIndividuals: number;
  readonly refused: number;
  readonly typical: number;
  readonly proposed: number;
  readonly commended: number;
}

const LABELS: Readonly<Record<keyof Funnel, string>> = {
  registered: 'Đăng ký được tiếp nhận',
  recognized: 'Lượt công nhận',
  recognizedCollectives: '  trong đó tập thể',
  recognizedIndividuals: '  trong đó cá nhân',
  refused: 'Không công nhận',
  typical: 'Mô hình tiêu biểu',
  proposed: 'Đề nghị khen thưởng',
  commended: 'Được khen thưởng',
};

/** The funnel as the statistics have it. */
export const readFunnel = async (cast: Cast, cycleId: string): Promise<Funnel> =>
  (await cast.get<{ readonly total: Funnel }>('auditor', `/api/statistics/movement?cycle=${cycleId}`)).total;

/** What the funnel must be, counted from the clerk's list alone. */
export const expectedFunnel = (): Funnel => {
  const recognized = ['recognized', 'typical', 'commended'] as const;
  return {
    registered: countOf(...recognized, 'refused', 'withdrawn'),
    recognized: countOf(...recognized),
    recognizedCollectives: countOf(...recognized) - countOfIndividuals(),
    recognizedIndividuals: countOfIndividuals(),
    refused: countOf('refused'),
    typical: countOf('typical'),
    proposed: countOf('commended'),
    commended: countOf('commended'),
  };
};

/** Prints the funnel beside what the list says; answers whether they agree. */
export const tellFunnel = (funnel: Funnel, expected: Funnel): boolean => {
  const figures = Object.keys(LABELS) as (keyof Funnel)[];
  for (const figure of figures) {
    const verdict =
      funnel[figure] === expected[figure] ? 'khớp' : `KHÔNG KHỚP, danh sách cho ${String(expected[figure])}`;
    tell(`${LABELS[figure].padEnd(26)} ${String(funnel[figure]).padStart(4)}   ${verdict}`);
  }
  return figures.every((figure) => funnel[figure] === expected[figure]);
};
