import { decision, regulation } from '#domain';
import {
  IdField,
  ListOf,
  LocalDateField,
  OneOf,
  Part,
  Text,
  WholeNumber,
  WholeNumberText,
} from '../http/validation/fields.ts';
import { PageAsOfQuery, PageQuery } from '../reading/list-query.ts';

export class ItemBody implements decision.DecisionItem {
  @OneOf(['registration', 'commendation']) kind: decision.ItemKind;
  @IdField() id: string;
  @Text({ optional: true, max: 4000, lines: true }) reason?: string;
}

export class DecisionDraftBody {
  @IdField() unitId: string;
  @IdField({ optional: true }) cycleId?: string;
  @OneOf(regulation.ACTS) act: regulation.Act;
  @Text({ max: 500 }) title: string;
  @ListOf(() => ItemBody, { max: decision.MAX_ITEMS }) items: readonly ItemBody[];
}

export class DecisionReasonBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class RequestedNumberBody {
  @WholeNumber({ min: 1, max: 999_999_999 }) number: number;
  @Text({ optional: true, max: 100 }) text?: string;
  @WholeNumber({
    optional: true,
    min: 0,
    max: decision.MAX_GAP,
    description: 'How many numbers stay empty below it; must be named where it is not the next one',
  })
  gap?: number;
}

export class IssueBody {
  @Text({ max: 60 }) symbol: string;
  @Text({
    max: 100,
    description: 'Code, name or abbreviation of a type of document of the regulation, as next-numbers lists them',
  })
  docType: string;
  @LocalDateField() issuedOn: string;
  @Text({ optional: true, max: 100 }) term?: string;
  @Part(() => RequestedNumberBody, { optional: true }) requested?: RequestedNumberBody;
  @Text({ max: 300 }) capacity: string;
  @IdField({ optional: true, description: 'The signed paper, a file of the kind DECISION; it may be filed later' })
  paperId?: string;
  @Text({ optional: true, min: 64, max: 64, description: 'Hex SHA-256 of the signed paper, as one knows it' })
  fileSha256?: string;
}

export class FilePaperBody {
  @IdField({ description: 'A file of the kind DECISION' }) paperId: string;
}

export class VoidNumberBody {
  @IdField() bookId: string;
  @Text({ max: 4000, lines: true }) reason: string;
}

const SORTS = ['issuedOn', '-issuedOn', 'title', '-title'] as const;

export class DecisionsQuery extends PageAsOfQuery {
  @Text({ optional: true, max: 200, description: 'Part of the title, or the number however typed' }) q?: string;
  @IdField({ optional: true }) cycle?: string;
  @IdField({ optional: true }) unit?: string;
  @OneOf(decision.DECISION_STATUSES, { optional: true }) status?: (typeof decision.DECISION_STATUSES)[number];
  @OneOf(regulation.ACTS, { optional: true }) act?: regulation.Act;
  @IdField({ optional: true, description: 'The person who signed' }) signer?: string;
  @OneOf(SORTS, { optional: true }) sort?: (typeof SORTS)[number];
}

export class CandidatesQuery extends PageQuery {
  @OneOf(regulation.ACTS) act: regulation.Act;
  @IdField({ description: 'The body that decides: for itself and the units below it' }) unit: string;
  @IdField({ optional: true }) cycle?: string;
}

export class NextNumbersQuery {
  @LocalDateField({ optional: true, description: 'The day of the document; today when absent' }) issuedOn?: string;
  @Text({ optional: true, max: 100, description: 'Where the books start again each term' }) term?: string;
}

export class NumbersQuery extends PageQuery {
  @IdField({ optional: true, description: 'The issuing unit' }) issuer?: string;
  @Text({ optional: true, max: 100 }) docType?: string;
  @WholeNumberText({ optional: true, min: 1900, max: 9999 }) year?: number;
  @Text({ optional: true, max: 100 }) term?: string;
}
