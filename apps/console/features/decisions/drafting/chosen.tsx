import { Button, Input, Select, type TableColumnType } from 'antd';
import { useState } from 'react';
import type { DecisionCandidate, DecisionDraftBody, ItemBody } from '../../../shared/api/generated/types.gen.ts';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { WholeTable } from '../../../shared/tables/whole-table.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { namesOf, withReason } from './items.ts';
import { reasonsOf } from './reasons.ts';

interface Props {
  readonly act: DecisionDraftBody['act'];
  readonly candidates: readonly DecisionCandidate[];
  readonly chosen: readonly ItemBody[];
  readonly change: (items: readonly ItemBody[]) => void;
}

/** What each item says of why, where the act asks it; one reason may serve for all. */
export const Chosen = ({ act, candidates, chosen, change }: Props) => {
  const { t } = useTexts();
  const [same, setSame] = useState('');
  const asked = reasonsOf(act);
  if (asked === 'NONE') return null;
  const names = namesOf(candidates);
  const nameOf = (id: string): string => names.get(id) ?? '…';
  const say = (id: string, reason: string): void =>
    change(chosen.map((item) => (item.id === id ? { ...item, reason } : item)));
  const reasonText = t(asked === 'GROUND' ? 'decisions.draft.ground' : 'decisions.draft.reason');
  const columns: TableColumnType<ItemBody>[] = [
    { title: t('decisions.draft.name'), width: '35%', render: (_, { id }) => nameOf(id), ...IN_VIETNAMESE },
    {
      title: reasonText,
      render: (_, { id, reason = '' }) => (
        <Reason
          asked={asked}
          label={t('decisions.draft.reasonOf', { name: nameOf(id) })}
          placeholder={reasonText}
          reason={reason}
          say={(said) => say(id, said)}
        />
      ),
    },
    {
      title: t('decisions.draft.removeShort'),
      width: '5rem',
      render: (_, { id }) => (
        <Button
          size="small"
          aria-label={t('decisions.draft.remove', { name: nameOf(id) })}
          onClick={() => change(chosen.filter((item) => item.id !== id))}
        >
          {t('decisions.draft.removeShort')}
        </Button>
      ),
    },
  ];
  return (
    <section aria-label={t('decisions.draft.reasons')}>
      <h2 className="small">{t('decisions.draft.reasons')}</h2>
      <div className="same-reason">
        <Reason
          asked={asked}
          label={t('decisions.draft.sameReason')}
          placeholder={t('decisions.draft.sameReason')}
          reason={same}
          say={setSame}
        />
        <Button disabled={same.trim() === ''} onClick={() => change(withReason(chosen, same))}>
          {t('decisions.draft.apply')}
        </Button>
      </div>
      <WholeTable caption={t('decisions.draft.reasons')} rows={chosen} rowKey="id" columns={columns} size={10} />
    </section>
  );
};

interface ReasonProps {
  readonly asked: 'TEXT' | 'GROUND';
  readonly label: string;
  readonly placeholder: string;
  readonly reason: string;
  readonly say: (reason: string) => void;
}

const Reason = ({ asked, label, placeholder, reason, say }: ReasonProps) => {
  const { t } = useTexts();
  if (asked === 'GROUND') {
    return (
      <Select
        className="full"
        aria-label={label}
        placeholder={placeholder}
        value={reason === '' ? null : reason}
        onChange={(chosen: string | null) => say(chosen ?? '')}
        options={Object.entries(t('decisions.grounds', { returnObjects: true })).map(([value, name]) => ({
          value,
          label: name,
        }))}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      value={reason}
      maxLength={4000}
      onChange={({ target }) => say(target.value)}
      onPressEnter={(event) => event.preventDefault()}
    />
  );
};
