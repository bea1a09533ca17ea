import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { localDateOf } from '#domain';
import { withNames, type AsOf, type Seen } from '#read-models';
import { PORTS, type Ports } from '../commands/ports.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { instantOf } from '../http/validation/instant.ts';
import { isNamed } from './reads.ts';

/**
 * Has every answer tell the names of what it names by id, so that no question has to think of it. What `Reader` answers
 * from a snapshot has them from it already, and is asked nothing more.
 */
@Injectable()
export class NamesInterceptor implements NestInterceptor {
  @Inject(PORTS) private readonly ports: Ports;

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!isNamed(context.getHandler())) return next.handle();
    const asOf = cutoffsOf(context.switchToHttp().getRequest<KnownRequest>());
    return next.handle().pipe(mergeMap((result: unknown) => this.named(result, asOf)));
  }

  private async named(result: unknown, asOf: AsOf): Promise<unknown> {
    const told = <Value>(value: Value): Promise<Value> =>
      withNames(this.ports.readModels, value, { ...asOf, today: localDateOf(this.ports.clock.now()) });
    if (isOf<Seen<unknown>>('seen', result)) return { ...result, value: await told(result.value) };
    return isOf('view', result) || isOf('rejected', result) ? result : told(result);
  }
}

const isOf = <Kind extends { readonly kind: string }>(kind: Kind['kind'], result: unknown): result is Kind =>
  typeof result === 'object' && result !== null && 'kind' in result && result.kind === kind;

/** The handler has answered, so they are of the right form. */
const cutoffsOf = ({ query }: KnownRequest): AsOf => {
  const { asOf, knownAt } = query as AsOf;
  const instant = knownAt === undefined ? undefined : instantOf(knownAt);
  return { ...(asOf === undefined ? {} : { asOf }), ...(instant === undefined ? {} : { knownAt: instant }) };
};
