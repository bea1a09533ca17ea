import { ROLES, type Role } from '#domain';
import { GRANT_STATUSES, PEOPLE_SORTS } from '#read-models';
import { CitationBody } from '../http/citation.dto.ts';
import { IdField, InstantField, LocalDateField, OneOf, Part, Text } from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';

export class EnterBody {
  @Text({ max: 200 }) name: string;
  @Text({ optional: true, max: 254, format: 'email' }) email?: string;
}

export class AppointBody {
  @IdField() unitId: string;
  @OneOf(ROLES) role: Role;
  @LocalDateField() from: string;
  @LocalDateField({ optional: true }) until?: string;
  @Part(() => CitationBody) document: CitationBody;
}

export class ConfirmAppointmentBody {
  @IdField() appointmentId: string;
}

export class DeclineAppointmentBody {
  @IdField() appointmentId: string;
  @Text({ max: 4000, lines: true }) reason: string;
}

export class EndAppointmentBody {
  @IdField() appointmentId: string;
  @InstantField({ optional: true }) endsAt?: string;
  @Text({ max: 4000, lines: true }) reason: string;
}

export class ChangeEmailBody {
  @Text({ optional: true, max: 254, format: 'email', description: 'None when absent' }) email?: string;
}

export class HandOverBody {
  @OneOf(['MAIL'], {
    optional: true,
    description: 'The code goes to the person’s address; absent: it is answered, to be handed over',
  })
  handedOver?: 'MAIL';
}

export class InviteBody extends HandOverBody {
  @Text({ max: 100 }) username: string;
}

export class PeopleQuery extends PageQuery {
  @Text({ optional: true, max: 200 }) q?: string;
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @OneOf(ROLES, { optional: true }) role?: Role;
  @OneOf(PEOPLE_SORTS, { optional: true }) sort?: (typeof PEOPLE_SORTS)[number];
}

export class GrantsQuery extends PageQuery {
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @OneOf(GRANT_STATUSES, { optional: true }) status?: (typeof GRANT_STATUSES)[number];
}
