import type { DomainEvent } from '#domain';
import { newEvent } from '../contract/index.ts';
import { createCodec, PoisonEventError } from './codec.ts';
import { decode, encode } from './upcasters.ts';

type Visit = DomainEvent<'VisitRecorded', { readonly place: { readonly name: string }; readonly people: number }>;

const codec = createCodec<Visit>({
  VisitRecorded: [
    (data) => ({ ...(data as object), people: 1 }),
    (data) => ({ ...(data as object), place: { name: (data as { place: string }).place } }),
  ],
});

const stored = (version: number, data: unknown, type = 'VisitRecorded') => ({
  ...newEvent(data, { type, version }),
  position: 7,
});

describe('the codec', () => {
  it('lifts an old event step by step to what it means today', () => {
    const today = { place: { name: 'Thôn 4' }, people: 1 };
    expect(codec.decode(stored(1, { place: 'Thôn 4' })).data).toEqual(today);
    expect(codec.decode(stored(2, { place: 'Thôn 4', people: 1 })).data).toEqual(today);
    expect(codec.decode(stored(3, today)).data).toEqual(today);
  });

  it('keeps the envelope beside the event', () => {
    const event = stored(3, { place: { name: 'Thôn 4' }, people: 3 });
    expect(codec.decode(event)).toEqual({ type: 'VisitRecorded', data: event.data, meta: event.meta });
  });

  it('writes an event in the current version', () => {
    const data = { place: { name: 'Thôn 4' }, people: 3 };
    expect(codec.encode({ type: 'VisitRecorded', data })).toEqual({ type: 'VisitRecorded', version: 3, data });
  });

  it('stops at an event it does not know, and says where it stands', () => {
    expect(() => codec.decode(stored(1, {}, 'VisitForgotten'))).toThrow(PoisonEventError);
    expect(() => codec.decode(stored(1, {}, 'VisitForgotten'))).toThrow(/"VisitForgotten" is unknown .*position 7/);
    expect(() => codec.decode(stored(1, {}, 'constructor'))).toThrow(PoisonEventError);
  });

  it('stops at an event that a newer program wrote', () => {
    expect(() => codec.decode(stored(4, {}))).toThrow(/version 4, this program knows 3 \(position 7\)/);
    expect(() => codec.decode(stored(0, {}))).toThrow(PoisonEventError);
  });

  it('knows every event of the product', () => {
    const event = { type: 'CycleClosed', data: { cycleId: 'c', reason: 'Đã tổng kết' } } as const;
    const { meta } = newEvent();
    expect(decode({ ...encode(event), meta, position: 1 })).toEqual({ ...event, meta });
  });
});
