import type { organization, Role } from '#domain';

/** An invented province: no real place, unit or person. Codes beginning with 99 belong to no real one. */
export interface SampleUnit {
  /** Key within the sample; ids derive from it. */
  readonly key: string;
  readonly name: string;
  readonly kind: organization.UnitKind;
  readonly parent?: string;
  readonly adminUnitCode?: string;
}

export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  /** Under a domain that is reserved for examples (RFC 2606), so that no mail can reach anybody. */
  readonly email: string;
  readonly appointments: readonly { readonly unit: string; readonly role: Role }[];
  /** Accounts are made for these people only. */
  readonly username?: string;
}

export const PROVINCE = 'province';

const COMMUNES = [
  ['hoa-binh', 'Xã Hòa Bình', '99001'],
  ['tan-tien', 'Xã Tân Tiến', '99002'],
  ['duc-thinh', 'Xã Đức Thịnh', '99003'],
  ['an-lac', 'Xã An Lạc', '99004'],
  ['dong-hai', 'Phường Đông Hải', '99005'],
  ['tran-phu', 'Phường Trần Phú', '99006'],
] as const;

const BODIES = [
  ['phu-nu', 'Hội Liên hiệp Phụ nữ'],
  ['nong-dan', 'Hội Nông dân'],
  ['thanh-nien', 'Đoàn Thanh niên'],
  ['cuu-chien-binh', 'Hội Cựu chiến binh'],
  ['mat-tran', 'Ủy ban Mặt trận Tổ quốc'],
] as const;

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const MIDDLES = ['Thị', 'Văn', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Quốc', 'Thu'];
const GIVEN = ['Hương', 'Đạt', 'Lan', 'Sơn', 'Mai', 'Tuấn', 'Hạnh', 'Dũng', 'Yến', 'Khải', 'Thảo'];

/** The n-th invented name; the lists' lengths share no factor, so a few hundred in a row differ. */
export const personName = (n: number): string =>
  `${SURNAMES[n % SURNAMES.length] ?? ''} ${MIDDLES[(n * 3 + 1) % MIDDLES.length] ?? ''} ${GIVEN[(n * 7) % GIVEN.length] ?? ''}`;

export const sampleUnits: readonly SampleUnit[] = [
  { key: PROVINCE, name: 'Tỉnh Minh Họa', kind: 'PROVINCE', adminUnitCode: '99' },
  ...COMMUNES.map(([key, name, adminUnitCode]): SampleUnit => ({
    key,
    name,
    kind: 'COMMUNE',
    parent: PROVINCE,
    adminUnitCode,
  })),
  ...COMMUNES.flatMap(([commune, communeName]) =>
    BODIES.map(([body, bodyName]): SampleUnit => ({
      key: `${commune}/${body}`,
      name: `${bodyName} ${communeName.charAt(0).toLowerCase()}${communeName.slice(1)}`,
      kind: 'UNIT',
      parent: commune,
    })),
  ),
];

/** The units between the province and those that register models. */
export const communes: readonly string[] = COMMUNES.map(([key]) => key);

/** The units that register models. */
export const registeringUnits: readonly string[] = sampleUnits
  .filter((unit) => unit.kind === 'UNIT')
  .map((unit) => unit.key);

const OWN = 'hoa-binh/phu-nu';
const NEIGHBOUR = 'tan-tien/nong-dan';

const addressOf = (key: string): string => `${key.split('/').reverse().join('.')}@tinh-minh-hoa.example`;

const account = (username: string, name: string, unit: string, ...roles: Role[]): SamplePerson => ({
  key: username,
  name,
  email: addressOf(username),
  username,
  appointments: roles.map((role) => ({ unit, role })),
});

const accounts: readonly SamplePerson[] = [
  account('unit-officer', 'Nguyễn Thị Hương', OWN, 'UNIT_OFFICER'),
  account('unit-head', 'Trần Thị Mai', OWN, 'UNIT_HEAD'),
  account('other-officer', 'Lê Văn Đạt', NEIGHBOUR, 'UNIT_OFFICER'),
  account('other-head', 'Phạm Văn Sơn', NEIGHBOUR, 'UNIT_HEAD'),
  account('standing-body', 'Hoàng Minh Tuấn', PROVINCE, 'STANDING_BODY_OFFICER'),
  account('appraiser-1', 'Vũ Thu Hạnh', PROVINCE, 'APPRAISER'),
  account('appraiser-2', 'Đặng Quốc Dũng', PROVINCE, 'APPRAISER'),
  account('appraiser-3', 'Bùi Ngọc Yến', PROVINCE, 'APPRAISER'),
  ...['Đỗ Thanh Khải', 'Hồ Thị Thảo', 'Ngô Văn Lâm', 'Dương Thu Trang', 'Lý Minh Châu'].map((name, index) =>
    account(`council-${String(index + 1)}`, name, PROVINCE, 'COUNCIL_MEMBER'),
  ),
  account('signer', 'Đinh Văn Thành', PROVINCE, 'DECISION_SIGNER'),
  account('inspector', 'Mai Đức Long', PROVINCE, 'INSPECTOR'),
  account('auditor', 'Tạ Thị Nga', PROVINCE, 'AUDITOR'),
  account('admin', 'Quản trị hệ thống', PROVINCE, 'SYSTEM_ADMIN'),
];

const person = (key: string, nth: number, unit: string, ...roles: Role[]): SamplePerson => ({
  key,
  name: personName(nth),
  email: addressOf(key),
  appointments: roles.map((role) => ({ unit, role })),
});

const OTHERS = registeringUnits.filter((unit) => unit !== OWN && unit !== NEIGHBOUR);

/** Those who did the past cycle's work in the other units, and the communes' own: people without an account. */
const staff: readonly SamplePerson[] = [
  ...OTHERS.flatMap((unit, index) => [
    person(`${unit}/officer`, 2 * index, unit, 'UNIT_OFFICER'),
    person(`${unit}/head`, 2 * index + 1, unit, 'UNIT_HEAD'),
  ]),
  ...communes.flatMap((unit, index) => [
    person(`${unit}/officer`, 2 * (OTHERS.length + index), unit, 'UNIT_OFFICER', 'STANDING_BODY_OFFICER'),
    person(`${unit}/head`, 2 * (OTHERS.length + index) + 1, unit, 'UNIT_HEAD'),
  ]),
  person(`${PROVINCE}/head`, 2 * (OTHERS.length + communes.length), PROVINCE, 'UNIT_HEAD'),
];

/** A second officer of the standing body: corrections are approved by another person, and decisions may be frozen by either. */
const secondOfficer: SamplePerson = {
  key: 'second-officer',
  name: 'Cao Thị Bích',
  email: addressOf('second-officer'),
  appointments: [{ unit: PROVINCE, role: 'STANDING_BODY_OFFICER' }],
};

export const samplePeople: readonly SamplePerson[] = [...accounts, secondOfficer, ...staff];

/** What a unit is called. */
export const unitName = (unit: string): string => sampleUnits.find(({ key }) => key === unit)?.name ?? '';

/** Who drafts and who submits for a unit. */
export const officerOf = (unit: string): string =>
  unit === OWN ? 'unit-officer' : unit === NEIGHBOUR ? 'other-officer' : `${unit}/officer`;
export const headOf = (unit: string): string =>
  unit === OWN ? 'unit-head' : unit === NEIGHBOUR ? 'other-head' : `${unit}/head`;
