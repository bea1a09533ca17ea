import { IdField, OneOf, Text } from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';

export class ModelsQuery extends PageQuery {
  @OneOf(['true'], { optional: true, description: 'Only typical models are listed' }) typical?: 'true';
  @Text({ optional: true, max: 200, description: 'Words of the name; diacritics do not matter' }) q?: string;
  @Text({ optional: true, max: 100 }) field?: string;
  @IdField({ optional: true }) cycle?: string;
}
