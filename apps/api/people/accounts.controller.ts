import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { accountUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { NoFields } from '../http/validation/validate.ts';
import { Tells } from '../reading/reads.ts';
import { ChangeEmailBody, HandOverBody, InviteBody } from './people.dto.ts';

const TellsCode = Tells('AnswerWithCode', 200);

/** Who may sign in is a fact of the log; what proves it stays in the schema `identity`. */
@ApiTags('people')
@Controller('api/people')
@Commands(
  accountUseCase,
  organization.person.rights,
  {
    InviteToAccount: ['invite', InviteBody],
    ResetAccount: ['reset', HandOverBody],
    ChangeEmail: ['changeEmail', ChangeEmailBody],
    RemoveSecondFactor: ['removeSecondFactor', NoFields],
    UnlockAccount: ['unlock', NoFields],
    DisableAccount: ['disable', NoFields],
  },
  { answers: { InviteToAccount: TellsCode, ResetAccount: TellsCode } },
)
export class AccountsController {}
