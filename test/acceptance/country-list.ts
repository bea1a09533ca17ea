/** A made-up commune. */
export interface Commune {
  readonly name: string;
  /** Five digits. */
  readonly code: string;
  /** The code of its row's province in the list. */
  readonly province: string;
}

const PROVINCES = 34;
const HILLS = ['Tân', 'Đông', 'Bình', 'An', 'Phú', 'Vĩnh', 'Hòa', 'Yên', 'Mỹ', 'Thanh', 'Long', 'Minh', 'Đại', 'Xuân'];
const RIVERS = ['Hưng', 'Lộc', 'Sơn', 'Thủy', 'Giang', 'Khánh', 'Thạnh', 'Châu', 'Quang', 'Lâm', 'Phong', 'Đức'];

const digits = (length: number, number: number): string => String(number).padStart(length, '0');

/**
 * The 34 provinces of the country and so many communes, under made-up names, as a list to be imported: names recur in
 * other provinces as they do in truth, and one in five communes is a ward.
 */
export const countryList = (count: number): { readonly units: string; readonly communes: readonly Commune[] } => {
  const provinces = Array.from({ length: PROVINCES }, (_, index) => digits(2, index + 1));
  const communes = Array.from({ length: count }, (_, index): Commune => {
    const inProvince = Math.floor(index / PROVINCES);
    const [hill, river] = [
      HILLS[inProvince % HILLS.length],
      RIVERS[Math.floor(inProvince / HILLS.length) % RIVERS.length],
    ];
    return {
      name: `${index % 5 === 4 ? 'Phường' : 'Xã'} ${hill ?? ''} ${river ?? ''}`,
      code: digits(5, index + 1),
      province: `T${provinces[index % PROVINCES] ?? ''}`,
    };
  });
  const rows = [
    'Mã đơn vị,Tên đơn vị,Loại,Đơn vị cấp trên,Mã hành chính,Hiệu lực từ',
    ...provinces.map((code) => `T${code},Tỉnh số ${code},Tỉnh,Việt Nam,${code},01/07/2025`),
    ...communes.map(({ name, code, province }) => {
      const kind = name.startsWith('Xã') ? 'Xã' : 'Phường';
      return `X${code},${name},${kind},${province},${code},01/07/2025`;
    }),
  ];
  return { units: rows.join('\n'), communes };
};

/** So many models of these communes, as a list to be imported. */
export const modelsList = (count: number, communes: readonly Commune[]): string => {
  const fields = ['Kinh tế', 'Văn hóa - xã hội'];
  const rows = Array.from({ length: count }, (_, index) => {
    const { code } = communes[index % communes.length] as Commune;
    return `R${String(index)},${code},Mô hình số ${String(index)},Tập thể,${fields[index % 2] ?? ''},Thực trạng ${String(index)}`;
  });
  return ['Mã dòng,Đơn vị,Tên mô hình,Loại,Lĩnh vực,Thực trạng', ...rows].join('\n');
};
