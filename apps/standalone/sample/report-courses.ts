/** What becomes of a unit's own half-yearly report. */
export type ReportCourse = 'approved' | 'submitted' | 'late' | 'returned' | 'silent' | 'excused' | 'extended';

const COURSES: Readonly<Record<string, ReportCourse>> = {
  'hoa-binh/phu-nu': 'returned',
  'tan-tien/nong-dan': 'silent',
  'duc-thinh': 'late',
  'duc-thinh/thanh-nien': 'silent',
  'an-lac/cuu-chien-binh': 'late',
  'dong-hai/mat-tran': 'excused',
  'tran-phu': 'silent',
  'tran-phu/phu-nu': 'extended',
  'tran-phu/nong-dan': 'submitted',
};

/** Most are approved without ado. */
export const courseOf = (unit: string): ReportCourse => COURSES[unit] ?? 'approved';

/** The communes that make a report of those below them in time; one without waiting for a unit that never answers. */
export const CONSOLIDATING = ['hoa-binh', 'tan-tien', 'dong-hai'] as const;

/** One does so days after it was due; the others have not yet. */
export const CONSOLIDATING_LATE = 'an-lac';

/** The yearly report is still open in this commune and its units, and in one unit besides: the others were early. */
export const isEarly = (unit: string): boolean => !unit.startsWith('hoa-binh') && unit !== 'tan-tien/nong-dan';
