import { useQuery, useQueryClient } from '@tanstack/react-query';
import { preferencesSettingsOptions, preferencesSettingsQueryKey } from '../api/generated/@tanstack/react-query.gen.ts';
import { preferencesSaveSettings } from '../api/generated/sdk.gen.ts';
import type { Settings, SettingsBody } from '../api/generated/types.gen.ts';

/** How the person likes to see things, kept by the api: the language, the columns of each list. */
export const useSettings = () => {
  const queries = useQueryClient();
  const { data } = useQuery({ ...preferencesSettingsOptions(), staleTime: Number.POSITIVE_INFINITY });
  const change = async (changed: (now: Settings) => Partial<Settings>): Promise<void> => {
    const now = await queries.query({ ...preferencesSettingsOptions(), staleTime: 'static' });
    const { language, columns } = { ...now, ...changed(now) };
    const body = { columns, ...(language === null ? {} : { language }) } as SettingsBody;
    const { data: saved } = await preferencesSaveSettings({ body, throwOnError: true });
    queries.setQueryData(preferencesSettingsQueryKey(), saved);
  };
  return { settings: data, change };
};
