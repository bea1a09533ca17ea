import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useRegulation } from '../../../shared/choices/use-regulation.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Facts } from '../../../shared/page/facts.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Named } from '../../../shared/texts/named.tsx';
import { useCycle } from './use-cycle.ts';
import { sheetResult, type Score } from './sheet.ts';
import { useShare } from './use-share.ts';
import { votePreview, type VoteRules } from './vote.ts';

interface Props {
  readonly subject: RegistrationDetail;
  readonly values: Readonly<Record<string, unknown>>;
}

interface TeamProps extends Pick<Props, 'values'> {
  readonly subject: Pick<RegistrationDetail, 'regulationId' | 'cycleId'>;
}

/** How many of the team are chosen, how many the regulation asks for, and until when. */
export const TeamBeside = ({ subject, values }: TeamProps) => {
  const { t } = useTexts();
  const regulation = useRegulation(subject.regulationId);
  const cycle = useCycle(subject.cycleId);
  const chosen = Array.isArray(values.team) ? values.team.length : 0;
  return (
    <Answer of={regulation}>
      {({ content: { appraisal } }) => (
        <>
          <p className="verdict">{t('appraisal.team.chosen', { count: chosen })}</p>
          <p>
            {chosen < appraisal.minMembers
              ? t('appraisal.team.tooFew', { least: appraisal.minMembers })
              : t('appraisal.team.enough', { least: appraisal.minMembers })}
          </p>
          <Facts
            facts={[
              [t('appraisal.team.deadline'), cycle.data && day(cycle.data.appraisalDeadline)],
              [t('appraisal.team.fromUnit'), appraisal.noneFromRegisteringUnit && t('appraisal.team.noneFromUnit')],
              [t('appraisal.team.visit'), t(appraisal.fieldVisit ? 'appraisal.needed' : 'appraisal.notNeeded')],
            ]}
          />
        </>
      )}
    </Answer>
  );
};

/** What follows from what is declared, before it is. */
export const InterestBeside = ({ subject, values }: Props) => {
  const { t } = useTexts();
  if (values.conflict === true) return <p className="late">{t('appraisal.interest.leave', { name: subject.name })}</p>;
  if (subject.dossier !== null) return <p>{t('appraisal.interest.again')}</p>;
  return <p>{t(values.conflict === false ? 'appraisal.interest.none' : 'appraisal.interest.first')}</p>;
};

/** What the sheet comes to, while it is filled in. */
export const SheetBeside = ({ subject, values }: Props) => {
  const { t } = useTexts();
  const regulation = useRegulation(subject.regulationId);
  const set = subject.dossier?.criteriaSet;
  if (!set) return <p>{t('appraisal.interest.first')}</p>;
  const result = sheetResult(set, (values.scores ?? []) as readonly Score[]);
  const aggregate = regulation.data?.content.appraisal.aggregate;
  return (
    <>
      <p className="verdict">{t('appraisal.sheet.total', { total: result.total, of: result.of })}</p>
      {result.missing > 0 ? (
        <p>{t('appraisal.sheet.left', { count: result.missing })}</p>
      ) : (
        <p>
          <strong>{t(result.passed ? 'appraisal.passed' : 'appraisal.failed')}</strong>
          {result.band && (
            <>
              , <span lang="vi">{result.band}</span>
            </>
          )}
        </p>
      )}
      {result.vetoes.length > 0 && (
        <p className="late">
          <Named
            text={t('appraisal.sheet.veto', { criteria: result.vetoes.join('; ') })}
            name={result.vetoes.join('; ')}
          />
        </p>
      )}
      <Facts
        facts={[
          [t('appraisal.passMark'), set.passMark],
          [
            t('appraisal.bands'),
            set.bands.length > 0 && set.bands.map(({ name, from, to }) => `${name}: ${from}–${to}`).join('; '),
            'vi',
          ],
        ]}
      />
      <p>
        <a href={`/registrations/${subject.id}`} target="_blank" rel="noreferrer">
          {t('appraisal.sheet.dossier')}
        </a>
      </p>
      <p className="help">
        {t('appraisal.sheet.preview')} {aggregate && t(`appraisal.aggregate.${aggregate}`)}
      </p>
    </>
  );
};

/** Who has scored and who has not; what the system will compute. */
export const ConcludeBeside = ({ subject }: Props) => {
  const { t } = useTexts();
  const regulation = useRegulation(subject.regulationId);
  const team = subject.dossier?.team.filter(({ conflict, removed }) => conflict !== true && !removed) ?? [];
  const scored = team.filter((member) => member.scored);
  return (
    <>
      <p className="verdict">{t('appraisal.conclude.scored', { scored: scored.length, team: team.length })}</p>
      <ul className="marks">
        {team.map((member) => (
          <li key={member.personId}>
            <span lang="vi">{member.personName}</span>:{' '}
            {t(member.scored ? 'appraisal.member.scored' : 'appraisal.member.notScored')}
          </li>
        ))}
      </ul>
      <Answer of={regulation}>
        {({ content: { appraisal, vote } }) => (
          <p className="help">
            {t(`appraisal.aggregate.${appraisal.aggregate}`)} {t('appraisal.conclude.computes')}{' '}
            {vote && t('appraisal.conclude.voteFollows')}
          </p>
        )}
      </Answer>
    </>
  );
};

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The vote, computed while its numbers are typed, with the sum in a sentence. */
export const VoteBeside = ({ subject, values }: Props) => {
  const { t } = useTexts();
  const regulation = useRegulation(subject.regulationId);
  return (
    <Answer of={regulation}>
      {({ content: { vote } }) =>
        vote === undefined ? <p>{t('appraisal.vote.notHeld')}</p> : <VoteSum rules={vote} values={values} />
      }
    </Answer>
  );
};

/** What the regulation asks of a vote. */
export const VoteRule = ({ rules }: { readonly rules: VoteRules }) => {
  const { t } = useTexts();
  return (
    <>
      <p>{t('appraisal.vote.rule', { quorum: rules.quorumPercent, threshold: rules.minPercent })}</p>
      <p className="help">
        {t(`appraisal.vote.denominator.${rules.denominator}`)} {t(`appraisal.vote.method.${rules.method}`)}{' '}
        {t(rules.writtenBallots ? 'appraisal.vote.written' : 'appraisal.vote.notWritten')}
      </p>
    </>
  );
};

const VoteSum = ({ rules, values }: { readonly rules: VoteRules } & Pick<Props, 'values'>) => {
  const { t } = useTexts();
  const share = useShare();
  const counts = {
    ...{ yes: numberIn(values.yes), no: numberIn(values.no), abstain: numberIn(values.abstain) },
    ...{ members: numberIn(values.members), present: numberIn(values.present) },
  };
  const { ballots, disagree, quorum, vote, passed } = votePreview(counts, rules);
  return (
    <div className="vote-sum">
      <VoteRule rules={rules} />
      {disagree === 'NO_MEMBERS' ? (
        <p>{t('appraisal.vote.typeMembers')}</p>
      ) : disagree ? (
        <p className="late">{t(`appraisal.vote.disagree.${disagree}`, { ballots, ...counts })}</p>
      ) : (
        <>
          <p>
            {t('appraisal.vote.quorum', {
              ...{ ballots, members: counts.members, least: quorum.percent },
              share: share(ballots, counts.members),
            })}{' '}
            <strong>{t(quorum.reached ? 'appraisal.vote.quorumMet' : 'appraisal.vote.quorumMissed')}</strong>
          </p>
          <p>
            {t('appraisal.vote.yes', {
              ...{ yes: counts.yes, whole: vote.whole, least: vote.percent },
              share: share(counts.yes, vote.whole),
            })}{' '}
            <strong>{t(vote.reached ? 'appraisal.vote.reached' : 'appraisal.vote.notReached')}</strong>
          </p>
          <p className="verdict">{t(passed ? 'appraisal.vote.passed' : 'appraisal.vote.failed')}</p>
        </>
      )}
      <p className="help">{t('appraisal.vote.preview')}</p>
    </div>
  );
};
