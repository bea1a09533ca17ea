import {
  commendation,
  localDateOf,
  organization,
  registration,
  regulation,
  type Instant,
  type Rejected,
} from '#domain';
import { inChunks } from '#engine';
import { sees, type DirectoryState } from '#identity';
import type { Caller } from './ask.ts';
import type { CorePorts } from './ports.ts';

type Params = NonNullable<Rejected['params']>;

/**
 * The values of a refusal that are ids, by what they name. What belongs to a unit, and a `member` whom the asker named, is
 * told only to who may see it.
 */
const KINDS = {
  unit: 'unit',
  units: 'unit',
  bodies: 'unit',
  person: 'person',
  people: 'person',
  member: 'member',
  cycle: 'cycle',
  items: 'item',
  holder: 'commendation',
} as const satisfies Readonly<Record<string, string>>;

type Kind = (typeof KINDS)[keyof typeof KINDS];
type NameOf = (kind: Kind, id: string) => string | undefined;

/** Registrations and commendations read at once. */
const AT_ONCE = 64;

/** A refusal with names in place of the ids of units and people, as they are today. */
export const namedIn = <Refusal extends Rejected | undefined>(
  directory: DirectoryState,
  refusal: Refusal,
  at: Instant,
): Refusal => (refusal === undefined ? refusal : withNames(refusal, inDirectory(directory, at), directory, at));

/**
 * A refusal with names in place of ids, for who asked. An id stays where the name of what it names is not for them, and
 * is then left out of the sentence.
 */
export const named = async <Refusal extends Rejected>(
  ports: CorePorts,
  caller: Caller,
  refusal: Refusal,
): Promise<Refusal> => {
  if (refusal.params === undefined) return refusal;
  const directory = await ports.directory.current();
  const at = ports.clock.now();
  const maySee = (unitId: string) => caller.kind === 'system' || sees(directory, caller.personId, unitId, at);
  const known = inDirectory(directory, at);
  const told = await inChunks(idsOf(refusal.params), AT_ONCE, async ([kind, id]) => {
    if (kind === 'cycle') return [id, await nameOfCycle(ports, id)] as const;
    if (kind === 'item') return [id, await nameOfItem(ports, id, maySee)] as const;
    if (kind === 'commendation') return [id, await recipientOf(ports, id, maySee)] as const;
    const units = organization.rightsAt(directory.book, id, at).map(({ unitId }) => unitId);
    return [id, kind !== 'member' || units.some(maySee) ? known('person', id) : undefined] as const;
  });
  const names = new Map(told);
  return withNames(refusal, (kind, id) => known(kind, id) ?? names.get(id), directory, at);
};

const inDirectory =
  ({ tree, book }: DirectoryState, at: Instant): NameOf =>
  (kind, id) => {
    if (kind === 'person') return organization.personOf(book, id)?.name;
    return kind === 'unit' ? organization.unitOn(tree, id, localDateOf(at))?.name : undefined;
  };

const kindOf = (name: string): Kind | undefined => (name in KINDS ? KINDS[name as keyof typeof KINDS] : undefined);

const idsOf = (params: Params): readonly (readonly [Kind, string])[] =>
  Object.entries(params).flatMap(([name, value]) => {
    const kind = kindOf(name);
    return kind === undefined ? [] : [value].flat().map((id) => [kind, String(id)] as const);
  });

const withNames = <Refusal extends Rejected>(
  refusal: Refusal,
  nameOf: NameOf,
  { tree }: DirectoryState,
  at: Instant,
): Refusal => {
  const { params } = refusal;
  if (params === undefined) return refusal;
  const entries = Object.entries(params).map(([name, value]) => {
    const kind = kindOf(name);
    if (kind === undefined || typeof value === 'number') return [name, value] as const;
    const told = (id: string): string => nameOf(kind, id) ?? id;
    return [name, typeof value === 'string' ? told(value) : value.map(told)] as const;
  });
  return { ...refusal, params: { ...lifeOf(refusal, tree, at), ...Object.fromEntries(entries) } };
};

/** Since when a unit that is not active is so, or from when it will be. */
const lifeOf = ({ reason, params }: Rejected, tree: DirectoryState['tree'], at: Instant): Params => {
  const life = organization.lifeOf(tree, String(params?.['unit']));
  if (!reason.endsWith('unit-not-active') || life === undefined) return {};
  if (life.from > localDateOf(at)) return { from: life.from };
  return life.until === undefined ? {} : { until: life.until };
};

const nameOfCycle = async ({ engine }: CorePorts, id: string): Promise<string | undefined> => {
  const { state } = await engine.load(`cycle-${id}`, regulation.cycle.decider);
  return state.status === 'NONE' ? undefined : state.name;
};

/** The name of a model, or of who is commended, for who may see it: an item that is named need not be theirs. */
const nameOfItem = async (
  { engine }: CorePorts,
  id: string,
  maySee: (unitId: string) => boolean,
): Promise<string | undefined> => {
  const { state } = await engine.load(`registration-${id}`, registration.decider);
  if (state.status === 'NONE') return recipientOf({ engine }, id, maySee);
  return maySee(state.core.unitId) ? state.core.form.name : undefined;
};

const recipientOf = async (
  { engine }: Pick<CorePorts, 'engine'>,
  id: string,
  maySee: (unitId: string) => boolean,
): Promise<string | undefined> => {
  const { state } = await engine.load(`commendation-${id}`, commendation.decider);
  return state.status === 'NONE' || !maySee(state.unitId) ? undefined : state.recipient.name;
};
