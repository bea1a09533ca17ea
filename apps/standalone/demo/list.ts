import { writeWorkbook } from '#papers';

/** What becomes of a row of the list. */
export type Course =
  | 'recognized'
  | 'typical'
  | 'commended'
  | 'refused'
  | 'withdrawn'
  | 'declined'
  | 'returned'
  | 'wrong-field'
  | 'no-name';

export interface ListedModel {
  readonly name: string;
  readonly subject: 'Tập thể' | 'Cá nhân';
  readonly field: string;
  readonly tags: string;
  readonly course: Course;
}

/** The clerk's list. Two rows are wrong; some names come decomposed (NFD), as some keyboards type them. */
export const LISTED: readonly ListedModel[] = (
  [
    ['Đường hoa phụ nữ tự quản', 'Tập thể', 'Văn hóa - xã hội', 'Xây dựng nông thôn mới', 'commended'],
    ['Tiết kiệm xanh giúp hộ nghèo', 'Tập thể', 'Kinh tế', 'Giảm nghèo', 'commended'],
    ['Tiếng loa nhân dân', 'Tập thể', 'Văn hóa - xã hội', 'Chuyển đổi số', 'typical'],
    ['Hiến đất mở rộng đường', 'Tập thể', 'Kinh tế', 'Xây dựng nông thôn mới', 'typical'],
    ['Bà Nguyễn Thị Đào vận động hộ nghèo', 'Cá nhân', 'Kinh tế', 'Giảm nghèo', 'commended'],
    ['Camera an ninh nhân dân', 'Tập thể', 'Quốc phòng - an ninh', '', 'recognized'],
    ['Nghe dân nói sáng thứ hai', 'Tập thể', 'Xây dựng hệ thống chính trị', '', 'recognized'],
    ['Ông Trần Văn Đệ giữ nghề đan', 'Cá nhân', 'Kinh tế', '', 'recognized'],
    ['Vườn rau sạch tập thể', 'Tập thể', 'Kinh tế', 'Xây dựng nông thôn mới', 'refused'],
    ['Câu lạc bộ dân vũ', 'Tập thể', 'Văn hóa - xã hội', '', 'withdrawn'],
    ['Thi nấu ăn ngày hội', 'Tập thể', 'Văn hóa - xã hội', '', 'declined'],
    ['Ngày thứ bảy sạch đường', 'Tập thể', 'Văn hóa - xã hội', 'Chỉnh trang đô thị', 'returned'],
    ['Tổ hợp tác may mặc', 'Tập thể', 'Công thương', '', 'wrong-field'],
    ['', 'Tập thể', 'Kinh tế', '', 'no-name'],
  ] as const
).map(([name, subject, field, tags, course]) => ({ name, subject, field, tags, course }));

/** How many rows took a course, or any of several. */
export const countOf = (...courses: readonly Course[]): number =>
  LISTED.filter(({ course }) => courses.includes(course)).length;

/** How many of the recognized are individuals. */
export const countOfIndividuals = (): number =>
  LISTED.filter(
    ({ subject, course }) => subject === 'Cá nhân' && ['recognized', 'typical', 'commended'].includes(course),
  ).length;

const HEADERS = [
  'Mã dòng',
  'Tên mô hình',
  'Loại',
  'Lĩnh vực',
  'Chương trình gắn với',
  'Thực trạng',
  'Mục tiêu',
  'Nội dung',
  'Tiến độ',
];

/** Writes the list as an office would keep it: a title, then the table. */
export const writeList = (path: string, models: readonly ListedModel[]): Promise<void> => {
  const rows = models.map(({ name, subject, field, tags }, index) => [
    String(index + 1),
    index % 3 === 0 ? name.normalize('NFD') : name,
    subject,
    field,
    tags,
    'Nhu cầu của nhân dân trên địa bàn.',
    'Có ít nhất 80 hộ tham gia.',
    'Vận động, hướng dẫn và cùng làm với nhân dân.',
    'Khảo sát quý I, thực hiện quý II và III.',
  ]);
  const title = ['DANH SÁCH ĐĂNG KÝ MÔ HÌNH "DÂN VẬN KHÉO"'];
  return writeWorkbook(path, [
    { name: 'Đăng ký', headingLine: 2, widths: HEADERS.map(() => 24), rows: [title, HEADERS, ...rows] },
  ]);
};
