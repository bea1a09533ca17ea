import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { registrationChoicesAppraisers } from '../../../shared/api/generated/sdk.gen.ts';
import type { Appraiser, RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import { folded } from '../../../shared/forms/fields.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field } from '../../../shared/forms/form.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing } from '../../../shared/page/page.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** So many and more are searched among. */
const MANY = 12;

/** Who could appraise a registration, to the last of them. */
const useAppraisers = (id: string) =>
  useQuery({
    queryKey: ['appraisers', id],
    queryFn: () => everyPage((query) => registrationChoicesAppraisers({ path: { id }, query, throwOnError: true })),
  });

/** The team: everybody who could be asked, those who can be chosen first, the others with the reason. */
export const teamField: Field<RegistrationDetail> = {
  text: 'appraisalTeam',
  Input: ({ subject, ...props }) => (
    <FieldFrame {...props}>
      <Team registrationId={subject.id} />
    </FieldFrame>
  ),
};

interface TeamProps {
  readonly id?: string;
  readonly registrationId: string;
  readonly value?: readonly string[];
  readonly onChange?: (value: readonly string[]) => void;
}

const Team = ({ id, registrationId, value = [], onChange }: TeamProps) => {
  const { t, language } = useTexts();
  const [sought, setSought] = useState('');
  const appraisers = useAppraisers(registrationId);
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
                {[...people]
                  .sort((left, right) => Number(right.eligible) - Number(left.eligible))
                  .map((person) => (
                    <div key={person.personId} hidden={!found(person)}>
                      <Checkbox value={person.personId} disabled={!person.eligible}>
                        <strong>{person.personName}</strong>, {person.unitName}
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
