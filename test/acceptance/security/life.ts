import { createHash } from 'node:crypto';
import { regulation } from '#domain';
import type { Reply, Session } from '#support';

/** Who plays which part in the life of a model. */
export interface Cast {
  readonly officer: Session;
  readonly head: Session;
  readonly body: Session;
  readonly appraiser: Session;
  readonly appraiserId: string;
  readonly freezer: Session;
  readonly signer: Session;
}

/** The steps of a registration and of the decision on it, each over HTTP. */
export interface Life {
  draft(body: { readonly unitId?: string; readonly form: object }): Promise<string>;
  submit(id: string): Promise<Reply>;
  accept(id: string): Promise<Reply>;
  start(id: string): Promise<Reply>;
  request(id: string): Promise<Reply>;
  openAppraisal(id: string): Promise<Reply>;
  declare(id: string): Promise<Reply>;
  score(id: string): Promise<Reply>;
  conclude(id: string): Promise<Reply>;
  draftDecision(id: string): Promise<Reply>;
  freeze(decisionId: string): Promise<Reply>;
  issue(decisionId: string): Promise<Reply>;
}

const { criteria } = regulation.exampleRegulation(2026).criteriaSets.COLLECTIVE;

export const RESULTS = criteria.map(({ code }) => ({ criterion: code, result: 'Đạt' }));
export const SCORES = criteria.map(({ code, maxPoints }) => ({ criterion: code, points: maxPoints }));

export const ISSUE = {
  symbol: 'QĐ/TU',
  docType: 'Quyết định',
  issuedOn: '2026-02-02',
  capacity: 'TM. Ban Thường vụ',
  fileSha256: createHash('sha256').update('bản ký').digest('hex'),
} as const;

const at = (id: string, command: string): string => `/api/registrations/${id}/${command}`;

export const lifeIn = (cast: Cast, cycleId: string, unitId: string, province: string): Life => ({
  async draft(body) {
    const { status, body: answer } = await cast.officer.post('/api/registrations', { unitId, cycleId, ...body });
    if (status !== 201) throw new Error(`no draft: ${JSON.stringify(answer)}`);
    return answer.id;
  },
  submit: (id) => cast.head.post(at(id, 'submit')),
  accept: (id) => cast.body.post(at(id, 'accept')),
  start: (id) => cast.head.post(at(id, 'start'), { plan: 'Theo kế hoạch', startedOn: '2026-02-02' }),
  request: (id) => cast.head.post(at(id, 'request-recognition'), { evidenceIds: [], results: RESULTS }),
  openAppraisal: (id) => cast.body.post(at(id, 'open-appraisal'), { team: [cast.appraiserId], dueOn: '2026-11-01' }),
  declare: (id) => cast.appraiser.post(at(id, 'declare-interest'), { conflict: false }),
  score: (id) => cast.appraiser.post(at(id, 'score'), { scores: SCORES }),
  conclude: (id) => cast.body.post(at(id, 'conclude-appraisal'), {}),
  draftDecision: (id) =>
    cast.body.post('/api/decisions', {
      unitId: province,
      cycleId,
      act: 'RECOGNIZE',
      title: 'Công nhận mô hình',
      items: [{ kind: 'registration', id }],
    }),
  freeze: (decisionId) => cast.freezer.post(`/api/decisions/${decisionId}/freeze`),
  issue: (decisionId) => cast.signer.post(`/api/decisions/${decisionId}/issue`, ISSUE),
});

/** The steps of a registration in their order. */
export const STEPS = [
  'submit',
  'accept',
  'start',
  'request',
  'openAppraisal',
  'declare',
  'score',
  'conclude',
] as const satisfies readonly (keyof Life)[];

/** Plays the steps up to and with one of them; throws when one is refused. */
export const playUntil = async (life: Life, id: string, last: (typeof STEPS)[number]): Promise<void> => {
  for (const step of STEPS.slice(0, STEPS.indexOf(last) + 1)) {
    const { status, body } = await life[step](id);
    if (status !== 200) throw new Error(`${step} refused: ${JSON.stringify(body)}`);
  }
};
