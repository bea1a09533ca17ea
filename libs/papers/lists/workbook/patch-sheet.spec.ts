import { patchSheet, type SheetPlan } from './patch-sheet.ts';
import { patchStyles, PLAIN_STYLES } from './style-patch.ts';

const plan: SheetPlan = {
  ...{ headingLine: 1, heading: 'Kết quả nhập', column: 2 },
  rows: new Map([
    [2, { text: 'LỖI: <a>', isGood: false, marked: [0, 1] }],
    [4, { text: 'Đã tạo mới', isGood: true, marked: [] }],
  ]),
};

const SHEET =
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<worksheet xmlns="m"><!-- <row r="9"> --><dimension ref="A1"/>\n' +
  '<cols><col min="5" max="9" width="3"/></cols><sheetData>\r\n' +
  "<row r='1' spans='1:2'><c r='A1' s='7' t='inlineStr'><is><t>Hoa \u{1F33C}</t></is></c></row>\n" +
  '<row r="2"><c r="B2"/><c r="C2" t="str"><f>1</f><v>cũ &lt; mới</v></c><c r="E2"><v>5</v></c></row>' +
  '<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>nguyên</v></c></row>' +
  '<row r="4"><c r="A4" t="inlineStr"><is><t><![CDATA[<row r="2">]]></t></is></c><c r="C4"/></row>' +
  '</sheetData></worksheet>';

const PATCHED =
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<worksheet xmlns="m"><!-- <row r="9"> --><dimension ref="A1:C1"/>\n' +
  '<cols><col min="3" max="3" width="60" customWidth="1"/><col min="5" max="9" width="3"/></cols><sheetData>\r\n' +
  "<row r='1'><c r='A1' s='7' t='inlineStr'><is><t>Hoa \u{1F33C}</t></is></c>" +
  '<c r="C1" s="7" t="inlineStr"><is><t xml:space="preserve">Kết quả nhập</t></is></c></row>\n' +
  '<row r="2"><c r="A2" s="1"/><c r="B2" s="1"/><c r="C2" s="2" t="inlineStr"><is><t xml:space="preserve">LỖI: &lt;a&gt;</t></is></c>' +
  '<c r="E2"><v>5</v></c></row>' +
  '<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>nguyên</v></c></row>' +
  '<row r="4"><c r="A4" t="inlineStr"><is><t><![CDATA[<row r="2">]]></t></is></c>' +
  '<c r="C4" s="3" t="inlineStr"><is><t xml:space="preserve">Đã tạo mới</t></is></c></row>' +
  '</sheetData></worksheet>';

describe('the sheet that is given back', () => {
  it.each([1, 2, 3, 7, 16, 61, 4096])('is the same in whatever pieces it comes: of %d letters', async (size) => {
    const pieces = async function* (): AsyncGenerator<string> {
      for (let from = 0; from < SHEET.length; from += size) yield SHEET.slice(from, from + size);
    };
    let patched = '';
    for await (const piece of patchSheet(pieces(), plan, patchStyles(PLAIN_STYLES))) patched += piece;
    expect(patched).toBe(PATCHED);
  });
});
