import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import { failureOf, type Failure } from '../api/failure.ts';
import { preferencesViewsOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import type { ViewBody } from '../api/generated/types.gen.ts';
import { FailurePanel } from '../page/failure-panel.tsx';
import { useWho } from '../session.tsx';
import { useTexts } from '../texts/i18n.ts';
import { removeView, saveView, type SavedView } from './views.ts';

/** How a list is shown. */
interface Shown {
  readonly query: string;
  readonly columns: readonly string[];
}

interface Props {
  readonly list: ViewBody['list'];
  /** What the list is narrowed to and sorted by now: empty where it is as it comes. */
  readonly query: string;
  readonly columns: readonly string[];
  readonly show: (view: Shown) => void;
}

const isSame = (one: Shown, other: Shown): boolean =>
  one.query === other.query && one.columns.join() === other.columns.join();

/** Views of a list that were saved; picking one never loses, unasked, how the list is shown now. */
export const ViewBar = ({ list, query, columns, show }: Props) => {
  const { t } = useTexts();
  const queries = useQueryClient();
  const saved = preferencesViewsOptions({ query: { list } });
  const views = useQuery(saved).data?.items ?? [];
  const [failure, setFailure] = useState<Failure>();
  const [wanted, setWanted] = useState<SavedView>();
  const [saving, setSaving] = useState(false);
  const [removed, setRemoved] = useState<SavedView>();
  const now = { query, columns };
  const shown = views.find((view) => isSame(view, now));
  const isUnsaved = shown === undefined && (query !== '' || columns.length > 0);

  const pick = (id: string): void => {
    const view = views.find((each) => each.id === id);
    if (view === undefined) return;
    if (isUnsaved) setWanted(view);
    else show(view);
  };
  const change = async (act: () => Promise<void>): Promise<boolean> => {
    setFailure(undefined);
    setRemoved(undefined);
    try {
      await act();
      return true;
    } catch (thrown) {
      setFailure(failureOf(thrown));
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: saved.queryKey });
    }
  };
  const save = async (name: string, unitId: string | null): Promise<void> => {
    if (!(await change(() => saveView(unitId, { list, name, query, columns: [...columns] })))) return;
    setSaving(false);
    if (wanted) show(wanted);
    setWanted(undefined);
  };
  const remove = async (view: SavedView): Promise<void> => {
    if (await change(() => removeView(view))) setRemoved(view);
  };

  return (
    <div className="views">
      {failure && <FailurePanel failure={failure} />}
      <Space wrap>
        {views.length > 0 && (
          <Select
            aria-label={t('views.pick')}
            placeholder={t('views.pick')}
            value={shown?.id ?? null}
            onChange={pick}
            popupMatchSelectWidth={false}
            className="views-pick"
            options={views.map(({ id, name, unitId }) => ({
              value: id,
              label: unitId === null ? name : t('views.ofUnit', { name }),
            }))}
          />
        )}
        {isUnsaved && !saving && <Button onClick={() => setSaving(true)}>{t('views.save')}</Button>}
        {shown?.mayChange && (
          <Button onClick={() => void remove(shown)}>{t('views.remove', { name: shown.name })}</Button>
        )}
      </Space>
      {removed && (
        <Removed view={removed} restore={() => void change(() => saveView(removed.unitId, { ...removed, list }))} />
      )}
      {wanted && !saving && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('views.unsaved', { name: wanted.name })}
          action={
            <Space wrap>
              <Button onClick={() => setSaving(true)}>{t('views.save')}</Button>
              <Button
                onClick={() => {
                  show(wanted);
                  setWanted(undefined);
                }}
              >
                {t('views.leave')}
              </Button>
              <Button onClick={() => setWanted(undefined)}>{t('forms.leave.stay')}</Button>
            </Space>
          }
        />
      )}
      {saving && <Naming save={save} cancel={() => setSaving(false)} />}
    </div>
  );
};

interface RemovedProps {
  readonly view: SavedView;
  readonly restore: () => void;
}

/** That a view is gone, for whom, and the way back. */
const Removed = ({ view: { name, unitId }, restore }: RemovedProps) => {
  const { t } = useTexts();
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t(unitId === null ? 'views.removed' : 'views.removedOfUnit', { name })}
      action={
        <Button autoFocus onClick={restore}>
          {t('views.restore')}
        </Button>
      }
    />
  );
};

interface NamingProps {
  readonly save: (name: string, unitId: string | null) => Promise<void>;
  readonly cancel: () => void;
}

/** What a view is called, and for whom it is. */
const Naming = ({ save, cancel }: NamingProps) => {
  const { t } = useTexts();
  const { appointments } = useWho();
  const [name, setName] = useState('');
  const [unitId, setUnitId] = useState<string>('');
  const [isSaving, setSaving] = useState(false);
  const keeping = appointments.filter(({ keepsViews }) => keepsViews);
  const units = new Map(keeping.map((each) => [each.unitId, each.unitName ?? each.unitId]));
  const keep = async (): Promise<void> => {
    // Pressed twice it is saved once.
    if (name.trim() === '' || isSaving) return;
    setSaving(true);
    await save(name.trim(), unitId === '' ? null : unitId);
    setSaving(false);
  };
  return (
    <form
      className="views-name"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Input
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        maxLength={100}
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {units.size > 0 && (
        <Radio.Group
          aria-label={t('views.for')}
          value={unitId}
          onChange={({ target }) => setUnitId(String(target.value))}
          options={[
            { value: '', label: t('views.forMe') },
            ...[...units].map(([id, unit]) => ({ value: id, label: t('views.forUnit', { unit }) })),
          ]}
        />
      )}
      <Space>
        <Button type="primary" htmlType="submit" loading={isSaving} disabled={name.trim() === ''}>
          {t('views.keep')}
        </Button>
        <Button onClick={cancel}>{t('forms.back')}</Button>
      </Space>
    </form>
  );
};
