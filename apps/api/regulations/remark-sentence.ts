import { dayMonthYear, type regulation } from '#domain';
import { PERIOD_NAMES } from '#words';

/** What whoever publishes a regulation should know, and what to do about it: Vietnamese, then English. */
export const remarkSentence = (remark: regulation.RegulationRemark): readonly [vi: string, en: string] => {
  if (remark.kind === 'ILLUSTRATIVE')
    return [
      'Đây là bản minh họa, chưa cơ quan nào ban hành: hãy sửa cho đúng quy định của cơ quan mình và bỏ dấu minh họa trước khi ban hành.',
      'This is illustrative, no office issued it: set it right for your office and take the mark off before it is put in force.',
    ];
  const { period, dueOn } = remark;
  const [vi, en] = PERIOD_NAMES[period.kind];
  return [
    `Báo cáo ${vi} ${period.year} đã qua hạn ${dayMonthYear(dueOn)}: các đơn vị sẽ quá hạn ngay khi quy định có hiệu lực. Kỳ nào không phải báo cáo thì bỏ khỏi quy định.`,
    `The ${en} report of ${period.year} was due on ${dayMonthYear(dueOn)}: the units will be overdue with it as soon as the regulation is in force. Take out the periods that need not be reported on.`,
  ];
};
