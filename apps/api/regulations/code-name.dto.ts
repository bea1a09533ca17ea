import { Text } from '../http/validation/fields.ts';

export class CodeNameBody {
  @Text({ max: 100 }) code: string;
  @Text({ max: 300 }) name: string;
}
