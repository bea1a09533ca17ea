import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../problem/problem.ts';
import type { FieldFault } from '../problem/fault.ts';
import { checkShape } from './check-shape.ts';
import { validate, type Class } from './validate.ts';

/** Types for which nothing is checked: a body or query must have a class of its own. */
const BARE = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);

/** Bodies and queries as their classes say; a path that names no id leads nowhere. */
@Injectable()
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (BARE.has(metatype)) throw new Error(`a ${type} without a class is not validated`);
    // What the body parser looks for before, and a name that the libraries leave out without a word.
    const fault = type === 'query' ? checkShape(value) : undefined;
    if (fault !== undefined) throw new Refusal('malformed', { faults: [inQuery(fault)] });
    const validated = validate(metatype as Class, value);
    if (validated.kind === 'valid') return validated.value;
    if (type === 'param') throw new Refusal('not-found');
    const faults = type === 'query' ? validated.faults.map(inQuery) : validated.faults;
    throw new Refusal('malformed', { faults });
  }
}

const inQuery = (fault: FieldFault): FieldFault => ({ ...fault, pointer: fault.pointer.slice(1) });
