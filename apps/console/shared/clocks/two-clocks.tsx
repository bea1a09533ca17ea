import { Alert, Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { useId, useState } from 'react';
import { day, instant } from '../dates/dates.ts';
import { Day } from '../forms/day.tsx';
import { useTexts } from '../texts/i18n.ts';
import type { Clocks } from './use-clocks.ts';

dayjs.extend(customParseFormat);

interface Props {
  readonly clocks: Clocks;
  readonly turn: (to: Clocks) => void;
}

const SHOWN = 'DD/MM/YYYY HH:mm';

/** Asks for both clocks: what was in force, and what was recorded by then. The hours are those of Vietnam. */
export const TwoClocks = ({ clocks, turn }: Props) => {
  const { t } = useTexts();
  const id = useId();
  const [set, setClocks] = useState(clocks);
  return (
    <details className="clocks" open={Boolean(clocks.asOf ?? clocks.knownAt)}>
      <summary>{t('model.clocks.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          turn(set);
        }}
      >
        <label htmlFor={`${id}-as-of`}>
          {t('model.clocks.asOf')}
          <Day
            id={`${id}-as-of`}
            {...(set.asOf === undefined ? {} : { value: set.asOf })}
            onChange={(asOf) => setClocks({ ...set, ...{ asOf } })}
          />
        </label>
        <label htmlFor={`${id}-known-at`}>
          {t('model.clocks.knownAt')}
          <DatePicker
            id={`${id}-known-at`}
            showTime={{ format: 'HH:mm' }}
            format={SHOWN}
            placeholder="dd/mm/yyyy hh:mm"
            value={isRead(set.knownAt) ? dayjs(instant(set.knownAt), SHOWN) : null}
            onChange={(chosen) =>
              setClocks({
                ...set,
                knownAt: chosen ? new Date(`${chosen.format('YYYY-MM-DDTHH:mm')}:00+07:00`).toISOString() : undefined,
              })
            }
          />
        </label>
        <Button htmlType="submit">{t('model.clocks.show')}</Button>
      </form>
    </details>
  );
};

/** An address may hold anything; what is no day and no instant is told by whoever was asked for it. */
const isRead = (time: string | undefined): time is string => !Number.isNaN(Date.parse(time ?? ''));

/** That the page is not of now: said at its top, with the way back. */
export const PastBanner = ({ clocks, turn }: Props) => {
  const { t } = useTexts();
  const said = [
    isRead(clocks.asOf) && t('model.clocks.asOfSaid', { on: day(clocks.asOf) }),
    isRead(clocks.knownAt) && t('model.clocks.knownSaid', { when: instant(clocks.knownAt) }),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="past"
      title={`${t('model.clocks.past')}: ${said.join(', ')}. ${t('model.clocks.noActs')}`}
      action={<Button onClick={() => turn({})}>{t('model.clocks.now')}</Button>}
    />
  );
};
