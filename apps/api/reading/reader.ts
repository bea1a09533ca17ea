import { Inject, Injectable } from '@nestjs/common';
import { localDateOf, registration, type Actor, type Availability, type Role } from '#domain';
import { coveredBy, holdsAny, unitsWithin, visibleScope, type DirectoryState } from '#identity';
import {
  eachPage,
  getTimeline,
  inSnapshot,
  pageOfAll,
  withNames,
  type Appraiser,
  type AsOf,
  type Auditing,
  type DecisionReader,
  type Page,
  type PageRequest,
  type ReadModelName,
  type ReadModelsDb,
  type Reading,
  type Scope,
  type Seen,
  type Telling,
  type TimelineEntry,
} from '#read-models';
import { peopleSeenBy, sightOfLines, type Choice, type Rejection } from '#use-cases';
import type { ListName } from '#words';
import { PORTS, type Ports } from '../commands/ports.ts';
import { portsOfAsker } from '../commands/asker.ts';
import { Refusal } from '../http/problem/problem.ts';
import { toldActions, type ToldAction } from './actions.ts';
import { toldChoices } from './choice.ts';
import type { PageAsOfQuery } from './list-query.ts';
import type { ExportedView, FileFormat } from '../exports/view.ts';

/** A list as it is answered. */
export interface ListAnswer<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly position: number;
  readonly asOf: string;
}

interface Filter extends PageRequest, AsOf {
  readonly format?: 'json' | FileFormat;
  readonly columns?: string;
}

/** What a list is asked for, but not how it is sent. */
type Asked<Query> = Omit<Query, 'format' | 'columns'>;

/** Asks the read models on behalf of a person: never more than they may see. */
@Injectable()
export class Reader {
  @Inject(PORTS) private readonly whole: Ports;

  /** As whoever asks may use them. */
  get ports(): Ports {
    return portsOfAsker(this.whole);
  }

  get now(): string {
    return this.ports.clock.now();
  }

  directory(): Promise<DirectoryState> {
    return this.ports.directory.current();
  }

  async scopeOf(personId: string): Promise<Scope> {
    return visibleScope(await this.directory(), personId, this.now);
  }

  /** What a person sees under other roles than that of an appraiser; undefined where they are none. */
  async appraiserOf(personId: string): Promise<Appraiser | undefined> {
    const [directory, now] = [await this.directory(), this.now];
    if (!holdsAny(directory, personId, ['APPRAISER'], now)) return undefined;
    const under = (of: (role: Role) => boolean): Scope => visibleScope(directory, personId, now, of);
    const whole = under((role) => registration.WHOLE_ROLES.includes(role));
    return { personId, whole, otherwise: under((role) => role !== 'APPRAISER') };
  }

  /** Whose decisions a person sees: those of their scope, and issued ones that name something of a unit they speak for. */
  async decisionReader(personId: string): Promise<DecisionReader> {
    const [directory, now] = [await this.directory(), this.now];
    const under = (roles?: readonly Role[]): Scope =>
      visibleScope(directory, personId, now, (role) => roles?.includes(role) ?? true);
    const [scope, spoken] = [under(), under(['UNIT_OFFICER', 'UNIT_HEAD'])];
    return { scope, ...(spoken === 'all' ? {} : { concerned: spoken.unitIds }) };
  }

  /** What a person sees of the trail across everything: all of it under some roles, else what the timelines tell them. */
  async auditing(personId: string): Promise<Auditing> {
    const [directory, now] = [await this.directory(), this.now];
    const under = (roles: readonly Actor['role'][]): Scope =>
      visibleScope(directory, personId, now, (role) => roles.includes(role));
    const auditing = { whole: under(registration.WHOLE_ROLES), audited: under(['AUDITOR']) };
    if (holdsAny(directory, personId, registration.WHOLE_ROLES, now)) return auditing;
    return { ...auditing, reading: await this.reading(personId) };
  }

  private async reading(personId: string): Promise<Reading> {
    const appraiser = await this.appraiserOf(personId);
    return {
      personId,
      ...(await this.decisionReader(personId)),
      ...(appraiser && { appraiser }),
      people: peopleSeenBy(await this.directory(), personId, this.now),
      sightOf: await sightOfLines(this.ports, personId),
    };
  }

  /** A unit with those below it, today or on a day. */
  async unitsUnder(unitId: string, on?: string): Promise<readonly string[]> {
    const { tree } = await this.directory();
    const found = on === undefined ? coveredBy(tree, unitId, localDateOf(this.now)) : unitsWithin(tree, unitId, on);
    return found.length === 0 ? [unitId] : found;
  }

  /** What one snapshot of the read models answers, and how much of the log it had seen. */
  ask<Value>(of: readonly ReadModelName[], ask: (db: ReadModelsDb) => Promise<Value>): Promise<Seen<Value>> {
    return inSnapshot(this.ports.readModels, of, ask);
  }

  /** One thing from one snapshot with the names of what it names, or the refusal that tells nothing. */
  one<Value>(
    of: readonly ReadModelName[],
    ask: (db: ReadModelsDb) => Promise<Value | undefined>,
    asOf: AsOf = {},
  ): Promise<Seen<Value>> {
    return this.ask(of, async (db) => this.named(db, this.found(await ask(db)), asOf));
  }

  /** A page, or the whole filtered view to be made into a file; either is one snapshot, with names. */
  async list<Item extends object, Query extends Filter>(
    { name, of }: { readonly name: ListName; readonly of: readonly ReadModelName[] },
    query: Query,
    ask: (db: ReadModelsDb, page: Asked<Query>) => Promise<Page<Item>>,
  ): Promise<Seen<ListAnswer<Item>> | ExportedView> {
    const { format = 'json', columns, ...question } = query;
    const asOf = query.asOf ?? this.now;
    const named = async (db: ReadModelsDb, page: Asked<Query>): Promise<Page<Item>> => {
      const { items, next } = await ask(db, page);
      return { items: await this.named(db, items, query), next };
    };
    if (format === 'json') {
      if (columns !== undefined)
        throw new Refusal('malformed', { faults: [{ pointer: 'columns', code: 'unknown-field' }] });
      const { value, ...seen } = await this.ask(of, (db) => named(db, question));
      return { ...seen, value: { ...value, position: seen.position, asOf } };
    }
    const pages = (db: ReadModelsDb) => eachPage((page) => named(db, { ...question, ...page }));
    const chosen = columns === undefined ? {} : { columns: columns.split(',').map((column) => column.trim()) };
    return { kind: 'view', name, format, asOf, ...chosen, read: (write) => this.ask(of, (db) => write(pages(db), db)) };
  }

  /** A page of what may be chosen, told to a person; or all of it as a file. */
  choices<Of extends object>(
    name: ListName,
    query: Filter,
    of: { readonly all: readonly Choice<Of>[]; readonly for: string; readonly keyOf: (choice: Choice<Of>) => string },
  ): Promise<Seen<ListAnswer<object>> | ExportedView> {
    return this.list<object, Filter>({ name, of: [] }, query, async (_db, page) => {
      const { items, next } = pageOfAll(of.all, page, of.keyOf);
      return { items: await toldChoices(this.ports, of.for, items), next };
    });
  }

  /** The audit trail of something the person may see, as far as they are told of it. */
  timeline(
    stream: string,
    query: PageAsOfQuery,
    telling: Telling = {},
  ): Promise<Seen<ListAnswer<TimelineEntry>> | ExportedView> {
    return this.list({ name: 'timeline', of: ['timeline', 'units'] }, query, (db, page) =>
      getTimeline(db, { ...page, subject: stream, ...telling }),
    );
  }

  /** What a person may do now, in words. */
  async told<Type extends string, Reason extends Rejection>(
    actions: Readonly<Record<Type, Availability<Reason>>> | undefined,
  ): Promise<Readonly<Record<Type, ToldAction<Reason>>>> {
    return toldActions(this.found(actions), await this.directory(), this.now);
  }

  private named<Value>(db: ReadModelsDb, value: Value, { asOf, knownAt }: AsOf): Promise<Value> {
    const cutoffs = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
    return withNames(db, value, { ...cutoffs, today: localDateOf(this.now) });
  }

  /** What was found, or the refusal that tells nothing. */
  found<T>(thing: T | undefined): T {
    if (thing === undefined) throw new Refusal('not-found');
    return thing;
  }
}
