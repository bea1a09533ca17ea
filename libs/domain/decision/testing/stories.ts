import type { Actor, EvidenceRef } from '../../kernel/index.ts';
import { by, commandMeta } from '../../kernel/testing/spec.ts';
import type { Act } from '../../regulation/events.ts';
import type {
  DraftDecision,
  FilePaper,
  FreezeDecision,
  IssueDecision,
  ItemResult,
  RecordItemResults,
} from '../commands.ts';
import type { DecisionEvent, DecisionItem, DocumentNumber, ItemKind } from '../events.ts';
import { manifestOf } from '../manifest.ts';
import type { ReserveNumber, VoidNumber } from '../numbering/commands.ts';

export const officer: Actor = { personId: 'officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
export const signer: Actor = { personId: 'signer', role: 'DECISION_SIGNER', unitId: 'province' };
export const system: Actor = { personId: 'signer', role: 'SYSTEM', unitId: 'province' };

export const SHA = 'a'.repeat(64);

export const itemsOf = (kind: ItemKind, ...ids: readonly string[]): readonly DecisionItem[] =>
  ids.map((id) => ({ kind, id }));

export const items = itemsOf('registration', 'r1', 'r2', 'r3');

export const draftDecision = (
  data: Partial<DraftDecision['data']> = {},
  facts: Partial<DraftDecision['facts']> = {},
): DraftDecision => ({
  type: 'DraftDecision',
  data: { decisionId: 'd1', unitId: 'province', act: 'RECOGNIZE', title: 'Công nhận mô hình', items, ...data },
  facts: { unitActive: true, unknownItems: [], ...facts },
  meta: commandMeta({ actor: officer }),
});

export const itemFacts = (listed: readonly DecisionItem[] = items): FreezeDecision['facts']['items'] =>
  listed.map(({ kind, id }, index) => ({ kind, id, revision: 10 + index, name: `Mô hình ${id}` }));

export const freezeDecision = (facts: Partial<FreezeDecision['facts']> = {}): FreezeDecision => ({
  type: 'FreezeDecision',
  data: {},
  facts: { items: itemFacts(), manifestSha256: SHA, ...facts },
  meta: commandMeta({ actor: officer }),
});

export const number446: DocumentNumber = {
  number: 446,
  symbol: 'QĐ/TU',
  issuerId: 'province',
  docType: 'QĐ',
  issuedOn: '2026-03-02',
  text: '446-QĐ/TU',
};

export const issueDecision = (
  data: Partial<IssueDecision['data']> = {},
  facts: Partial<IssueDecision['facts']> = {},
  actor: Actor = signer,
): IssueDecision => ({
  type: 'IssueDecision',
  data: { documentNumber: number446, capacity: 'TM. Ban Thường vụ', fileSha256: SHA, ...data },
  facts: { itemPersons: [], notCompetentFor: [], competentBodies: [], changed: [], allChanged: false, ...facts },
  meta: commandMeta({ actor }),
});

/** A scan of the signed paper. */
export const scan = (sha256: string, kind: EvidenceRef['kind'] = 'DECISION'): EvidenceRef => ({
  ...{ evidenceId: `file-${sha256.slice(0, 1)}`, kind, fileName: '446-QĐ-TU.pdf', sha256 },
  ...{ addedBy: 'officer', addedAt: '2026-03-02T02:00:00.000Z' },
});

export const filePaper = (paper: EvidenceRef, evidence: readonly EvidenceRef[] = [paper]): FilePaper => ({
  type: 'FilePaper',
  data: { paperId: paper.evidenceId },
  facts: { evidence },
  meta: commandMeta({ actor: officer }),
});

export const recordResults = (...results: readonly ItemResult[]): RecordItemResults => ({
  type: 'RecordItemResults',
  data: { results },
  facts: {},
  meta: commandMeta({ actor: system }),
});

export const applied = (id: string): ItemResult => ({ kind: 'registration', id, outcome: 'APPLIED' });
export const rejected = (id: string, reason: string): ItemResult => ({
  kind: 'registration',
  id,
  outcome: 'REJECTED',
  reason,
});

export const decisionDrafted = (act: Act = 'RECOGNIZE', listed: readonly DecisionItem[] = items): DecisionEvent => ({
  type: 'DecisionDrafted',
  data: { decisionId: 'd1', unitId: 'province', act, title: 'Công nhận mô hình', items: listed },
});
export const decisionFrozen = (listed: readonly DecisionItem[] = items): DecisionEvent => ({
  type: 'DecisionFrozen',
  data: { decisionId: 'd1', manifest: manifestOf(listed, itemFacts(listed)), manifestSha256: SHA },
});
export const decisionIssued = (
  act: Act = 'RECOGNIZE',
  listed: readonly DecisionItem[] = items,
): Extract<DecisionEvent, { type: 'DecisionIssued' }> => ({
  type: 'DecisionIssued',
  data: {
    decisionId: 'd1',
    act,
    unitId: 'province',
    documentNumber: number446,
    signerId: 'signer',
    capacity: 'TM. Ban Thường vụ',
    fileSha256: SHA,
    manifest: manifestOf(listed, itemFacts(listed)),
  },
  effectiveOn: '2026-03-02',
});
export const draftCancelled: DecisionEvent = {
  type: 'DecisionDraftCancelled',
  data: { decisionId: 'd1', reason: 'nhầm danh sách' },
};
export const itemApplied = (id: string): DecisionEvent => ({
  type: 'DecisionItemApplied',
  data: { decisionId: 'd1', kind: 'registration', id },
});

export const draftStory = by(officer)<DecisionEvent>(decisionDrafted());
export const frozenStory = by(officer)<DecisionEvent>(decisionDrafted(), decisionFrozen());
export const issuedStory = [...frozenStory, ...by(signer)<DecisionEvent>(decisionIssued())];
export const completedStory = [
  ...issuedStory,
  ...by(system)<DecisionEvent>(itemApplied('r1'), itemApplied('r2'), itemApplied('r3'), {
    type: 'DecisionCompleted',
    data: { decisionId: 'd1', applied: 3, rejected: 0 },
  }),
];
export const cancelledStory = [...draftStory, ...by(officer)<DecisionEvent>(draftCancelled)];

export const reserveNumber = (
  data: Partial<ReserveNumber['data']> = {},
  meta: Partial<ReserveNumber['meta']> = {},
): ReserveNumber => ({
  type: 'ReserveNumber',
  data: {
    bookId: 'b1',
    decisionId: 'd1',
    symbol: 'QĐ/TU',
    issuerId: 'province',
    docType: 'QĐ',
    issuedOn: '2026-03-02',
    capacity: 'TM. Ban Thường vụ',
    fileSha256: SHA,
    ...data,
  },
  facts: {},
  meta: commandMeta({ actor: signer, ...meta }),
});

export const voidNumber = (
  number: number,
  use: VoidNumber['facts']['use'] = 'RELEASED',
  reason = 'hỏng phôi',
): VoidNumber => ({
  type: 'VoidNumber',
  data: { bookId: 'b1', number, reason },
  facts: { use },
  meta: commandMeta({ actor: officer }),
});
