import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#domain';
import { coveredBy, unitsWithin, visibleScope, type DirectoryState } from '#identity';
import type { Page, PageRequest, ReadModelsDb, Scope } from '#read-models';
import type { FastifyReply } from 'fastify';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { PROJECTIONS, type Projections } from '../http/answer/projections.ts';
import { Refusal } from '../http/problem/problem.ts';
import { csvOf } from './csv.ts';

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
  readonly ports: Ports;
  private readonly projections: Projections;

  constructor(@Inject(PORTS) ports: Ports, @Inject(PROJECTIONS) projections: Projections) {
    this.ports = ports;
    this.projections = projections;
  }

  get db(): ReadModelsDb {
    return this.ports.readModels;
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

  /** A unit with those below it, today or on a day. */
  async unitsUnder(unitId: string, on?: string): Promise<readonly string[]> {
    const { tree } = await this.directory();
    const found = on === undefined ? coveredBy(tree, unitId, localDateOf(this.now)) : unitsWithin(tree, unitId, on);
    return found.length === 0 ? [unitId] : found;
  }

  /** A page, or with `format=csv` the whole filtered view as a file. */
  async list<Item extends object, Query extends Filter>(
    name: string,
    query: Query,
    reply: FastifyReply,
    ask: (page: Omit<Query, 'format'>) => Promise<Page<Item>>,
  ): Promise<ListAnswer<Item> | undefined> {
    const { format, ...question } = query;
    const asOf = query.asOf ?? this.now;
    if (format !== 'csv') return { ...(await ask(question)), position: await this.projections.position(), asOf };
    const items: Item[] = [];
    let after: string | undefined;
    do {
      const page: Page<Item> = await ask({ ...question, limit: 200, ...(after === undefined ? {} : { after }) });
      items.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    const text = csvOf({ name, filter: question, asOf, items });
    void reply
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .header('x-kheo-position', await this.projections.position())
      .type('text/csv; charset=utf-8')
      .send(text);
    return undefined;
  }

  /** What was found, or the refusal that tells nothing. */
  found<T>(thing: T | undefined): T {
    if (thing === undefined) throw new Refusal('not-found');
    return thing;
  }
}
