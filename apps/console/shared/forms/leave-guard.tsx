import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  readonly when: () => boolean;
  readonly keep: () => void;
  readonly discard: () => void;
}

/** Leaving a form with something typed asks once: keep it for later, throw it away, or stay. */
export const LeaveGuard = ({ when, keep, discard }: Props) => {
  const { t } = useTexts();
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
      title={t('forms.leave.title')}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="stay" onClick={() => blocker.reset?.()}>
          {t('forms.leave.stay')}
        </Button>,
        <Button
          key="discard"
          danger
          onClick={() => {
            discard();
            blocker.proceed?.();
          }}
        >
          {t('forms.leave.discard')}
        </Button>,
        <Button
          key="keep"
          type="primary"
          onClick={() => {
            keep();
            blocker.proceed?.();
          }}
        >
          {t('forms.leave.keep')}
        </Button>,
      ]}
    >
      {t('forms.leave.text')}
    </Modal>
  );
};
