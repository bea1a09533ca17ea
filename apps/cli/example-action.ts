import { existsSync } from 'node:fs';
import { exampleList, REGISTRATION_COLUMNS, REGISTRATION_EXAMPLES, UNIT_COLUMNS, UNIT_EXAMPLES } from '#papers';

const EXAMPLES = {
  units: { file: 'vi-du-don-vi.xlsx', columns: UNIT_COLUMNS, rows: UNIT_EXAMPLES },
  registrations: { file: 'vi-du-mo-hinh.xlsx', columns: REGISTRATION_COLUMNS, rows: REGISTRATION_EXAMPLES },
};

/** The lists of which there is an example. */
export const EXAMPLE_KINDS = Object.keys(EXAMPLES);

/** `kheo import --example …`: a workbook to begin with, in the folder where one stands; nothing is written over. */
export const exampleAction = async (kind: string): Promise<void> => {
  const { file, ...example } = EXAMPLES[kind as keyof typeof EXAMPLES];
  if (existsSync(file)) throw new Error(`Đã có tệp ${file}: hãy đổi tên tệp ấy.\nThere is a file ${file}: rename it.`);
  await exampleList(file, example);
  process.stdout.write(`Tệp ví dụ: ${file}\nAn example to fill in: ${file}\n`);
};
