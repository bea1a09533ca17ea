import { Readable } from 'node:stream';
import type { DocumentKind } from '#domain';
import { deriveId, type AdjustableClock } from '#engine';
import type { EvidenceFiles } from '#evidence';
import {
  commendationUseCase,
  cycleUseCase,
  decisionUseCase,
  evidenceUseCase,
  personUseCase,
  registrationUseCase,
  regulationUseCase,
  reportUseCase,
  unitUseCase,
  type Answered,
  type Caller,
  type CommendationAsk,
  type CycleAsk,
  type DecisionAsk,
  type PersonAsk,
  type RegistrationAsk,
  type RegulationAsk,
  type Ports,
  type ReportAsk,
  type UnitAsk,
} from '#use-cases';
import { DOCUMENT_KIND_NAMES } from '#words';

/** Namespace of everything in the sample: loading it again after an interruption goes on where it stopped. */
const SAMPLE = '0d5e6c0a-52d5-4f7e-9b53-5a7a3c1e2f10';

/** An ask without how it is sent: the sample adds the caller and the key. */
type What<A> = A extends unknown ? Omit<A, 'caller' | 'idempotencyKey' | 'ifMatch' | 'dryRun'> : never;

/** Where the sample's people act: through the same use cases as the API, at the sample's own time. */
export interface SampleCommands {
  readonly clock: AdjustableClock;
  /** The id of a thing that was created under a key of the sample. */
  idOf(kind: string, key: string): string;
  unit(who: string, key: string, ask: What<UnitAsk>): Promise<string>;
  person(who: string, key: string, ask: What<PersonAsk>): Promise<string>;
  regulation(who: string, key: string, ask: What<RegulationAsk>): Promise<string>;
  cycle(who: string, key: string, ask: What<CycleAsk>): Promise<string>;
  registration(who: string, key: string, ask: What<RegistrationAsk>): Promise<string>;
  /** A command on a registration that is there; `step` is the end of its key. */
  act<Type extends RegistrationAsk['type']>(
    who: string,
    registration: { readonly id: string; readonly key: string },
    step: string,
    type: Type,
    data: Extract<RegistrationAsk, { readonly type: Type }>['data'],
  ): Promise<string>;
  decision(who: string, key: string, ask: What<DecisionAsk>): Promise<string>;
  commendation(who: string, key: string, ask: What<CommendationAsk>): Promise<string>;
  report(who: string, key: string, ask: What<ReportAsk>): Promise<string>;
  /** Adds a small text file as evidence and answers its id. */
  evidence(who: string, key: string, unitId: string, kind: DocumentKind): Promise<string>;
}

/** The system itself: sets up the root and the first administrator. */
export const SYSTEM = 'system';

export const createSampleCommands = (ports: Ports, clock: AdjustableClock, files: EvidenceFiles): SampleCommands => {
  const keyOf = (key: string): string => deriveId(SAMPLE, key);
  const idOf = (kind: string, key: string): string => deriveId(keyOf(key), kind);
  const sending = (who: string, key: string): { caller: Caller; idempotencyKey: string } => ({
    caller: who === SYSTEM ? { kind: 'system' } : { kind: 'person', personId: idOf('person', who) },
    idempotencyKey: keyOf(key),
  });
  const done = async (key: string, answer: Promise<Answered>): Promise<string> => {
    const result = await answer;
    if (result.kind === 'done') return result.id;
    throw new Error(`The sample was refused at ${key}: ${JSON.stringify(result)}`);
  };
  return {
    clock,
    idOf,
    unit: (who, key, ask) => done(key, unitUseCase.run(ports, { ...ask, ...sending(who, key) })),
    person: (who, key, ask) => done(key, personUseCase.run(ports, { ...ask, ...sending(who, key) })),
    regulation: (who, key, ask) => done(key, regulationUseCase.run(ports, { ...ask, ...sending(who, key) })),
    cycle: (who, key, ask) => done(key, cycleUseCase.run(ports, { ...ask, ...sending(who, key) })),
    registration: (who, key, ask) => done(key, registrationUseCase.run(ports, { ...ask, ...sending(who, key) })),
    act: (who, { id, key }, step, type, data) => {
      const sent = sending(who, `${key}:${step}`);
      return done(`${key}:${step}`, registrationUseCase.run(ports, { type, id, data, ...sent } as RegistrationAsk));
    },
    decision: (who, key, ask) => done(key, decisionUseCase.run(ports, { ...ask, ...sending(who, key) })),
    commendation: (who, key, ask) => done(key, commendationUseCase.run(ports, { ...ask, ...sending(who, key) })),
    report: (who, key, ask) => done(key, reportUseCase.run(ports, { ...ask, ...sending(who, key) })),
    evidence: async (who, key, unitId, kind) => {
      const bytes = Buffer.from(`Tài liệu minh họa: ${DOCUMENT_KIND_NAMES[kind][0]} ${key}\n`);
      const file = await files.receive(Readable.from([bytes]));
      if (file === 'too-large') throw new Error('A sample file is too large.');
      await file.keep();
      const { sha256, size } = file;
      const data = {
        unitId,
        kind,
        fileName: `${DOCUMENT_KIND_NAMES[kind][0]}.txt`,
        mediaType: 'text/plain',
        sha256,
        size,
      };
      return done(key, evidenceUseCase.run(ports, { type: 'AddEvidence', data, ...sending(who, key) }));
    },
  };
};

/** Runs `act` on every item, at most 64 at a time, so that appends share their commits. */
export const inParallel = async <T>(items: readonly T[], act: (item: T, index: number) => Promise<unknown>) => {
  const queue = items.map((item, index) => ({ item, index }));
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await act(next.item, next.index);
  };
  await Promise.all(Array.from({ length: 64 }, worker));
};
