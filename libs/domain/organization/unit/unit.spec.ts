import { ROLES, type Actor } from '../../kernel/index.ts';
import { by, commandMeta, given, recorded } from '../../kernel/testing/spec.ts';
import type { CloseUnit, EstablishUnit, MoveUnit, RenameUnit, UnitCommand } from './commands.ts';
import { decide as decideUnit, decider as unitDecider } from './decide.ts';
import type { UnitEvent } from './events.ts';
import { nameOn } from './state.ts';

const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'province' };
const meta = commandMeta({ actor: admin });

const established: UnitEvent = {
  type: 'UnitEstablished',
  data: {
    unitId: 'commune',
    name: 'Xã Tân Hòa',
    kind: 'COMMUNE',
    parentId: 'province',
    adminUnitCode: '00123',
    from: '2025-07-01',
  },
  effectiveOn: '2025-07-01',
};
const commune = by(admin)(established);
const root = by(admin)<UnitEvent>({
  type: 'UnitEstablished',
  data: { unitId: 'province', name: 'Tỉnh Minh Họa', kind: 'PROVINCE', from: '2025-07-01' },
});
const renamed: UnitEvent = {
  type: 'UnitRenamed',
  data: { unitId: 'commune', name: 'Phường Tân Hòa', from: '2026-01-01' },
  effectiveOn: '2026-01-01',
};
const moved: UnitEvent = {
  type: 'UnitMoved',
  data: { unitId: 'commune', parentId: 'other-province', from: '2026-03-01' },
  effectiveOn: '2026-03-01',
};
const closed: UnitEvent = {
  type: 'UnitClosed',
  data: { unitId: 'commune', on: '2026-06-30', reason: 'Sáp nhập' },
  effectiveOn: '2026-06-30',
};

const province = { unitId: 'province', from: '2025-07-01' };
const establish = (
  data: Partial<EstablishUnit['data']> = {},
  facts: Partial<EstablishUnit['facts']> = {},
): EstablishUnit => ({
  type: 'EstablishUnit',
  data: { ...established.data, ...data },
  facts: { parent: province, rootExists: true, codeTakenBy: undefined, ...facts },
  meta,
});
const { parentId: _parentId, adminUnitCode: _code, ...asRoot } = established.data;
const rename = (data: Partial<RenameUnit['data']> = {}): RenameUnit => ({
  type: 'RenameUnit',
  data: { name: 'Phường Tân Hòa', from: '2026-01-01', ...data },
  facts: {},
  meta,
});
const move = (data: Partial<MoveUnit['data']> = {}, facts: Partial<MoveUnit['facts']> = {}): MoveUnit => ({
  type: 'MoveUnit',
  data: { parentId: 'other-province', from: '2026-03-01', ...data },
  facts: {
    parent: { unitId: 'other-province', from: '2025-07-01' },
    aboveParent: ['other-province', 'nation'],
    ...facts,
  },
  meta,
});
const close = (data: Partial<CloseUnit['data']> = {}, facts: Partial<CloseUnit['facts']> = {}): CloseUnit => ({
  type: 'CloseUnit',
  data: { on: '2026-06-30', reason: 'Sáp nhập', ...data },
  facts: { childrenAfter: [], holdersAfter: [], ...facts },
  meta,
});

describe('establishing a unit', () => {
  it('puts it under the unit above, from its first day', () => {
    given(unitDecider).when(establish()).then(established);
  });

  it('stores the name composed and without stray spaces', () => {
    given(unitDecider)
      .when(establish({ name: `  ${'Xã  Tân Hòa'.normalize('NFD')} ` }))
      .then(established);
  });

  it('needs no administrative code where there is no territory', () => {
    const data = { ...asRoot, kind: 'CENTRAL_AGENCIES', parentId: 'province' } as const;
    given(unitDecider)
      .when({ ...establish(), data })
      .then({ type: 'UnitEstablished', data, effectiveOn: '2025-07-01' });
  });

  it('establishes the root when there is none yet', () => {
    given(unitDecider)
      .when({ ...establish({}, { rootExists: false, parent: undefined }), data: asRoot })
      .then({ type: 'UnitEstablished', data: asRoot, effectiveOn: '2025-07-01' });
  });

  it('refuses a second root', () => {
    given(unitDecider)
      .when({ ...establish({}, { parent: undefined }), data: asRoot })
      .thenRejected('root-exists', { pointer: '/parentId' });
  });

  it('refuses a unit that is there already', () => {
    given(unitDecider, ...commune)
      .when(establish())
      .thenRejected('unit-exists');
  });

  it('refuses a unit above that nobody established', () => {
    given(unitDecider)
      .when(establish({}, { parent: undefined }))
      .thenRejected('parent-missing', { pointer: '/parentId' });
  });

  it('refuses a first day before that of the unit above', () => {
    given(unitDecider)
      .when(establish({ from: '2025-06-30' }))
      .thenRejected('outside-parent-period', { pointer: '/from' });
  });

  it('refuses a place under a unit whose closing is recorded', () => {
    given(unitDecider)
      .when(establish({}, { parent: { ...province, until: '2027-12-31' } }))
      .thenRejected('outside-parent-period', { pointer: '/from' });
  });

  it('refuses an empty name and a day that is not in the calendar', () => {
    given(unitDecider)
      .when(establish({ name: ' \n ' }))
      .thenRejected('name-empty', { pointer: '/name' });
    given(unitDecider)
      .when(establish({ from: '2026-02-29' }))
      .thenRejected('date-invalid', { pointer: '/from' });
  });

  it.each([
    ['COMMUNE', '123'],
    ['COMMUNE', '01'],
    ['COMMUNE', '0012a'],
    ['PROVINCE', '00123'],
    ['UNIT', '00123'],
    ['CENTRAL_AGENCIES', '01'],
  ] as const)('refuses for a %s the code %s', (kind, adminUnitCode) => {
    given(unitDecider)
      .when(establish({ kind, adminUnitCode }))
      .thenRejected('admin-unit-code-invalid', { pointer: '/adminUnitCode' });
  });

  it('takes a two-digit code for a province and keeps its leading zero', () => {
    const { state } = given(unitDecider, recorded<UnitEvent>(established));
    expect(state).toMatchObject({ adminUnitCode: '00123' });
    expect(decideUnit(establish({ kind: 'PROVINCE', adminUnitCode: '01' }), unitDecider.initial).kind).toBe('accepted');
  });

  it('never gives a code twice', () => {
    given(unitDecider)
      .when(establish({}, { codeTakenBy: 'first' }))
      .thenRejected('admin-unit-code-taken', { pointer: '/adminUnitCode' });
  });
});

describe('renaming a unit', () => {
  it('gives it the new name from a day and keeps the old one for the days before', () => {
    given(unitDecider, ...commune)
      .when(rename())
      .then(renamed);
    const { state } = given(unitDecider, ...commune, ...by(admin)(renamed));
    if (state.status === 'NONE') throw new Error('the unit was established');
    expect(nameOn(state, '2025-12-31')).toBe('Xã Tân Hòa');
    expect(nameOn(state, '2026-01-01')).toBe('Phường Tân Hòa');
  });

  it('refuses an empty name, the same name and a wrong day', () => {
    const unit = given(unitDecider, ...commune);
    unit.when(rename({ name: '' })).thenRejected('name-empty', { pointer: '/name' });
    unit.when(rename({ name: 'Xã  Tân Hòa' })).thenRejected('name-unchanged', { pointer: '/name' });
    unit.when(rename({ from: '2026-13-01' })).thenRejected('date-invalid', { pointer: '/from' });
  });

  it('corrects a misspelt name for the day from which it holds', () => {
    const corrected = { ...renamed, data: { ...renamed.data, name: 'Phường Tân Hoà Một' } };
    given(unitDecider, ...commune, ...by(admin)(renamed))
      .when(rename({ name: 'Phường Tân Hoà Một' }))
      .then(corrected);
    const { state } = given(unitDecider, ...commune, ...by(admin)(renamed, corrected));
    if (state.status === 'NONE') throw new Error('the unit was established');
    expect(nameOn(state, '2025-12-31')).toBe('Xã Tân Hòa');
    expect(nameOn(state, '2026-01-01')).toBe('Phường Tân Hoà Một');
  });

  it('refuses a day before the last renaming', () => {
    given(unitDecider, ...commune, ...by(admin)(renamed))
      .when(rename({ name: 'Phường Hòa', from: '2025-12-31' }))
      .thenRejected('change-out-of-order', { pointer: '/from', params: { after: '2026-01-01' } });
  });
});

describe('moving a unit', () => {
  it('puts it under another unit from a day', () => {
    given(unitDecider, ...commune)
      .when(move())
      .then(moved);
  });

  it('refuses a place below itself', () => {
    const unit = given(unitDecider, ...commune);
    unit
      .when(move({}, { aboveParent: ['hamlet', 'commune', 'province'] }))
      .thenRejected('parent-is-below', { pointer: '/parentId' });
    unit
      .when(move({ parentId: 'commune' }, { aboveParent: [] }))
      .thenRejected('parent-is-below', { pointer: '/parentId' });
  });

  it('refuses to move the root', () => {
    given(unitDecider, ...root)
      .when(move())
      .thenRejected('root-stays');
  });

  it('refuses an unknown unit above and the one it is under already', () => {
    const unit = given(unitDecider, ...commune);
    unit.when(move({}, { parent: undefined })).thenRejected('parent-missing', { pointer: '/parentId' });
    unit.when(move({ parentId: 'province' })).thenRejected('parent-unchanged', { pointer: '/parentId' });
  });

  it('refuses days outside those of the new unit above', () => {
    const unit = given(unitDecider, ...commune);
    const late = { unitId: 'other-province', from: '2026-03-02' };
    unit.when(move({}, { parent: late })).thenRejected('outside-parent-period', { pointer: '/from' });
    const closing = { unitId: 'other-province', from: '2025-07-01', until: '2026-12-31' };
    unit.when(move({}, { parent: closing })).thenRejected('outside-parent-period', { pointer: '/from' });
  });

  it('refuses a day that is not behind the last move, and one that is not in the calendar', () => {
    const unit = given(unitDecider, ...commune, ...by(admin)(moved));
    unit
      .when(move({ parentId: 'province' }))
      .thenRejected('change-out-of-order', { pointer: '/from', params: { after: '2026-03-01' } });
    unit.when(move({ parentId: 'province', from: '2026-04-31' })).thenRejected('date-invalid', { pointer: '/from' });
  });
});

describe('closing a unit', () => {
  it('gives it a last day', () => {
    given(unitDecider, ...commune)
      .when(close())
      .then(closed);
  });

  it('refuses while a unit below it or an appointment to it lasts longer', () => {
    const unit = given(unitDecider, ...commune);
    unit
      .when(close({}, { childrenAfter: ['hamlet'] }))
      .thenRejected('has-open-children', { params: { units: ['hamlet'] } });
    unit
      .when(close({}, { holdersAfter: ['binh'] }))
      .thenRejected('has-running-appointments', { params: { people: ['binh'] } });
  });

  it('refuses a last day before the first day or before a recorded change', () => {
    given(unitDecider, ...commune)
      .when(close({ on: '2025-06-30' }))
      .thenRejected('change-out-of-order', { pointer: '/on', params: { after: '2025-07-01' } });
    given(unitDecider, ...commune, ...by(admin)<UnitEvent>(moved, renamed))
      .when(close({ on: '2026-02-28' }))
      .thenRejected('change-out-of-order', { pointer: '/on', params: { after: '2026-03-01' } });
  });

  it('refuses to close the root', () => {
    given(unitDecider, ...root)
      .when(close())
      .thenRejected('root-stays');
  });

  it('refuses without a reason and on a day that is not in the calendar', () => {
    const unit = given(unitDecider, ...commune);
    unit.when(close({ reason: ' ' })).thenRejected('reason-missing', { pointer: '/reason' });
    unit.when(close({ on: '30/06/2026' })).thenRejected('date-invalid', { pointer: '/on' });
  });

  it('ends every change: a closed unit is not renamed, moved or closed again', () => {
    const unit = given(unitDecider, ...commune, ...by(admin)(closed));
    for (const command of [rename(), move(), close()]) {
      unit.when(command).thenRejected('unit-closed', { params: { until: '2026-06-30' } });
    }
  });
});

describe('units', () => {
  it('nobody changes a unit that was never established', () => {
    for (const command of [rename(), move(), close()]) given(unitDecider).when(command).thenRejected('unit-missing');
  });

  it('are managed by administrators only', () => {
    for (const command of [establish(), rename(), move(), close()] satisfies UnitCommand[]) {
      for (const role of [...ROLES, 'SYSTEM'] as const) {
        const asked = { ...command, meta: commandMeta({ actor: { ...admin, role } }) };
        const refused = decideUnit(asked, unitDecider.initial);
        const allowed = role === 'SYSTEM_ADMIN' || (role === 'SYSTEM' && command.type === 'EstablishUnit');
        expect([command.type, role, refused.kind === 'rejected' && refused.reason === 'role-not-allowed']).toEqual([
          command.type,
          role,
          !allowed,
        ]);
      }
    }
  });

  it('stay as they are when an event does not fit', () => {
    expect(unitDecider.evolve(unitDecider.initial, recorded(renamed))).toEqual(unitDecider.initial);
    const { state } = given(unitDecider, ...commune, ...by(admin)(closed));
    for (const event of [renamed, moved, closed]) expect(unitDecider.evolve(state, recorded(event))).toEqual(state);
  });
});
