import type { UnitKind } from '../../organization/unit/events.ts';
import type { Holiday, RegulationContent } from '../events.ts';
import { authoritiesOver, exampleRegulation } from './regulation.ts';

/** The kinds of office there is a regulation to start from for, with what it is like. */
export const STARTING_REGULATIONS = {
  PROVINCE: [
    'Cho một tỉnh, thành phố: hội đồng bỏ phiếu kín, thẩm định có kiểm tra thực tế; thẩm quyền từ xã đến tỉnh',
    'For a province: a secret vote of the council, an appraisal with a field visit; authorities from commune to province',
  ],
  COMMUNE: [
    'Cho một xã, phường: tự quyết định cho mình và các đơn vị dưới, không có hội đồng, tổ thẩm định hai người',
    'For a commune: it decides for itself and the units below, without a council, with two appraisers',
  ],
  CENTRAL_AGENCIES: [
    'Cho một cơ quan trung ương: không gắn với địa bàn, tự quyết định cho mình và các đơn vị dưới, không có hội đồng',
    'For a central body: without territory, it decides for itself and the units below, without a council',
  ],
} as const satisfies Partial<Record<UnitKind, readonly [vi: string, en: string]>>;

export type StartingKind = keyof typeof STARTING_REGULATIONS;

/**
 * A whole illustrative regulation for an office to start from and change, by the kind of its root unit: no office issued
 * it, and it can be put in force as it is. A commune and a central body decide for themselves and the units below; every
 * other office starts from that of a province, whose table of authorities names every kind of unit.
 */
export const startingRegulation = (root: UnitKind, year: number, holidays: readonly Holiday[]): RegulationContent => {
  const province = exampleRegulation(year, holidays);
  if (root === 'COMMUNE')
    return {
      ...withoutCouncil(province),
      title: `Quy định minh họa của một xã, phường về phong trào thi đua "Dân vận khéo" năm ${year}`,
      authorities: ownAuthorities(root),
      registration: { ...province.registration, requiredItems: ['situation', 'content', 'schedule'] },
      dossier: { ...province.dossier, requiredDocuments: ['RESULT_REPORT'] },
      appraisal: { ...province.appraisal, minMembers: 2, fieldVisit: false },
      reporting: { ...province.reporting, obliged: ['UNIT'] },
    };
  if (root === 'CENTRAL_AGENCIES')
    return {
      ...withoutCouncil(province),
      title: `Quy định minh họa của một cơ quan trung ương về phong trào thi đua "Dân vận khéo" năm ${year}`,
      fields: FIELDS_OF_AN_AGENCY,
      programmeTags: TAGS_OF_AN_AGENCY,
      authorities: ownAuthorities(root),
      reporting: { ...province.reporting, obliged: ['UNIT'] },
    };
  return province;
};

const FIELDS_OF_AN_AGENCY: RegulationContent['fields'] = [
  { code: 'THAM_MUU', name: 'Công tác tham mưu, phục vụ' },
  { code: 'CAI_CACH_HANH_CHINH', name: 'Cải cách hành chính' },
  { code: 'VAN_HOA_CONG_SO', name: 'Văn hóa công sở' },
  { code: 'AN_SINH_XA_HOI', name: 'An sinh xã hội, hỗ trợ cơ sở' },
];

const TAGS_OF_AN_AGENCY: RegulationContent['programmeTags'] = [
  { code: 'CHUYEN_DOI_SO', name: 'Chuyển đổi số' },
  { code: 'TIET_KIEM', name: 'Thực hành tiết kiệm, chống lãng phí' },
];

/** A small office has no council: the standing body concludes on the appraisal alone. */
const withoutCouncil = ({ vote: _vote, ...content }: RegulationContent): RegulationContent => content;

/** The office decides for itself and for the units below it. */
const ownAuthorities = (root: UnitKind): RegulationContent['authorities'] =>
  authoritiesOver([root, 'UNIT'], () => [root]);
