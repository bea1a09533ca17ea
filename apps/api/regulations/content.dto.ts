import { DOCUMENT_KINDS, organization, regulation, type DocumentKind } from '#domain';
import {
  DateList,
  ListOf,
  ListOfOneOf,
  LocalDateField,
  OneOf,
  Part,
  Text,
  TextsByDate,
  WholeNumber,
  YesNo,
} from '../http/validation/fields.ts';
import { CodeNameBody } from './code-name.dto.ts';
import { ReminderRulesBody } from './reminders.dto.ts';
import { ReportingBody } from './reporting.dto.ts';

const DAYS = { min: 0, max: 3650 } as const;
const POINTS = { min: 0, max: 1_000_000 } as const;
const PERCENT = { min: 0, max: 100 } as const;

export class CriterionBody extends CodeNameBody {
  @WholeNumber(POINTS) maxPoints: number;
  @YesNo() mandatory: boolean;
}

export class BandBody extends CodeNameBody {
  @WholeNumber(POINTS) from: number;
  @WholeNumber(POINTS) to: number;
}

export class CriteriaSetBody {
  @OneOf(['PASS_FAIL', 'POINTS']) method: 'PASS_FAIL' | 'POINTS';
  @ListOf(() => CriterionBody, { max: 200 }) criteria: readonly CriterionBody[];
  @ListOf(() => BandBody, { max: 50 }) bands: readonly BandBody[];
  @WholeNumber(POINTS) passMark: number;
}

export class CriteriaSetsBody {
  @Part(() => CriteriaSetBody) COLLECTIVE: CriteriaSetBody;
  @Part(() => CriteriaSetBody) INDIVIDUAL: CriteriaSetBody;
}

export class RegistrationRulesBody {
  @LocalDateField() deadline: string;
  @YesNo() lateWithReason: boolean;
  @WholeNumber({ min: 0, max: 100 }) maxReturns: number;
  @ListOfOneOf(regulation.REGISTRATION_ITEMS, { max: 20 }) requiredItems: readonly regulation.RegistrationItem[];
  @WholeNumber({ min: 0, max: 1000 }) minPerUnit: number;
}

export class DossierRulesBody {
  @ListOfOneOf(DOCUMENT_KINDS, { max: 20 }) requiredDocuments: readonly DocumentKind[];
  @LocalDateField() deadline: string;
  @WholeNumber(DAYS) minImplementationDays: number;
  @WholeNumber(DAYS) supplementDays: number;
}

export class AppraisalRulesBody {
  @WholeNumber({ min: 1, max: 100 }) minMembers: number;
  @YesNo() noneFromRegisteringUnit: boolean;
  @YesNo() fieldVisit: boolean;
  @OneOf(['MEAN', 'MEDIAN']) aggregate: 'MEAN' | 'MEDIAN';
  @LocalDateField() deadline: string;
  @YesNo({ optional: true }) unitSeesPoints?: boolean;
}

export class VoteRulesBody {
  @OneOf(['SECRET', 'OPEN']) method: 'SECRET' | 'OPEN';
  @OneOf(['ALL_MEMBERS', 'PRESENT']) denominator: 'ALL_MEMBERS' | 'PRESENT';
  @WholeNumber(PERCENT) minPercent: number;
  @WholeNumber(PERCENT) quorumPercent: number;
  @YesNo() writtenBallots: boolean;
}

export class AuthorityBody {
  @OneOf(regulation.ACTS) act: regulation.Act;
  @OneOf(organization.UNIT_KINDS) unitKind: organization.UnitKind;
  @OneOf(organization.UNIT_KINDS) signedBy: organization.UnitKind;
  @ListOfOneOf(regulation.AWARD_FORMS, { optional: true, max: 10 }) forms?: readonly regulation.AwardForm[];
}

export class CalendarBody {
  @DateList({ max: 200 }) holidays: readonly string[];
  @DateList({ max: 200 }) makeUpDays: readonly string[];
  @TextsByDate({ optional: true, max: 200, each: { max: 300 } }) holidayNames?: Readonly<Record<string, string>>;
}

export class DocumentTypeBody extends CodeNameBody {
  @Text({ max: 20, description: 'What its symbols begin with, e.g. QĐ' }) abbreviation: string;
}

export class NumberingBody {
  @OneOf(['YEAR', 'TERM']) resets: 'YEAR' | 'TERM';
  @ListOf(() => DocumentTypeBody, { optional: true, min: 1, max: 50 }) docTypes?: readonly DocumentTypeBody[];
}

/** The whole text of a regulation. */
export class ContentBody implements regulation.RegulationContent {
  @Text({ max: 500 }) title: string;
  @YesNo() illustrative: boolean;
  @ListOf(() => CodeNameBody, { max: 100 }) fields: readonly CodeNameBody[];
  @ListOf(() => CodeNameBody, { max: 100 }) programmeTags: readonly CodeNameBody[];
  @Part(() => CriteriaSetsBody) criteriaSets: CriteriaSetsBody;
  @Part(() => RegistrationRulesBody) registration: RegistrationRulesBody;
  @Part(() => DossierRulesBody) dossier: DossierRulesBody;
  @Part(() => AppraisalRulesBody) appraisal: AppraisalRulesBody;
  @Part(() => VoteRulesBody, { optional: true }) vote?: VoteRulesBody;
  @ListOf(() => AuthorityBody, { max: 200 }) authorities: readonly AuthorityBody[];
  @Part(() => ReportingBody) reporting: ReportingBody;
  @Part(() => CalendarBody) calendar: CalendarBody;
  @Part(() => ReminderRulesBody, { optional: true }) reminders?: ReminderRulesBody;
  @Part(() => NumberingBody) numbering: NumberingBody;
}
