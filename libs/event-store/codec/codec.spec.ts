import type { DomainEvent } from '#domain';
import { newEvent } from '../contract/index.ts';
import { PoisonEventError } from '../event-store.port.ts';
import { createCodec } from './codec.ts';
import { productCodec } from './upcasters.ts';

type Visit = DomainEvent<'VisitRecorded', { readonly place: { readonly name: string }; readonly people: number }>;

const codec = createCodec<Visit>({
  VisitRecorded: [
    (data) => ({ ...(data as object), people: 1 }),
    (data) => ({ ...(data as object), place: { name: (data as { place: string }).place } }),
  ],
});

const stored = (version: number, data: unknown, type = 'VisitRecorded') => ({
  ...newEvent(data, { type, version }),
  ...{ position: 7, stream: 'visit-4', revision: 2 },
});

describe('the codec', () => {
  it('lifts an old event step by step to what it means today', () => {
    const today = { place: { name: 'Thôn 4' }, people: 1 };
    expect(codec.decode(stored(1, { place: 'Thôn 4' })).data).toEqual(today);
    expect(codec.decode(stored(2, { place: 'Thôn 4', people: 1 })).data).toEqual(today);
    expect(codec.decode(stored(3, today)).data).toEqual(today);
  });

  it('keeps everything else about an event, and leaves one of today as it is', () => {
    const today = stored(3, { place: { name: 'Thôn 4' }, people: 1 });
    const old = { ...today, version: 1, data: { place: 'Thôn 4' } };
    expect(codec.decode(old)).toEqual(today);
    expect(codec.decode(today)).toBe(today);
  });

  it('writes an event in the current version', () => {
    const data = { place: { name: 'Thôn 4' }, people: 3 };
    expect(codec.encode({ type: 'VisitRecorded', data })).toEqual({ type: 'VisitRecorded', version: 3, data });
  });

  it('stops at an event it does not know, and says where it stands', () => {
    expect(() => codec.decode(stored(1, {}, 'VisitForgotten'))).toThrow(PoisonEventError);
    expect(() => codec.decode(stored(1, {}, 'VisitForgotten'))).toThrow(
      /"VisitForgotten" is unknown .*position 7, visit-4/,
    );
    expect(() => codec.decode(stored(1, {}, 'constructor'))).toThrow(PoisonEventError);
  });

  it('stops at an event that a newer program wrote', () => {
    expect(() => codec.decode(stored(4, {}))).toThrow(/version 4, this program knows 3 \(position 7, visit-4\)/);
    expect(() => codec.decode(stored(0, {}))).toThrow(PoisonEventError);
  });

  it('knows every event of the product', () => {
    const event = { type: 'CycleClosed', data: { cycleId: 'c', reason: 'Đã tổng kết' } } as const;
    const written = { ...stored(1, {}), ...productCodec.encode(event) };
    expect(productCodec.decode(written)).toBe(written);
    expect(() => productCodec.encode({ type: 'CycleForgotten' as 'CycleClosed', data: event.data })).toThrow(
      PoisonEventError,
    );
  });
});
