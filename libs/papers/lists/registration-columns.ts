import type { Column } from './list.ts';

/** The form's free texts, by the name clerks give the column. */
const TEXT_COLUMNS = {
  situation: ['Thực trạng', 'Thực trạng và lý do', 'Situation'],
  objectives: ['Mục tiêu', 'Mục tiêu và tiêu chí', 'Objectives'],
  content: ['Nội dung', 'Nội dung và cách làm', 'Content'],
  area: ['Địa bàn', 'Địa bàn và đối tượng', 'Area'],
  forces: ['Lực lượng', 'Lực lượng chủ trì, phối hợp', 'Forces'],
  resources: ['Nguồn lực', 'Resources'],
  schedule: ['Tiến độ', 'Thời gian thực hiện', 'Schedule'],
  outputs: ['Kết quả', 'Kết quả đầu ra', 'Outputs'],
  durability: ['Khả năng duy trì', 'Khả năng duy trì, nhân rộng', 'Durability'],
  confirmation: ['Xác nhận', 'Xác nhận của cấp ủy', 'Confirmation'],
} as const;

/** The columns of a list of models. */
export const REGISTRATION_COLUMNS: readonly Column[] = [
  { key: 'row', headers: ['Mã dòng', 'Mã', 'Row code'], required: false },
  { key: 'unit', headers: ['Đơn vị', 'Mã đơn vị', 'Tên đơn vị', 'Unit'], required: false },
  { key: 'name', headers: ['Tên mô hình', 'Tên mô hình, điển hình', 'Model'], required: true },
  { key: 'subjectType', headers: ['Loại', 'Loại hình', 'Đối tượng', 'Subject type'], required: true },
  { key: 'field', headers: ['Lĩnh vực', 'Field'], required: true },
  { key: 'programmeTags', headers: ['Chương trình gắn với', 'Chương trình', 'Programme tags'], required: false },
  ...Object.entries(TEXT_COLUMNS).map(([key, headers]) => ({ key, headers, required: false })),
];

/** A model's subject type by each word for it, folded. */
export const SUBJECT_TYPES: Readonly<Record<string, string>> = {
  'tap the': 'COLLECTIVE',
  collective: 'COLLECTIVE',
  'ca nhan': 'INDIVIDUAL',
  individual: 'INDIVIDUAL',
};

/** The keys of the columns that hold the form's free texts. */
export const REGISTRATION_TEXTS: readonly string[] = Object.keys(TEXT_COLUMNS);
