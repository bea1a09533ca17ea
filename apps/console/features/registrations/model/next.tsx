import { useQuery } from '@tanstack/react-query';
import type { Action } from '../../../shared/actions/actions.tsx';
import { NextStep } from '../../../shared/actions/next-step.tsx';
import { modelsOneOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { Returned } from '../returned.tsx';

interface Props {
  readonly model: RegistrationDetail;
  readonly actions: Readonly<Record<string, Action | undefined>> | undefined;
}

/** What comes next with a model, and why it came back where it did. */
export const Next = ({ model, actions }: Props) => {
  const { id, modelId, status, waitsFor } = model;
  const recognized = status === 'RECOGNIZED';
  const file = useQuery({ ...modelsOneOptions({ path: { id: modelId }, query: {} }), enabled: recognized });
  const proposed = recognized && file.data?.commendations.some(({ registrationId }) => registrationId === id);
  return (
    <>
      <NextStep
        of="registration"
        id={id}
        status={proposed ? 'RECOGNIZED_AND_PROPOSED' : status}
        waitsFor={waitsFor}
        actions={actions}
      />
      {status === 'RETURNED' && <Returned of={model} />}
    </>
  );
};
