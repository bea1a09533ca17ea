import { accept, reject, type EvidenceRef } from '../kernel/index.ts';
import { hashMalformed, type Refusal, type Result } from './checks.ts';
import type { FilePaper, IssueDecision } from './commands.ts';
import type { StateFor } from './state.ts';

/** The paper is a decision, and the hash that somebody states of it is the one that was computed. */
export const statedPaperRefusal = ({ paper, fileSha256 }: IssueDecision['data']): Refusal => {
  const malformed = fileSha256 === undefined ? undefined : hashMalformed(fileSha256, '/fileSha256');
  if (malformed !== undefined || paper === undefined) return malformed;
  const differs = fileSha256 !== undefined && fileSha256 !== paper.sha256;
  return notSigned(paper) ?? (differs ? reject('hash-differs', { pointer: '/fileSha256' }) : undefined);
};

/** A paper may come later, and another one when the first scan was bad: the earlier one stays on file. */
export const filePaper = ({ data, facts }: FilePaper, state: StateFor<'FilePaper'>): Result => {
  const paper = facts.evidence.find(({ evidenceId }) => evidenceId === data.paperId);
  if (paper === undefined) return reject('evidence-unknown', { pointer: POINTER });
  return (
    notSigned(paper) ??
    notTheOne(paper, state) ??
    paperOfAnother(facts) ??
    accept({ type: 'SignedPaperFiled', data: { decisionId: state.decisionId, paper } })
  );
};

const notTheOne = ({ sha256 }: EvidenceRef, { papers, fileSha256 = sha256 }: StateFor<'FilePaper'>): Refusal => {
  if (papers.includes(sha256)) return reject('paper-filed-already', { pointer: POINTER });
  return papers.length > 0 || sha256 === fileSha256 ? undefined : reject('hash-differs', { pointer: POINTER });
};

const POINTER = '/paperId';

/** One signed paper is one decision's. */
export const paperOfAnother = ({ paperOf }: Pick<IssueDecision['facts'], 'paperOf'>): Refusal =>
  paperOf &&
  reject('paper-of-another-decision', {
    pointer: POINTER,
    ...(paperOf.number === undefined ? {} : { params: { number: paperOf.number } }),
  });

const notSigned = ({ kind }: EvidenceRef): Refusal =>
  kind === 'DECISION' ? undefined : reject('signed-paper-required', { pointer: POINTER });
