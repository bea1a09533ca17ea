import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { localDateOf, type reading } from '#domain';
import { withNames } from '#read-models';
import { readingUseCase } from '#use-cases';
import { PORTS, type Ports } from '../commands/ports.ts';
import { portsOfAsker } from '../commands/asker.ts';
import { callerOf } from '../http/access/asking.ts';
import { headerOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { toRefusal, type FileAnswer } from '../http/answer/answer.interceptor.ts';
import { languageOf } from '../http/problem/language.ts';
import { rowOf } from './row.ts';
import { refuseUnknown } from './chosen-columns.ts';
import { csvOf } from './csv.ts';
import { filterText, type Asked } from './filter-text.ts';
import { tableOf, type Table } from './table.ts';
import { XLSX, type ExportedView, type FileFormat, type Pages } from './view.ts';
import { workbookIn } from './workbook.ts';

interface Written {
  readonly mediaType: string;
  readonly of: (table: Table) => AsyncIterable<string | Buffer>;
}

const WRITTEN: Readonly<Record<FileFormat, Written>> = {
  csv: { mediaType: 'text/csv; charset=utf-8', of: csvOf },
  xlsx: { mediaType: XLSX, of: workbookIn },
};

/**
 * Makes a view into a file, and has it written down who takes it, and how much, before they get it. The file is whole on
 * the disk before its first byte is sent: whoever takes it slowly holds no connection to the database, and nobody keeps a
 * part of it for the whole.
 */
@Injectable()
export class ExportInterceptor implements NestInterceptor {
  @Inject(PORTS) private readonly ports: Ports;

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const { raw } = context.switchToHttp().getResponse<FastifyReply>();
    const gone = new AbortController();
    raw.once('close', () => gone.abort());
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        if (!isView(result)) return result;
        if (result.columns !== undefined) refuseUnknown(result.columns, rowOf(context.getHandler()));
        return this.fileFor(request, result, gone.signal).catch((error: unknown) => {
          if (gone.signal.aborted) return undefined; // nobody hears the answer
          throw error;
        });
      }),
    );
  }

  private async fileFor(request: KnownRequest, view: ExportedView, gone: AbortSignal): Promise<FileAnswer> {
    const asked = askedIn(request);
    const filter = JSON.stringify(asked);
    const language = languageOf(headerOf(request, 'accept-language'));
    const { mediaType, of } = WRITTEN[view.format];
    let rows = 0;
    const { position, value: file } = await view.read(async (pages, db) => {
      const told = (count: number): void => void (rows += count);
      const named = (of: object): Promise<object> => withNames(db, of, { today: localDateOf(this.ports.clock.now()) });
      const around = { list: view.name, collection: collectionOf(request), language, withNames: named };
      const { columns: _, ...narrowed } = asked;
      const inWords = (first: readonly object[]): Promise<string> => filterText(narrowed, { ...around, rows: first });
      return this.ports.spool(of(await tableOf(view, whileHeard(pages, gone), { filter: inWords, language, told })));
    });
    try {
      if (request.method !== 'HEAD') await this.note(request, { list: view.name, filter, rows, position });
    } catch (error) {
      await file.drop();
      throw error;
    }
    const fileName = `${view.name}.${view.format}`;
    return { kind: 'file', fileName, mediaType, position, size: file.size, content: file.send() };
  }

  private async note(request: KnownRequest, data: reading.ExportList['data']): Promise<void> {
    const answer = await readingUseCase.run(portsOfAsker(this.ports), {
      caller: callerOf(request),
      type: 'ExportList',
      data,
    });
    if (answer.kind === 'rejected') throw toRefusal(answer);
  }
}

/** No page more once who asked has gone. */
async function* whileHeard(pages: Pages, gone: AbortSignal): AsyncGenerator<readonly object[]> {
  for await (const page of pages) {
    gone.throwIfAborted();
    yield page;
  }
}

const isView = (result: unknown): result is ExportedView =>
  typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'view';

/** What narrows the view: what the path names and what was asked, but not how it is sent. */
const askedIn = ({ params, query }: KnownRequest): Asked => {
  const { format: _format, limit: _limit, after: _after, ...filter } = { ...(params as object), ...(query as Query) };
  return filter;
};

/** `/api/registrations/:id/timeline` is of `registrations`. */
const collectionOf = ({ routeOptions }: KnownRequest): string => routeOptions.url?.split('/')[2] ?? '';

type Query = Readonly<Record<'format' | 'limit' | 'after', unknown>>;
