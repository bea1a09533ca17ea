import type { registration, regulation } from '#domain';

interface Theme {
  readonly name: string;
  /** Position of the field in the example regulation: economy, culture, defence and security, political system. */
  readonly field: 0 | 1 | 2 | 3;
  /** Positions of the programme tags. */
  readonly tags: readonly number[];
}

/** What models of the movement are typically about; the places are added by {@link sampleForm}. */
const THEMES: readonly Theme[] = [
  { name: 'Hiến đất mở rộng đường nông thôn', field: 0, tags: [0] },
  { name: 'Vườn mẫu nông thôn mới', field: 0, tags: [0, 3] },
  { name: 'Tổ liên kết chăn nuôi an toàn', field: 0, tags: [3] },
  { name: 'Tiết kiệm xanh giúp hộ nghèo', field: 0, tags: [3] },
  { name: 'Đường hoa phụ nữ tự quản', field: 1, tags: [0] },
  { name: 'Tiếng loa nhân dân', field: 1, tags: [2] },
  { name: 'Ngày thứ bảy tình nguyện làm sạch khu phố', field: 1, tags: [1] },
  { name: 'Thư viện trong nhà văn hóa thôn', field: 1, tags: [] },
  { name: 'Camera an ninh nhân dân góp vốn', field: 2, tags: [1, 2] },
  { name: 'Tổ tự quản an ninh trật tự liên gia', field: 2, tags: [] },
  { name: 'Nghe dân nói sáng thứ hai', field: 3, tags: [] },
  { name: 'Tổ công nghệ số cộng đồng', field: 3, tags: [2] },
];

/** What the regulation calls things, in its order. */
export interface SampleWords {
  readonly fields: readonly string[];
  readonly programmeTags: readonly string[];
}

/** The codes of a regulation's fields and programme tags. */
export const wordsOf = (content: regulation.RegulationContent): SampleWords => ({
  fields: content.fields.map(({ code }) => code),
  programmeTags: content.programmeTags.map(({ code }) => code),
});

/** The form of the n-th model of a unit: every item of the dossier form is filled in. */
export const sampleForm = (
  unitName: string,
  unitIndex: number,
  n: number,
  words: SampleWords,
): registration.RegistrationForm => {
  const theme = THEMES[(unitIndex * 5 + n) % THEMES.length] ?? THEMES[0];
  if (theme === undefined) throw new RangeError('The sample has no theme.');
  const round = Math.floor(n / THEMES.length);
  const name = round === 0 ? theme.name : `${theme.name} ${String(round + 1)}`;
  return {
    name,
    subjectType: n % 4 === 3 ? 'INDIVIDUAL' : 'COLLECTIVE',
    field: words.fields[theme.field] ?? words.fields[0] ?? '',
    programmeTags: theme.tags.flatMap((tag) => words.programmeTags[tag] ?? []),
    situation: `Nhu cầu thực tế của nhân dân tại địa bàn do ${unitName} phụ trách.`,
    objectives: 'Có ít nhất 80 hộ tham gia; duy trì thường xuyên trong năm.',
    content: `Vận động, hướng dẫn nhân dân thực hiện "${name}".`,
    area: 'Các thôn, tổ dân phố trên địa bàn.',
    forces: `${unitName} chủ trì; Mặt trận và các đoàn thể phối hợp.`,
    resources: 'Nhân dân đóng góp, xã hội hóa và kinh phí của đơn vị.',
    schedule: 'Quý I khảo sát; quý II, III thực hiện; quý IV đánh giá.',
    outputs: 'Danh sách hộ tham gia; hình ảnh trước và sau.',
    durability: 'Giao tổ tự quản duy trì; có thể nhân rộng sang các thôn khác.',
    confirmation: 'Cấp ủy xác nhận.',
  };
};
