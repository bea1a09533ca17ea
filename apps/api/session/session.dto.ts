import { Text } from '../http/validation/fields.ts';

/** A code of the app on a person's device. */
export const CodeField = (options: { readonly optional?: true } = {}): PropertyDecorator =>
  Text({ ...options, max: 20, description: 'Of the second factor: six digits, new every half minute' });

export class SignInBody {
  @Text({ max: 100 }) username: string;
  @Text({ max: 200 }) password: string;
  @CodeField({ optional: true }) code?: string;
}

export class SetPasswordBody {
  @Text({ max: 40, description: 'As it was handed out; case, spaces and dashes do not matter' }) code: string;
  @Text({ max: 200 }) password: string;
}

export class ChangeOwnEmailBody {
  @Text({ max: 200, description: 'The password of today' }) current: string;
  @CodeField({ optional: true }) code?: string;
  @Text({ optional: true, max: 254, format: 'email', description: 'None when absent' }) email?: string;
}

export class ChangePasswordBody {
  @Text({ max: 200, description: 'The password of today' }) current: string;
  @CodeField({ optional: true }) code?: string;
  @Text({ max: 200 }) password: string;
}
