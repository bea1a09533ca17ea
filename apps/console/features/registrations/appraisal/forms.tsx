import { Radio } from 'antd';
import {
  registrationsConcludeAppraisal,
  registrationsDeclareInterest,
  registrationsOpenAppraisal,
  registrationsRecordVote,
  registrationsReopenAppraisal,
  registrationsScore,
} from '../../../shared/api/generated/sdk.gen.ts';
import {
  CitationBody,
  ConcludeAppraisalBody,
  DeclareInterestBody,
  OpenAppraisalBody,
  RecordVoteBody,
  ReopenBody,
  ScoreBody,
} from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useRegulation } from '../../../shared/choices/use-regulation.ts';
import { group } from '../../../shared/forms/composed-fields.tsx';
import { evidence } from '../../../shared/forms/evidence-field.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { date } from '../../../shared/forms/day.tsx';
import { line, long } from '../../../shared/forms/fields.tsx';
import { whole } from '../../../shared/forms/number-fields.tsx';
import { form, type Field, type FieldText } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { ConcludeBeside, InterestBeside, SheetBeside, TeamBeside, VoteBeside } from './beside.tsx';
import { scoreSheet } from './score-sheet.tsx';
import { teamOf } from './team-field.tsx';

const of = form<RegistrationDetail>();

/** Minutes that were sent for this registration before can be named again. */
const minutes = (text: FieldText): Field<RegistrationDetail> =>
  evidence(text, {
    unitOf: ({ unitId }) => unitId,
    kinds: ['MINUTES'],
    there: ({ dossier }) => [
      ...new Map(
        (dossier?.files ?? [])
          .filter(({ kind }) => kind === 'MINUTES')
          .map(({ evidenceId, fileName, kind }) => [evidenceId, { id: evidenceId, fileName, kind }]),
      ).values(),
    ],
  });

/** Asked for where the pinned regulation asks for a field visit. */
const whereVisited = ({ text, Input }: Field<RegistrationDetail>): Field<RegistrationDetail> => ({
  text,
  Input: (props) => {
    const { data } = useRegulation(props.subject.regulationId);
    return <Input {...props} required={data?.content.appraisal.fieldVisit ?? props.required} />;
  },
});

/** One of two sentences, and neither is there before it is chosen; a conflict may also be found after none was declared. */
const conflict: Field<RegistrationDetail> = {
  text: 'conflict',
  Input: ({ subject, ...props }) => {
    const { t } = useTexts();
    return (
      <FieldFrame {...props}>
        <Radio.Group
          vertical
          options={[
            { value: false, label: t('appraisal.interest.noConflict'), disabled: subject.dossier !== null },
            { value: true, label: t('appraisal.interest.conflict') },
          ]}
        />
      </FieldFrame>
    );
  },
};

/**
 * The forms of the appraisal room, in the order in which an appraisal passes them; whoever has declared their interest is
 * offered to score first.
 */
export const APPRAISAL_FORMS = [
  of({
    command: 'OpenAppraisal',
    shape: OpenAppraisalBody,
    fields: { team: teamOf<RegistrationDetail>(({ id }) => [id]), dueOn: date('appraisalDueOn') },
    Beside: TeamBeside,
    send: registrationsOpenAppraisal,
    final: true,
  }),
  of({
    command: 'ScoreModel',
    shape: ScoreBody,
    fields: { scores: scoreSheet },
    Beside: SheetBeside,
    send: registrationsScore,
  }),
  of({
    command: 'DeclareInterest',
    shape: DeclareInterestBody,
    fields: { conflict, detail: long('conflictDetail') },
    Beside: InterestBeside,
    send: registrationsDeclareInterest,
  }),
  of({
    command: 'ConcludeAppraisal',
    shape: ConcludeAppraisalBody,
    fields: { fieldVisitOn: whereVisited(date('fieldVisitOn')), minutesId: whereVisited(minutes('appraisalMinutes')) },
    Beside: ConcludeBeside,
    final: true,
    send: registrationsConcludeAppraisal,
  }),
  of({
    command: 'RecordVote',
    shape: RecordVoteBody,
    fields: {
      heldOn: date('voteHeldOn'),
      members: whole('voteMembers'),
      present: whole('votePresent'),
      yes: whole('voteYes'),
      no: whole('voteNo'),
      abstain: whole('voteAbstain'),
      minutesId: minutes('voteMinutes'),
    },
    Beside: VoteBeside,
    final: true,
    send: registrationsRecordVote,
  }),
  of({
    command: 'ReopenAppraisal',
    shape: ReopenBody,
    fields: {
      reason: long('reopenReason'),
      petition: group<RegistrationDetail, typeof CitationBody>('petition', CitationBody, {
        number: line('petitionNumber'),
        issuedOn: date('petitionIssuedOn'),
      }),
    },
    send: registrationsReopenAppraisal,
    final: true,
  }),
] as const;
