import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.ts';

/** One word for one step, as the movement's papers have it; and what offices also say for it. */
const INSTEAD_OF: readonly (readonly [word: string, others: RegExp])[] = [
  ['tiếp nhận', /chấp nhận/iu],
  ['trả lại', /hoàn trả/iu],
  ['minh chứng', /chứng cứ/iu],
  ['bỏ phiếu', /biểu quyết/iu],
  ['thẩm tra', /xác minh/iu],
  ['hủy số', /bỏ số/iu],
  ['phân công', /bổ nhiệm/iu],
  ['cơ quan tham mưu', /cơ quan thường trực/iu],
  // A model itself is called "mô hình, điển hình".
  ['mô hình tiêu biểu', /(?<!mô hình, )điển hình/iu],
];

const texts = ['apps', 'libs', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|md)$/u.test(name) && !/\.spec\.ts$/u.test(name))
    .map((name) => join(folder, name)),
);

describe('the words of the product', () => {
  it.each(INSTEAD_OF)('%s is called nothing else', (word, others) => {
    const lines = texts.flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .map((line) => `${name}: ${line}`),
    );
    expect(lines.filter((line) => others.test(line))).toEqual([]);
    expect(lines.filter((line) => line.toLowerCase().includes(word)).length).toBeGreaterThan(1);
  });
});
