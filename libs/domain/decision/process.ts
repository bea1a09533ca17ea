import { asSystem, type FollowUp, type LocalDate, type Recorded, type Revoked } from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';
import type { IssueDecision, ItemResult, RecordItemResults, RefuseNumber } from './commands.ts';
import type { DecisionEvent, ItemKind, ManifestItem } from './events.ts';
import type { NumberingEvent } from './numbering/events.ts';
import { itemKey } from './manifest.ts';
import type { DecisionState } from './state.ts';
import type { VoidNumber } from './numbering/commands.ts';

type Decided<Type extends DecisionEvent['type']> = Extract<Recorded<DecisionEvent>, { readonly type: Type }>;
type Numbered<Type extends NumberingEvent['type']> = Extract<Recorded<NumberingEvent>, { readonly type: Type }>;

export type ItemCommandType =
  'RecognizeByDecision' | 'RefuseByDecision' | 'RevokeByDecision' | 'AwardByDecision' | 'CancelByDecision';

/** What an item is told of its decision; `reason` or `ground` where the act asks for it. */
export interface ItemCommandData {
  readonly decisionId: string;
  readonly documentNumber: string;
  readonly decidedOn: LocalDate;
  readonly reason?: string;
  readonly ground?: string;
}

export interface ItemFollowUp extends FollowUp<ItemCommandType, ItemCommandData> {
  readonly kind: ItemKind;
  readonly id: string;
  /** Facts the decision settled; the item's current revision and the rest are read when the command is run. */
  readonly facts: { readonly signerId: string; readonly frozenRevision: number };
}

const ITEM_COMMANDS: Readonly<Record<Act, readonly [ItemCommandType, 'reason' | 'ground' | undefined]>> = {
  RECOGNIZE: ['RecognizeByDecision', undefined],
  REFUSE_RECOGNITION: ['RefuseByDecision', 'reason'],
  REVOKE_RECOGNITION: ['RevokeByDecision', 'ground'],
  COMMEND: ['AwardByDecision', undefined],
  REFUSE_COMMENDATION: ['RefuseByDecision', 'reason'],
  CANCEL_COMMENDATION: ['CancelByDecision', 'ground'],
};

/** What an item is told to do by a decision of the act. */
export const itemCommandOf = (act: Act): ItemCommandType => ITEM_COMMANDS[act][0];

/** A decision was issued: one command to each item of its manifest, under the signer's name. */
export const afterDecisionIssued = (event: Decided<'DecisionIssued'>): readonly ItemFollowUp[] =>
  event.data.manifest.map((item) => itemFollowUp(event, item));

/** The items answered: the decision notes it. `key` tells one batch of answers from another. */
export const afterItemsAnswered = (
  event: Decided<'DecisionIssued'>,
  results: readonly ItemResult[],
  key: string,
): FollowUp<RecordItemResults['type'], RecordItemResults['data']> => ({
  stream: `decision-${event.data.decisionId}`,
  key,
  actor: asSystem(event.meta.actor),
  type: 'RecordItemResults',
  data: { results },
});

/** The recognitions a decision took back, once it has reached all its items. */
export const revokedBy = (state: DecisionState): readonly Revoked[] => {
  if (state.status !== 'COMPLETED' || state.act !== 'REVOKE_RECOGNITION') return [];
  const { decisionId, documentNumber, answers } = state;
  const decision = { decisionId, documentNumber: documentNumber.text, decidedOn: documentNumber.issuedOn };
  return answers.filter(({ applied }) => applied).map(({ id }) => ({ revokedId: id, ...decision }));
};

/** A number was reserved: issuing is carried on with it, should whoever began it have stopped. */
export const afterNumberReserved = ({
  data,
  meta,
}: Numbered<'NumberReserved'>): FollowUp<IssueDecision['type'], IssueDecision['data']> => ({
  stream: `decision-${data.decisionId}`,
  key: 'issue',
  actor: asSystem(meta.actor),
  type: 'IssueDecision',
  data: {
    ...{ documentNumber: data.documentNumber, capacity: data.capacity },
    ...(data.fileSha256 === undefined ? {} : { fileSha256: data.fileSha256 }),
    ...(data.paper === undefined ? {} : { paper: data.paper }),
  },
});

/**
 * The decision refused to be issued with its number: it gives the number up. When it bears that number already, this
 * is refused as `number-in-use` and nothing more follows.
 */
export const afterIssueRefused = (
  { data, meta }: Numbered<'NumberReserved'>,
  reason: string,
): FollowUp<RefuseNumber['type'], RefuseNumber['data']> => ({
  stream: `decision-${data.decisionId}`,
  key: 'refuse-number',
  actor: asSystem(meta.actor),
  type: 'RefuseNumber',
  data: { bookId: data.bookId, documentNumber: data.documentNumber, reason },
});

/** The decision gave the number up: the book voids it, with the reason. `facts.use` is RELEASED from here on. */
export const afterNumberRefused = ({
  data,
  meta,
}: Decided<'DecisionNumberRefused'>): FollowUp<VoidNumber['type'], VoidNumber['data']> => ({
  stream: `numbering-${data.bookId}`,
  key: 'void',
  actor: asSystem(meta.actor),
  type: 'VoidNumber',
  data: { bookId: data.bookId, number: data.documentNumber.number, reason: data.reason },
});

const itemFollowUp = ({ data, meta }: Decided<'DecisionIssued'>, item: ManifestItem): ItemFollowUp => {
  const [type, why] = ITEM_COMMANDS[data.act];
  return {
    kind: item.kind,
    id: item.id,
    stream: `${item.kind}-${item.id}`,
    key: itemKey(item),
    actor: asSystem(meta.actor),
    type,
    data: {
      decisionId: data.decisionId,
      documentNumber: data.documentNumber.text,
      decidedOn: data.documentNumber.issuedOn,
      ...(why === undefined ? {} : { [why]: item.reason ?? '' }),
    },
    facts: { signerId: data.signerId, frozenRevision: item.revision },
  };
};
