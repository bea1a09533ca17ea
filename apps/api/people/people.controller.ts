import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { personUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { Tells } from '../reading/reads.ts';
import * as dto from './people.dto.ts';

@ApiTags('people')
@Controller('api/people')
@Commands(
  personUseCase,
  organization.person.rights,
  {
    EnterPerson: ['create', dto.EnterBody],
    AppointPerson: ['appoint', dto.AppointBody],
    ConfirmAppointment: ['confirmAppointment', dto.ConfirmAppointmentBody],
    DeclineAppointment: ['declineAppointment', dto.DeclineAppointmentBody],
    EndAppointment: ['endAppointment', dto.EndAppointmentBody],
  },
  { answers: { AppointPerson: Tells('AnswerWithAppointment', 200) } },
)
export class PeopleController {}
