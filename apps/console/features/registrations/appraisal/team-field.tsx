import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { registrationChoicesAppraisersQueryKey } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationChoicesAppraisers } from '../../../shared/api/generated/sdk.gen.ts';
import type { Appraiser } from '../../../shared/api/generated/types.gen.ts';
import { wholeKey } from '../../../shared/api/queries.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import { folded } from '../../../shared/forms/fields.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field, FieldProps } from '../../../shared/forms/form.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing } from '../../../shared/page/page.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { eachOnce } from './appraisers.ts';

/** So many and more are searched among. */
const MANY = 12;

/** Who could appraise these registrations, to the last of them; one that may not be asked about tells of nobody. */
const useAppraisers = (ids: readonly string[]) =>
  useQuery({
    queryKey: wholeKey(registrationChoicesAppraisersQueryKey({ path: { id: ids.join() } }), 'people'),
    queryFn: async () => {
      const asked = ids.map((id) =>
        everyPage((query) => registrationChoicesAppraisers({ path: { id }, query, throwOnError: true })),
      );
      const told = (await Promise.allSettled(asked)).flatMap((list) =>
        list.status === 'fulfilled' ? [list.value] : [],
      );
      return eachOnce(told.length === 0 ? await Promise.all(asked) : told);
    },
  });

/** The team: everybody who could be asked, those who can be chosen first, the others with the reason. */
export const teamOf = <Subject,>(idsOf: (subject: Subject) => readonly string[]): Field<Subject> => ({
  text: 'appraisalTeam',
  Input: ({ subject, ...props }: FieldProps<Subject>) => (
    <FieldFrame {...props}>
      <Team registrationIds={idsOf(subject)} />
    </FieldFrame>
  ),
});

interface TeamProps {
  readonly id?: string;
  readonly registrationIds: readonly string[];
  readonly value?: readonly string[];
  readonly onChange?: (value: readonly string[]) => void;
}

const Team = ({ id, registrationIds, value = [], onChange }: TeamProps) => {
  const { t, language } = useTexts();
  const [sought, setSought] = useState('');
  const appraisers = useAppraisers(registrationIds);
  const found = (person: Appraiser): boolean =>
    folded(`${person.personName ?? ''} ${person.unitName ?? ''}`).includes(folded(sought));
  return (
    <div id={id} className="team" role="group" aria-label={t('fields.appraisalTeam.label')} tabIndex={-1}>
      <Answer of={appraisers}>
        {(people) =>
          people.length === 0 ? (
            <Nothing text={t('appraisal.nobody')} />
          ) : (
            <>
              {people.length >= MANY && (
                <Input
                  aria-label={t('appraisal.seek')}
                  placeholder={t('appraisal.seek')}
                  value={sought}
                  onChange={(event) => setSought(event.target.value)}
                  onPressEnter={(event) => event.preventDefault()}
                />
              )}
              <Checkbox.Group
                value={[...value]}
                onChange={(chosen) => onChange?.(chosen.map(String))}
                className="team-list"
              >
                {people.map((person) => (
                  <div key={person.personId} hidden={!found(person)}>
                    <Checkbox value={person.personId} disabled={!person.eligible}>
                      <span lang="vi">
                        <strong>{person.personName}</strong>, {person.unitName}
                      </span>
                    </Checkbox>
                    {person.sentence && <p className="help team-why">{person.sentence[language]}</p>}
                  </div>
                ))}
              </Checkbox.Group>
            </>
          )
        }
      </Answer>
    </div>
  );
};
