import ExcelJS from 'exceljs';

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
export const LISTED: readonly ListedModel[] = [
  {
    name: 'Đường hoa phụ nữ tự quản',
    subject: 'Tập thể',
    field: 'Văn hóa - xã hội',
    tags: 'Xây dựng nông thôn mới',
    course: 'commended',
  },
  {
    name: 'Tiết kiệm xanh giúp hộ nghèo',
    subject: 'Tập thể',
    field: 'Kinh tế',
    tags: 'Giảm nghèo',
    course: 'commended',
  },
  {
    name: 'Tiếng loa nhân dân',
    subject: 'Tập thể',
    field: 'Văn hóa - xã hội',
    tags: 'Chuyển đổi số',
    course: 'typical',
  },
  {
    name: 'Hiến đất mở rộng đường',
    subject: 'Tập thể',
    field: 'Kinh tế',
    tags: 'Xây dựng nông thôn mới',
    course: 'typical',
  },
  {
    name: 'Bà Nguyễn Thị Đào vận động hộ nghèo',
    subject: 'Cá nhân',
    field: 'Kinh tế',
    tags: 'Giảm nghèo',
    course: 'commended',
  },
  {
    name: 'Camera an ninh nhân dân',
    subject: 'Tập thể',
    field: 'Quốc phòng - an ninh',
    tags: '',
    course: 'recognized',
  },
  {
    name: 'Nghe dân nói sáng thứ hai',
    subject: 'Tập thể',
    field: 'Xây dựng hệ thống chính trị',
    tags: '',
    course: 'recognized',
  },
  { name: 'Ông Trần Văn Đệ giữ nghề đan', subject: 'Cá nhân', field: 'Kinh tế', tags: '', course: 'recognized' },
  {
    name: 'Vườn rau sạch tập thể',
    subject: 'Tập thể',
    field: 'Kinh tế',
    tags: 'Xây dựng nông thôn mới',
    course: 'refused',
  },
  { name: 'Câu lạc bộ dân vũ', subject: 'Tập thể', field: 'Văn hóa - xã hội', tags: '', course: 'withdrawn' },
  { name: 'Thi nấu ăn ngày hội', subject: 'Tập thể', field: 'Văn hóa - xã hội', tags: '', course: 'declined' },
  {
    name: 'Ngày thứ bảy sạch đường',
    subject: 'Tập thể',
    field: 'Văn hóa - xã hội',
    tags: 'Chỉnh trang đô thị',
    course: 'returned',
  },
  { name: 'Tổ hợp tác may mặc', subject: 'Tập thể', field: 'Công thương', tags: '', course: 'wrong-field' },
  { name: '', subject: 'Tập thể', field: 'Kinh tế', tags: '', course: 'no-name' },
];

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
export const writeList = async (path: string, models: readonly ListedModel[]): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Đăng ký');
  sheet.addRow(['DANH SÁCH ĐĂNG KÝ MÔ HÌNH "DÂN VẬN KHÉO"']);
  sheet.addRow(HEADERS).font = { bold: true };
  for (const [index, { name, subject, field, tags }] of models.entries()) {
    sheet.addRow([
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
  }
  await workbook.xlsx.writeFile(path);
};
