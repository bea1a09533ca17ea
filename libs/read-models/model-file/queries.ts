import { commendationsFor, type CommendationRow } from '../commendation-book/queries.ts';
import type { ReadModelsDb } from '../database.ts';
import { decisionsOn, type DecisionReader, type DecisionRow } from '../decision-book/queries.ts';
import { allOf, oneOf, within } from '../paging/conditions.ts';
import type { AsOf } from '../paging/page.ts';
import type { Appraiser } from '../sight/queries.ts';
import { filesIn, linesByThen, USES, type RegistrationFile, type RegistrationLine } from '../register/queries.ts';
import { typicalOf, type TypicalModel } from '../register/queries.ts';
import { trailsOf } from '../timeline/queries.ts';

/** One model's whole file, as far as its reader is told of each part. */
export interface ModelFile {
  readonly id: string;
  /** As its last registration has it. */
  readonly name: string;
  /** Of every cycle, the oldest first. */
  readonly registrations: readonly RegistrationLine[];
  readonly files: readonly (RegistrationFile & { readonly registrationId: string })[];
  readonly decisions: readonly DecisionRow[];
  readonly commendations: readonly CommendationRow[];
  /** The model it replicates, null for one of its own. */
  readonly replicates: Kin | null;
  readonly replicatedBy: readonly Kin[];
  /** What every unit is told of it where it is typical: all there is here for who sees none of its registrations. */
  readonly typical: readonly TypicalModel[];
}

type Kin = Pick<RegistrationLine, 'id' | 'modelId' | 'unitId' | 'name' | 'status'>;

interface ModelQuery extends DecisionReader, AsOf {
  readonly id: string;
  readonly appraiser?: Appraiser;
}

/**
 * By then, where it is asked for; undefined where the reader sees none of its registrations and it is not typical. As
 * long as a model has years, awards and copies.
 */
export const getModel = async (
  db: ReadModelsDb,
  { id, scope, concerned = [], appraiser, ...asOf }: ModelQuery,
): Promise<ModelFile | undefined> => {
  const reader = { ...asOf, ...(appraiser === undefined ? {} : { appraiser }) };
  const seen = linesByThen(db, reader).where(({ ref }) => allOf(within(ref('unitId'), scope)));
  const registrations = await seen.where('modelId', '=', id).orderBy('position').execute();
  const last = registrations.at(-1);
  const typical = await typicalOf(db, { modelId: id, ...asOf });
  if (last === undefined) return ofOthers(id, typical);
  const ids = registrations.map((line) => line.id);
  const commendations = await commendationsFor(db, { registrationIds: ids, scope, ...asOf });
  const itemIds = [...ids, ...commendations.map((one) => one.id)];
  const decisions = await decisionsOn(db, { itemIds, scope, concerned, ...asOf });
  const kin = seen.clearSelect().select(['id', 'modelId', 'unitId', 'name', 'status']);
  const sources = registrations
    .filter((line) => line.originKind === 'REPLICATES')
    .flatMap((line) => line.originId ?? []);
  const [replicates = null] = await kin.where(({ ref }) => allOf(oneOf(ref('id'), sources))).execute();
  const replicatedBy = await kin
    .where('originKind', '=', 'REPLICATES')
    .where(({ ref }) => allOf(oneOf(ref('originId'), ids)))
    .orderBy('id')
    .execute();
  const files = await filesOf(db, registrations, asOf);
  const acts = { decisions, commendations };
  return { id, name: last.name, registrations, files, ...acts, replicates, replicatedBy, typical };
};

/** Of a model of which the reader sees nothing else. */
const ofOthers = (id: string, typical: ModelFile['typical']): ModelFile | undefined => {
  const name = typical.at(-1)?.name;
  if (name === undefined) return undefined;
  const nothing = {
    registrations: [],
    files: [],
    decisions: [],
    commendations: [],
    replicates: null,
    replicatedBy: [],
  };
  return { id, name, ...nothing, typical };
};

/** What the dossiers rest on that the reader is told; of the others the line tells no field. */
const filesOf = async (
  db: ReadModelsDb,
  lines: readonly RegistrationLine[],
  asOf: AsOf,
): Promise<ModelFile['files']> => {
  const streams = lines.filter(({ field }) => field !== null).map(({ id }) => `registration-${id}`);
  const trail = await trailsOf(db, { streams, types: Object.keys(USES) as (keyof typeof USES)[], ...asOf });
  return trail.flatMap((entry) =>
    filesIn(entry).map((file) => ({ ...file, registrationId: entry.data.registrationId })),
  );
};
