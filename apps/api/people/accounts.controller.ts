import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { accountUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { NoFields } from '../http/validation/validate.ts';
import { OpenAccountBody } from './people.dto.ts';

/** Who may sign in is a fact of the log; what proves it stays in the schema `identity`. */
@ApiTags('people')
@Controller('api/people')
@Commands(accountUseCase, organization.person.rights, {
  OpenAccount: ['open', OpenAccountBody],
  DisableAccount: ['disable', NoFields],
})
export class AccountsController {}
