import { fold } from '#domain';
import type { Notice, ToldColumn } from './list.ts';

/** The form's free texts, by the name clerks give the column. */
const TEXT_COLUMNS: Readonly<Record<string, { readonly headers: readonly string[]; readonly means: Notice }>> = {
  situation: {
    headers: ['Thực trạng', 'Thực trạng và lý do', 'Situation'],
    means: { vi: 'thực trạng, vì sao làm mô hình', en: 'how things stand, and why the model is needed' },
  },
  objectives: {
    headers: ['Mục tiêu', 'Mục tiêu và tiêu chí', 'Mục đích, mục tiêu', 'Objectives'],
    means: { vi: 'mục tiêu, tiêu chí đo được', en: 'aims that can be measured' },
  },
  content: {
    headers: ['Nội dung', 'Nội dung và cách làm', 'Nội dung mô hình', 'Nội dung thực hiện', 'Content'],
    means: { vi: 'nội dung, cách làm', en: 'what is done, and how' },
  },
  area: {
    headers: ['Địa bàn', 'Địa bàn và đối tượng', 'Địa bàn thực hiện', 'Địa điểm thực hiện', 'Area'],
    means: { vi: 'địa bàn, đối tượng', en: 'where, and for whom' },
  },
  forces: {
    headers: ['Lực lượng', 'Lực lượng chủ trì, phối hợp', 'Lực lượng tham gia', 'Forces'],
    means: { vi: 'ai chủ trì, ai phối hợp', en: 'who leads, who helps' },
  },
  resources: {
    headers: ['Nguồn lực', 'Nguồn lực thực hiện', 'Resources'],
    means: { vi: 'kinh phí, nhân lực, vật lực', en: 'money, people and means' },
  },
  schedule: {
    headers: ['Tiến độ', 'Tiến độ thực hiện', 'Thời gian thực hiện', 'Schedule'],
    means: { vi: 'tiến độ, mốc thời gian bằng lời', en: 'the steps and their times, in words' },
  },
  outputs: {
    headers: ['Kết quả', 'Kết quả đầu ra', 'Kết quả dự kiến', 'Outputs'],
    means: { vi: 'kết quả dự kiến', en: 'what is to come of it' },
  },
  durability: {
    headers: ['Khả năng duy trì', 'Khả năng duy trì, nhân rộng', 'Durability'],
    means: { vi: 'khả năng duy trì, nhân rộng', en: 'how it lasts and spreads' },
  },
  confirmation: {
    headers: ['Xác nhận', 'Xác nhận của cấp ủy', 'Confirmation'],
    means: { vi: 'ý kiến xác nhận của cấp ủy', en: 'what the Party committee confirms' },
  },
};

/** The subject types as they are told. */
export const SUBJECT_TYPE_NAMES: readonly string[] = ['Tập thể', 'Cá nhân'];

/** A model's subject type by each word for it, folded. */
export const SUBJECT_TYPES: Readonly<Record<string, string>> = {
  'tap the': 'COLLECTIVE',
  collective: 'COLLECTIVE',
  'ca nhan': 'INDIVIDUAL',
  individual: 'INDIVIDUAL',
};

/** The columns of a list of models. */
export const REGISTRATION_COLUMNS: readonly ToldColumn[] = [
  {
    key: 'row',
    headers: ['Mã dòng', 'Mã', 'Mã mô hình', 'Row code'],
    required: false,
    means: {
      vi: 'mã do cơ quan tự đặt để nhận ra dòng khi nhập lại; không có thì nhận theo đơn vị và tên',
      en: 'a code of your own by which the row is known again; without one it is known by unit and name',
    },
  },
  {
    key: 'unit',
    headers: [
      ...['Đơn vị', 'Mã đơn vị', 'Mã ĐV', 'Tên đơn vị', 'Đơn vị đăng ký', 'Tên đơn vị đăng ký', 'Cơ quan, đơn vị'],
      ...['Tên cơ quan, đơn vị', 'Địa phương, đơn vị', 'Xã, phường', 'Xã, phường, đặc khu', 'Đơn vị thực hiện', 'Unit'],
    ],
    required: false,
    means: {
      vi: 'đơn vị đăng ký: mã hành chính, mã đã dùng khi nhập, hoặc tên; để trống thì là đơn vị chọn khi nhập',
      en: 'the registering unit: administrative code, the code it was imported under, or name; empty for the unit named at the import',
    },
  },
  {
    key: 'name',
    headers: ['Tên mô hình', 'Tên mô hình, điển hình', 'Tên mô hình đăng ký', 'Mô hình', 'Mô hình, điển hình', 'Model'],
    required: true,
    means: { vi: 'tên mô hình', en: 'the name of the model' },
  },
  {
    key: 'subjectType',
    headers: ['Loại', 'Loại hình', 'Loại mô hình', 'Tập thể, cá nhân', 'Đối tượng', 'Subject type'],
    required: true,
    means: {
      vi: 'Tập thể hoặc Cá nhân; cũng có thể là hai cột mang tên ấy, đánh dấu x',
      en: 'one of these, or Collective, Individual; or two columns of these names, marked with an x',
    },
    allowed: SUBJECT_TYPE_NAMES,
    isValue: (heading) => Object.hasOwn(SUBJECT_TYPES, fold(heading)),
  },
  {
    key: 'field',
    headers: ['Lĩnh vực', 'Thuộc lĩnh vực', 'Lĩnh vực đăng ký', 'Field'],
    required: true,
    means: {
      vi: 'một lĩnh vực của quy định của đợt thi đua, bằng tên hoặc mã; cũng có thể là nhiều cột dưới tiêu đề "Lĩnh vực", đánh dấu x',
      en: "a field of the cycle's regulation, by name or code; or several columns under this heading, marked with an x",
    },
  },
  {
    key: 'programmeTags',
    headers: ['Chương trình gắn với', 'Gắn với chương trình', 'Chương trình', 'Programme tags'],
    required: false,
    several: true,
    means: {
      vi: 'các chương trình của quy định, bằng tên hoặc mã, cách nhau bằng dấu chấm phẩy',
      en: 'programmes of the regulation, by name or code, with semicolons between them',
    },
  },
  ...Object.entries(TEXT_COLUMNS).map(([key, column]) => ({ key, ...column, required: false })),
];

/** The keys of the columns that hold the form's free texts. */
export const REGISTRATION_TEXTS: readonly string[] = Object.keys(TEXT_COLUMNS);

/** Rows as they may be written. */
export const REGISTRATION_EXAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    ...{ row: '1', unit: 'Xã Tân Minh', name: 'Đường hoa phụ nữ tự quản', subjectType: 'Tập thể' },
    ...{ field: 'Văn hóa - xã hội', programmeTags: 'Xây dựng nông thôn mới' },
    ...{ situation: 'Đường thôn nhiều rác.', objectives: '2 km đường có hoa.', schedule: 'Quý I đến quý III.' },
  },
  {
    ...{ row: '2', unit: 'Xã Tân Minh', name: 'Bà Nguyễn Thị Đào vận động hộ nghèo', subjectType: 'Cá nhân' },
    ...{ field: 'Kinh tế', content: 'Đến từng nhà, hướng dẫn cách làm.' },
  },
];
