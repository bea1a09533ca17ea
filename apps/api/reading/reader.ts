import { Inject, Injectable } from '@nestjs/common';
import { localDateOf, registration, type Actor, type Role } from '#domain';
import { coveredBy, holdsAny, unitsWithin, visibleScope, type DirectoryState } from '#identity';
import {
  getTimeline,
  inSnapshot,
  allPages,
  type Appraiser,
  type Auditing,
  type DecisionReader,
  type Page,
  type PageRequest,
  type ReadModelName,
  type ReadModelsDb,
  type Scope,
  type Seen,
  type Telling,
  type TimelineEntry,
} from '#read-models';
import { PORTS, type Ports } from '../commands/ports.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { ExportedView } from './csv.ts';
import type { PageAsOfQuery } from './list-query.ts';

/** A list as it is answered. */
export interface ListAnswer<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly position: number;
  readonly asOf: string;
}

interface Filter extends PageRequest {
  readonly format?: 'json' | 'csv';
  readonly asOf?: string;
}

/** Asks the read models on behalf of a person: never more than they may see. */
@Injectable()
export class Reader {
  @Inject(PORTS) readonly ports: Ports;

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

  /** What a person sees of the trail across everything: only under roles that are told the whole of a registration. */
  async auditing(personId: string): Promise<Auditing> {
    const [directory, now] = [await this.directory(), this.now];
    const under = (roles: readonly Actor['role'][]): Scope =>
      visibleScope(directory, personId, now, (role) => roles.includes(role));
    return { whole: under(registration.WHOLE_ROLES), audited: under(['AUDITOR']) };
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

  /** One thing from one snapshot, or the refusal that tells nothing. */
  one<Value>(
    of: readonly ReadModelName[],
    ask: (db: ReadModelsDb) => Promise<Value | undefined>,
  ): Promise<Seen<Value>> {
    return this.ask(of, async (db) => this.found(await ask(db)));
  }

  /** A page, or with `format=csv` the whole filtered view as a file; either is one snapshot. */
  async list<Item extends object, Query extends Filter>(
    { name, of }: { readonly name: string; readonly of: readonly ReadModelName[] },
    query: Query,
    ask: (db: ReadModelsDb, page: Omit<Query, 'format'>) => Promise<Page<Item>>,
  ): Promise<Seen<ListAnswer<Item>> | ExportedView> {
    const { format, ...question } = query;
    const asOf = query.asOf ?? this.now;
    if (format !== 'csv') {
      const { value, ...seen } = await this.ask(of, (db) => ask(db, question));
      return { ...seen, value: { ...value, position: seen.position, asOf } };
    }
    const { position, value: items } = await this.ask(of, (db) =>
      allPages((page) => ask(db, { ...question, ...page })),
    );
    // Read whole before it is sent: whoever takes a file slowly holds no connection to the database.
    return { kind: 'view', name, position, asOf, items };
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

  /** What was found, or the refusal that tells nothing. */
  found<T>(thing: T | undefined): T {
    if (thing === undefined) throw new Refusal('not-found');
    return thing;
  }
}
