import { Radio } from 'antd';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field, FieldProps } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** For it or against it: neither is where one begins. */
export const councilField: Field<unknown> = {
  text: 'councilFavourable',
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    return (
      <FieldFrame {...props}>
        <Radio.Group
          options={[
            { value: true, label: t('commendations.favourable') },
            { value: false, label: t('commendations.unfavourable') },
          ]}
        />
      </FieldFrame>
    );
  },
};
