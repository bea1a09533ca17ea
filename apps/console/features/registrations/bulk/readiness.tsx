import { Alert } from 'antd';
import { WhyNot, type Action } from '../../../shared/actions/actions.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly count: number;
  /** Of those that were asked about, by id. */
  readonly told: ReadonlyMap<string, Action>;
}

/** Before anything is typed: to how many it can be done now, and why not to the others, as the api says of the first. */
export const Readiness = ({ count, told }: Props) => {
  const { t } = useTexts();
  const answers = [...told.values()];
  const closed = answers.filter(({ allowed }) => !allowed);
  const [first] = closed;
  if (first === undefined) return null;
  const can = answers.length - closed.length;
  return (
    <Alert
      type="warning"
      showIcon
      className="remark"
      title={
        answers.length < count
          ? t('bulk.readyOfFirst', { can, cannot: closed.length, count: answers.length })
          : t('bulk.ready', { can, cannot: closed.length })
      }
      description={<WhyNot action={first} />}
    />
  );
};
