import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  readonly when: () => boolean;
  readonly keep: () => void;
  readonly discard: () => void;
  /** What leaving would stop, while something is being done. */
  readonly running?: string | undefined;
}

/** Leaving a form with something typed asks once: keep it for later, throw it away, or stay; so does stopping what runs. */
export const LeaveGuard = ({ when: isDirty, keep, discard, running }: Props) => {
  const { t } = useTexts();
  const when = (): boolean => running !== undefined || isDirty();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (when()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  });
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={running === undefined ? t('forms.leave.title') : t('forms.leave.running')}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="stay" onClick={() => blocker.reset?.()}>
          {t('forms.leave.stay')}
        </Button>,
        running === undefined && (
          <Button
            key="discard"
            danger
            onClick={() => {
              discard();
              blocker.proceed?.();
            }}
          >
            {t('forms.leave.discard')}
          </Button>
        ),
        <Button
          key="keep"
          type="primary"
          onClick={() => {
            keep();
            blocker.proceed?.();
          }}
        >
          {running === undefined ? t('forms.leave.keep') : t('forms.leave.stop')}
        </Button>,
      ]}
    >
      {running ?? t('forms.leave.text')}
    </Modal>
  );
};
