import { UNIT_KINDS, type UnitKind } from '../../organization/unit/events.ts';
import { ACTS } from '../events.ts';
import type { Authority, AwardForm, Band, Criterion, Holiday, RegulationContent } from '../events.ts';
import { EXAMPLE_REMINDERS, exampleReporting } from './reporting.ts';

/**
 * An illustrative regulation for one year, to learn the system with. No province issued it: every figure in it is an
 * example of what a province may settle for itself. Unless told otherwise its calendar has only the holidays with a
 * fixed date; Tết and the Hùng Kings' day are added each year.
 */
export const exampleRegulation = (
  year: number,
  holidays: readonly Holiday[] = fixedHolidays(year),
): RegulationContent => ({
  title: `Quy định minh họa về phong trào thi đua "Dân vận khéo" năm ${year}`,
  illustrative: true,
  fields: [
    { code: 'KINH_TE', name: 'Kinh tế' },
    { code: 'VAN_HOA_XA_HOI', name: 'Văn hóa - xã hội' },
    { code: 'QUOC_PHONG_AN_NINH', name: 'Quốc phòng - an ninh' },
    { code: 'HE_THONG_CHINH_TRI', name: 'Xây dựng hệ thống chính trị' },
  ],
  programmeTags: [
    { code: 'NONG_THON_MOI', name: 'Xây dựng nông thôn mới' },
    { code: 'CHINH_TRANG_DO_THI', name: 'Chỉnh trang đô thị' },
    { code: 'CHUYEN_DOI_SO', name: 'Chuyển đổi số' },
    { code: 'GIAM_NGHEO', name: 'Giảm nghèo' },
  ],
  criteriaSets: {
    COLLECTIVE: { method: 'POINTS', criteria: COLLECTIVE_CRITERIA, bands: BANDS, passMark: 70 },
    INDIVIDUAL: { method: 'POINTS', criteria: INDIVIDUAL_CRITERIA, bands: BANDS, passMark: 70 },
  },
  registration: {
    deadline: `${year}-03-31`,
    lateWithReason: true,
    maxReturns: 2,
    requiredItems: ['situation', 'objectives', 'content', 'schedule'],
    minPerUnit: 1,
  },
  dossier: {
    requiredDocuments: ['RESULT_REPORT', 'CONFIRMATION'],
    deadline: `${year}-10-31`,
    minImplementationDays: 30,
    supplementDays: 15,
  },
  appraisal: {
    minMembers: 3,
    noneFromRegisteringUnit: true,
    fieldVisit: true,
    aggregate: 'MEAN',
    deadline: `${year}-11-30`,
  },
  vote: { method: 'SECRET', denominator: 'ALL_MEMBERS', minPercent: 70, quorumPercent: 75, writtenBallots: true },
  authorities: authoritiesOver(UNIT_KINDS, (unitKind) => SIGNING_BODIES[unitKind]),
  reporting: exampleReporting(year),
  calendar: {
    holidays: holidays.map(({ date }) => date),
    makeUpDays: [],
    holidayNames: Object.fromEntries(holidays.map(({ date, name }) => [date, name])),
  },
  reminders: EXAMPLE_REMINDERS,
  numbering: { resets: 'YEAR' },
});

const fixedHolidays = (year: number): readonly Holiday[] => [
  { date: `${year}-01-01`, name: 'Tết Dương lịch' },
  { date: `${year}-04-30`, name: 'Ngày Chiến thắng' },
  { date: `${year}-05-01`, name: 'Quốc tế Lao động' },
  { date: `${year}-09-02`, name: 'Quốc khánh' },
];

const COLLECTIVE_CRITERIA: readonly Criterion[] = [
  { code: 'THUC_TIEN', name: 'Xuất phát từ nhu cầu thực tiễn của địa phương, đơn vị', maxPoints: 20, mandatory: false },
  { code: 'CACH_LAM', name: 'Nội dung rõ ràng, cách làm sáng tạo, phù hợp', maxPoints: 20, mandatory: false },
  { code: 'DONG_THUAN', name: 'Được nhân dân đồng thuận, tích cực tham gia', maxPoints: 20, mandatory: true },
  { code: 'HIEU_QUA', name: 'Kết quả cụ thể, có minh chứng', maxPoints: 25, mandatory: false },
  { code: 'LAN_TOA', name: 'Có khả năng duy trì và nhân rộng', maxPoints: 15, mandatory: false },
];

const INDIVIDUAL_CRITERIA: readonly Criterion[] = [
  { code: 'GUONG_MAU', name: 'Gương mẫu, được nhân dân tín nhiệm', maxPoints: 25, mandatory: true },
  { code: 'VAN_DONG', name: 'Có cách vận động, thuyết phục hiệu quả', maxPoints: 25, mandatory: false },
  { code: 'KET_QUA', name: 'Việc làm cụ thể, có kết quả và minh chứng', maxPoints: 30, mandatory: false },
  { code: 'ANH_HUONG', name: 'Có sức lan tỏa trong cộng đồng', maxPoints: 20, mandatory: false },
];

const BANDS: readonly Band[] = [
  { code: 'CHUA_DAT', name: 'Chưa đạt', from: 0, to: 69 },
  { code: 'DAT', name: 'Đạt', from: 70, to: 79 },
  { code: 'TOT', name: 'Tốt', from: 80, to: 89 },
  { code: 'XUAT_SAC', name: 'Xuất sắc', from: 90, to: 100 },
];

/** A commune decides for the units below it, a province for its communes and for those units too. */
const SIGNING_BODIES: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  NATIONAL: ['NATIONAL'],
  PROVINCE: ['PROVINCE'],
  COMMUNE: ['PROVINCE'],
  CENTRAL_AGENCIES: ['CENTRAL_AGENCIES', 'NATIONAL'],
  UNIT: ['COMMUNE', 'PROVINCE'],
};

const FORMS: Readonly<Record<UnitKind, readonly AwardForm[]>> = {
  NATIONAL: ['PUBLIC_PRAISE', 'CERTIFICATE_OF_COMMENDATION', 'CERTIFICATE_OF_MERIT'],
  PROVINCE: ['PUBLIC_PRAISE', 'CERTIFICATE_OF_COMMENDATION', 'CERTIFICATE_OF_MERIT'],
  COMMUNE: ['PUBLIC_PRAISE', 'CERTIFICATE_OF_COMMENDATION'],
  CENTRAL_AGENCIES: ['PUBLIC_PRAISE', 'CERTIFICATE_OF_COMMENDATION'],
  UNIT: [],
};

/** Every act over units of these kinds, with the bodies that sign for each. */
export const authoritiesOver = (
  unitKinds: readonly UnitKind[],
  signing: (unitKind: UnitKind) => readonly UnitKind[],
): readonly Authority[] =>
  unitKinds.flatMap((unitKind) =>
    ACTS.flatMap((act) =>
      signing(unitKind).map((signedBy) => ({
        ...{ act, unitKind, signedBy },
        ...(act === 'COMMEND' ? { forms: FORMS[signedBy] } : {}),
      })),
    ),
  );
