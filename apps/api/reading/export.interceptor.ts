import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { readingUseCase } from '#use-cases';
import { PORTS, type Ports } from '../commands/ports.ts';
import { callerOf } from '../http/access/asking.ts';
import { headerOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { toRefusal, type FileAnswer } from '../http/answer/answer.interceptor.ts';
import { languageOf } from '../http/problem/language.ts';
import { csvOf, type ExportedView } from './csv.ts';

/** Makes a view into a file, and has it written down who takes it before they get it. */
@Injectable()
export class ExportInterceptor implements NestInterceptor {
  @Inject(PORTS) private readonly ports: Ports;

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    return next
      .handle()
      .pipe(mergeMap(async (result: unknown) => (isView(result) ? this.fileFor(request, result) : result)));
  }

  private async fileFor(request: KnownRequest, view: ExportedView): Promise<FileAnswer> {
    const filter = filterOf(request);
    const file = csvOf(view, filter, languageOf(headerOf(request, 'accept-language')));
    if (request.method === 'HEAD') return file;
    const { name: list, position, items } = view;
    const answer = await readingUseCase.run(this.ports, {
      ...{ caller: callerOf(request), type: 'ExportList' },
      data: { list, filter, rows: items.length, position },
    });
    if (answer.kind === 'rejected') throw toRefusal(answer);
    return file;
  }
}

const isView = (result: unknown): result is ExportedView =>
  typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'view';

/** What narrows the view: what the path names and what was asked, but not how it is sent. */
const filterOf = ({ params, query }: KnownRequest): string => {
  const { format: _format, limit: _limit, after: _after, ...filter } = { ...(params as object), ...(query as Query) };
  return JSON.stringify(filter);
};

type Query = Readonly<Record<'format' | 'limit' | 'after', unknown>>;
