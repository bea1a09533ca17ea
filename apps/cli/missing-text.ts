import { missingWords, type StillMissing } from '#use-cases';

/** What is still missing before the first registration, as a list to work off. */
export const missingText = (missing: readonly StillMissing[]): string =>
  missing.length === 0
    ? 'Đủ để nhận đăng ký đầu tiên. / Ready for the first registration.\n'
    : 'Còn thiếu trước đăng ký đầu tiên / still missing before the first registration:\n' +
      missing.map((each) => `  - ${lineOf(each)}\n`).join('') +
      'Xem lại danh sách này / this list again: npm run kheo -- missing\n';

const lineOf = (missing: StillMissing): string => {
  const words = missingWords(missing).join(' / ');
  return 'role' in missing ? `${words} (${missing.role})` : words;
};
