import type { FigureDefinition, RegulationContent, ReminderRules, Rung } from '../events.ts';

/** What a report tells, in both periods: what the log knows, and what the unit counts itself. */
const FIGURES: readonly FigureDefinition[] = [
  { code: 'DANG_KY', name: 'Số mô hình đăng ký', known: 'REGISTERED' },
  { code: 'CONG_NHAN', name: 'Số mô hình được công nhận', known: 'RECOGNIZED' },
  { code: 'DIEN_HINH', name: 'Số mô hình tiêu biểu', known: 'TYPICAL' },
  { code: 'KHEN_THUONG', name: 'Số lượt khen thưởng', known: 'COMMENDED' },
  { code: 'NHAN_RONG', name: 'Số mô hình được nhân rộng', known: 'REPLICATED' },
  { code: 'BUOI_TUYEN_TRUYEN', name: 'Số buổi tuyên truyền, vận động', required: true },
  { code: 'LUOT_NAM', name: 'Lượt người tham gia: nam' },
  { code: 'LUOT_NU', name: 'Lượt người tham gia: nữ' },
  {
    code: 'LUOT_NGUOI',
    name: 'Tổng lượt người tham gia',
    sumOf: ['LUOT_NAM', 'LUOT_NU'],
  },
];

export const exampleReporting = (year: number): RegulationContent['reporting'] => ({
  periods: [
    { kind: 'H1', cutoff: `${year}-05-31`, dueOn: `${year}-06-15` },
    { kind: 'ANNUAL', cutoff: `${year}-11-15`, dueOn: `${year}-11-30` },
  ],
  obliged: ['PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES', 'UNIT'],
  consolidationDays: 2,
  restDayRule: 'NEXT_WORKING_DAY',
  dueSoonDays: 5,
  figures: FIGURES,
});

const LADDER: readonly Rung[] = [
  { code: 'T-10', workingDays: -10, recipient: 'OFFICER' },
  { code: 'T-3', workingDays: -3, recipient: 'OFFICER' },
  { code: 'T0', workingDays: 0, recipient: 'OFFICER' },
  { code: 'T+1', workingDays: 1, recipient: 'HEAD' },
  { code: 'T+3', workingDays: 3, recipient: 'RECEIVING_BODY' },
  { code: 'T+5', workingDays: 5, recipient: 'RECEIVING_HEAD' },
];

export const EXAMPLE_REMINDERS: ReminderRules = {
  ladder: LADDER,
  quietHours: { from: '20:00', until: '07:30' },
  personalSettings: true,
};
