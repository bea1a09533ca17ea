import { dayMonthYear, type regulation } from '#domain';
import { PERIOD_NAMES } from '#words';

/** What whoever publishes a regulation should know, and what to do about it: Vietnamese, then English. */
export const remarkSentence = (remark: regulation.RegulationRemark): readonly [vi: string, en: string] => {
  if (remark.kind === 'ILLUSTRATIVE')
    return [
      'Đây là bản minh họa, chưa cơ quan nào ban hành: hãy sửa cho đúng quy định của cơ quan mình và bỏ dấu minh họa trước khi ban hành; vẫn ban hành để làm thử thì ghi illustrative: true.',
      'This is illustrative, no office issued it: set it right for your office and take the mark off before it is put in force; to put it in force for a trial, say illustrative: true.',
    ];
  const { period, cutoff, dueOn } = remark;
  const [vi, en] = PERIOD_NAMES[period.kind];
  return [
    `Kỳ báo cáo ${vi} ${period.year} đã kết thúc ngày ${dayMonthYear(cutoff)}: quy định có hiệu lực sau ngày ấy thì các đơn vị không phải báo cáo kỳ này; có hiệu lực từ ngày ấy trở về trước thì phải báo cáo, hạn ngày ${dayMonthYear(dueOn)}.`,
    `The ${en} period of ${period.year} ended on ${dayMonthYear(cutoff)}: the units owe no report for it where the regulation comes into force after that day; where it is in force by then they do, due on ${dayMonthYear(dueOn)}.`,
  ];
};
