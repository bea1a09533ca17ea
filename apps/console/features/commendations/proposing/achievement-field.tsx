import { Form } from 'antd';
import { AchievementBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { AchievementBody as Achievement } from '../../../shared/api/generated/types.gen.ts';
import { group } from '../../../shared/forms/composed-fields.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { choice, long } from '../../../shared/forms/fields.tsx';
import type { Field, FieldProps } from '../../../shared/forms/form.ts';
import { ModelSelect } from './model-select.tsx';

const useKind = (path: FieldProps<unknown>['path']): Achievement['kind'] | undefined =>
  Form.useWatch<Achievement['kind'] | undefined>([...path.slice(0, -1), 'kind'], Form.useFormInstance());

/** The recognized model it rests on; whose it is and of which cycle goes with it. */
const modelField: Field<unknown> = {
  text: 'achievementModel',
  Input: (props: FieldProps<unknown>) => {
    const form = Form.useFormInstance();
    if (useKind(props.path) !== 'RECOGNIZED_MODEL') return null;
    return (
      <FieldFrame {...props} required>
        <ModelSelect
          chosen={({ unitId, cycleId, subjectType }) => {
            form.setFieldsValue({ unitId, cycleId });
            if (form.getFieldValue(['recipient', 'type']) === undefined) {
              form.setFieldValue(['recipient', 'type'], subjectType);
            }
          }}
        />
      </FieldFrame>
    );
  },
};

const told = long('achievementDescription', 4);

/** In words, where it rests on no model. */
const descriptionField: Field<unknown> = {
  text: told.text,
  Input: (props: FieldProps<unknown>) => (useKind(props.path) === 'OTHER' ? <told.Input {...props} required /> : null),
};

/** What the reward is for. */
export const achievementField: Field<unknown> = group('achievement', AchievementBody, {
  kind: choice('achievementKind', 'achievementKindNames'),
  registrationId: modelField,
  description: descriptionField,
});
