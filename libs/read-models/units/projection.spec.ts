import { eventsIn } from '#event-store';
import { commune, id, PROVINCE } from '#support/histories';
import { happening, rowsAfter, stored } from '../testing/history.ts';
import { appointmentState, namesGiven, placesGiven, unitState } from './projection.ts';

const unitId = commune(0);
const stream = `unit-${unitId}`;
const document = { number: '12-NQ/TU', issuedOn: '2026-05-01' };
const established = happening(stream, {
  type: 'UnitEstablished',
  data: { unitId, kind: 'COMMUNE', name: 'Xã Đông Hải', parentId: PROVINCE, from: '2025-07-01' },
});
const renamed = happening(stream, {
  type: 'UnitRenamed',
  data: { unitId, name: 'Phường Đông Hải', from: '2026-07-01', document },
});

describe('units', () => {
  it('keep the former name beside the new one, each with its day', () => {
    expect(eventsIn(stored([established, renamed]), ['unit']).flatMap(namesGiven)).toMatchObject([
      { name: 'Xã Đông Hải', fromOn: '2025-07-01' },
      { name: 'Phường Đông Hải', folded: 'phuong dong hai', fromOn: '2026-07-01', document },
    ]);
  });

  it('do not move when they are renamed', () => {
    expect(eventsIn(stored([established, renamed]), ['unit']).flatMap(placesGiven)).toMatchObject([
      { parentId: PROVINCE },
    ]);
  });

  it('stay listed with day and reason once they are closed', () => {
    const closed = happening(stream, {
      type: 'UnitClosed',
      data: { unitId, on: '2026-06-30', reason: 'Sáp nhập', document },
    });
    expect(rowsAfter(unitState, [established, closed])).toMatchObject([
      { closedOn: '2026-06-30', closedReason: 'Sáp nhập' },
    ]);
  });
});

describe('appointments', () => {
  it('stay listed with their end once they have ended', () => {
    const personId = id('person', 5);
    const appointmentId = id('appointment', 1);
    const about = { appointmentId, personId };
    const appointed = happening(`person-${personId}`, {
      type: 'PersonAppointed',
      data: { ...about, unitId, role: 'UNIT_HEAD', from: '2026-01-01', document },
    });
    const ended = happening(`person-${personId}`, {
      type: 'AppointmentEnded',
      data: { ...about, endsAt: '2026-08-31T16:59:59.999Z', reason: 'Nghỉ hưu' },
    });
    expect(rowsAfter(appointmentState, [appointed, ended])).toMatchObject([
      { role: 'UNIT_HEAD', fromOn: '2026-01-01', endsAt: '2026-08-31T16:59:59.999Z', endReason: 'Nghỉ hưu' },
    ]);
  });
});
