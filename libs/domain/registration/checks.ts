import { localDateOf, notPastDay, personsOf, reject, textMissing } from '../kernel/index.ts';
import type {
  Actor,
  CommandMeta,
  DocumentCitation,
  EvidenceRef,
  LocalDate,
  Outcome,
  Rejected,
} from '../kernel/index.ts';
import type { RegistrationEvent } from './events.ts';
import type { RegulationVersion } from './facts.ts';
import type { Core } from './state.ts';
import type { RegistrationRejection } from './commands.ts';

export type Result = Outcome<RegistrationEvent, RegistrationRejection>;

/** A broken rule, or nothing: checks are joined with `??`, so the first broken rule is the answer. */
export type Refusal = Rejected<RegistrationRejection> | undefined;

/** The civil day of the act in Vietnam. */
export const dayOf = ({ at }: CommandMeta): LocalDate => localDateOf(at);

/** Text as it is stored: NFC, without white space around it; paragraphs stay. */
export const prose = (text: string): string => text.normalize('NFC').trim();

export const notPinned = (state: { readonly regulationId: string }, regulation: RegulationVersion): Refusal =>
  state.regulationId === regulation.regulationId ? undefined : reject('not-the-pinned-regulation');

/** Four eyes: nobody examines what they drafted or submitted, nor anybody in their name. */
export const ownRegistration = ({ authors }: Core, actor: Actor): Refusal =>
  personsOf(actor).some((person) => authors.includes(person)) ? reject('own-registration') : undefined;

/** The files a command names, each once, in the order named. */
export const namedEvidence = (ids: readonly string[], evidence: readonly EvidenceRef[]): readonly EvidenceRef[] =>
  [...new Set(ids)].flatMap((id) => evidence.filter(({ evidenceId }) => evidenceId === id).slice(0, 1));

/** The minutes a command names; without a name there are none. */
export const minutesWrong = (id: string | undefined, evidence: readonly EvidenceRef[]): Refusal => {
  if (id === undefined) return undefined;
  const unknown = evidence.every(({ evidenceId }) => evidenceId !== id);
  if (unknown) return reject('evidence-unknown', { pointer: '/minutesId' });
  const isMinutes = evidence.some(({ evidenceId, kind }) => evidenceId === id && kind === 'MINUTES');
  return isMinutes ? undefined : reject('minutes-required', { pointer: '/minutesId' });
};

export const namedMinutes = (
  id: string | undefined,
  evidence: readonly EvidenceRef[],
): { readonly minutes?: EvidenceRef } => {
  const minutes = evidence.find(({ evidenceId }) => evidenceId === id);
  return minutes === undefined ? {} : { minutes };
};

export const citationWrong = (document: DocumentCitation, meta: CommandMeta, pointer: string): Refusal =>
  textMissing(document.number, `${pointer}/number`) ?? notPastDay(document.issuedOn, meta, `${pointer}/issuedOn`);
