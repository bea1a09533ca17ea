import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { registrationsQueriesActionsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { long } from '../../../shared/forms/fields.tsx';
import type { Field } from '../../../shared/forms/form.ts';

const lateReason = long('lateReason');

/** Asked for where the api says that it is late; what was typed before the deadline was moved stays to be seen. */
export const lateReasonWhereLate: Field<RegistrationDetail> = {
  ...lateReason,
  Input: (props) => {
    const { data } = useQuery(registrationsQueriesActionsOptions({ path: { id: props.subject.id } }));
    const typed: unknown = Form.useWatch([...props.path], { form: Form.useFormInstance(), preserve: true });
    const handingIn = data?.SubmitRegistration;
    const isLate = handingIn?.allowed === true && handingIn.remark?.field === 'lateReason';
    return isLate || typed ? <lateReason.Input {...props} required={isLate} /> : null;
  },
};
