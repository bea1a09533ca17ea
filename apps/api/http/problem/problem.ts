import type { Rejected } from '#domain';
import { faultText, fill, refusalText, type Language } from '#problems';
import type { FieldFault } from './fault.ts';
import { FIELD_TEXTS } from './field-texts.ts';
import { PROBLEMS, type ProblemCode } from './problem-table.ts';

/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable and machine-readable: the reason of the refusal. */
  readonly code: string;
  readonly instance: string;
  readonly traceId: string;
  readonly errors: readonly ProblemError[];
}

interface ProblemError {
  /** JSON pointer into the body, or the name of a parameter or header. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export interface RefusalDetails {
  readonly pointer?: string;
  readonly params?: NonNullable<Rejected['params']>;
  readonly faults?: readonly FieldFault[];
  /** Faults of a large input that a rule found, all at once. */
  readonly problems?: Rejected['problems'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown inside the HTTP edge only, where a refusal leaves the normal path; the filter turns it into a {@link Problem}. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

export interface ProblemContext {
  readonly language: Language;
  readonly traceId: string;
}

/** The answer to a refusal, in the language asked for. */
export const problemOf = ({ code, details }: Refusal, { language, traceId }: ProblemContext): Problem => {
  const entry = PROBLEMS[code];
  const detail = refusalText(entry, details.params)[language];
  const ruleError = details.pointer === undefined ? [] : [{ pointer: details.pointer, code, message: detail }];
  const fieldErrors = (details.faults ?? []).map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    message: fill(FIELD_TEXTS[fault.code][language], fault.params),
  }));
  return {
    type: `urn:kheo:problem:${code}`,
    title: TITLES[entry.status][language],
    status: entry.status,
    detail,
    code,
    instance: `urn:kheo:trace:${traceId}`,
    traceId,
    errors: [...ruleError, ...ruleErrors(details.problems, language), ...fieldErrors],
  };
};

const ruleErrors = (problems: Rejected['problems'] = [], language: Language): Problem['errors'] =>
  problems.map((fault) => ({ pointer: fault.pointer, code: fault.code, message: faultText(fault)[language] }));

const TITLES: Readonly<Record<(typeof PROBLEMS)[ProblemCode]['status'], Readonly<Record<Language, string>>>> = {
  400: { vi: 'Yêu cầu không đúng dạng', en: 'Malformed request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không được phép', en: 'Not allowed' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Phương thức không được phép', en: 'Method not allowed' },
  409: { vi: 'Xung đột', en: 'Conflict' },
  412: { vi: 'Dữ liệu đã thay đổi', en: 'Changed meanwhile' },
  413: { vi: 'Nội dung quá lớn', en: 'Too large' },
  415: { vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported content type' },
  422: { vi: 'Không đúng quy định', en: 'Refused by a rule' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  500: { vi: 'Lỗi hệ thống', en: 'Internal error' },
  503: { vi: 'Tạm thời chưa phục vụ', en: 'Temporarily unavailable' },
};
