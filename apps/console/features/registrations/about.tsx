import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { registrationChoicesRequirementsOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Actions, RegistrationDetail } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { CheckList } from '../../shared/page/check-list.tsx';
import { Facts } from '../../shared/page/facts.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useCycle } from './appraisal/use-cycle.ts';
import { Judged } from './judged.tsx';
import { Due } from './model/due.tsx';
import { Returned } from './returned.tsx';

interface Props {
  readonly of: RegistrationDetail;
  readonly command: keyof Actions;
}

/** What one has to know of a registration before one acts on it, above the form. */
export const About = ({ of: registration, command }: Props) => {
  const { t } = useTexts();
  const { dossier } = registration;
  return (
    <>
      {command === 'ScoreModel' && !dossier?.criteriaSet && (
        <p>
          <Link className="button button-first" to={`/registrations/${registration.id}/do/declare-interest`}>
            {t('appraisal.interest.go')}
          </Link>
        </p>
      )}
      <Facts
        facts={[
          [t('registrations.unit'), registration.unitName, 'vi'],
          [t('registrations.cycle'), registration.cycleName, 'vi'],
          [t('registrations.field'), registration.fieldName, 'vi'],
          [t('registrations.status'), <Status of="registrationStatusNames" status={registration.status} />],
          [t('registrations.due'), registration.dueOn && day(registration.dueOn)],
          [t('registrations.place.until'), HANDING_IN.has(command) && <Until cycleId={registration.cycleId} />],
          [
            t('registrations.about.source'),
            registration.originId && (
              <Link lang="vi" to={`/registrations/${registration.originId}`}>
                {registration.originName}
              </Link>
            ),
          ],
        ]}
      />
      <Returned of={registration} />
      {REGISTERING.has(command) && <Asked id={registration.id} />}
      {dossier?.form && command !== 'ReviseRegistration' && (
        <details className="dossier" open={command === 'AcceptRegistration'}>
          <summary>{t('registrations.about.dossier')}</summary>
          <Items of={dossier.form} />
          <Facts facts={[[t('registrations.about.plan'), dossier.plan, 'vi']]} />
        </details>
      )}
      {dossier && JUDGING.has(command) && <Judged model={registration} dossier={dossier} />}
    </>
  );
};

/** Where the deadline of registration counts. */
const HANDING_IN = new Set<keyof Actions>(['ReviseRegistration', 'SubmitRegistration']);

/** Until when one registers in a cycle. */
const Until = ({ cycleId }: { readonly cycleId: string }) => {
  const { data: cycle } = useCycle(cycleId);
  return cycle ? (
    <Due on={cycle.registrationDeadline} of={{ cycleId: cycle.id, regulationId: cycle.regulationId }} />
  ) : null;
};

/** Where the items of the regulation decide. */
const REGISTERING = new Set<keyof Actions>(['SubmitRegistration', 'AcceptRegistration', 'ReturnRegistration']);

/** Where the points decide. */
const JUDGING = new Set<keyof Actions>(['ConcludeAppraisal', 'RecordVote']);

interface OfOne {
  readonly id: string;
}

const Asked = ({ id }: OfOne) => {
  const { t, language } = useTexts();
  const { data } = useQuery(registrationChoicesRequirementsOptions({ path: { id } }));
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h2>{t('registrations.about.requirements')}</h2>
      <CheckList items={data.items.map(({ name, given }) => ({ name: name[language], done: given }))} />
    </>
  );
};

const Items = ({ of: form }: { readonly of: NonNullable<NonNullable<RegistrationDetail['dossier']>['form']> }) => {
  const { t } = useTexts();
  const names = Object.entries(t('registrationItemNames', { returnObjects: true }));
  const told = form as unknown as Readonly<Record<string, string | undefined>>;
  return (
    <dl className="told">
      {names
        .filter(([item]) => told[item])
        .map(([item, name]) => (
          <div key={item}>
            <dt>{name}</dt>
            <dd lang="vi">{told[item]}</dd>
          </div>
        ))}
    </dl>
  );
};
