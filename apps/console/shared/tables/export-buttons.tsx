import { Button } from 'antd';
import { useState } from 'react';
import { actingHeaders } from '../acting.ts';
import { noteFailure } from '../api/client.ts';
import { failureOf, isProblem, Unreachable, type Failure } from '../api/failure.ts';
import { FailurePanel } from '../page/failure-panel.tsx';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  /** Address of the list: `/api/decisions`. */
  readonly of: string;
  /** The filters that are shown; page and size are no part of an export. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

const FORMATS = ['xlsx', 'csv'] as const;

/** The whole list as it is filtered, as a file in the language of the screen. */
export const ExportButtons = ({ of: list, query }: Props) => {
  const { t, language } = useTexts();
  const [fetching, setFetching] = useState<string>();
  const [failure, setFailure] = useState<Failure>();

  const take = async (format: string): Promise<void> => {
    setFetching(format);
    setFailure(undefined);
    try {
      const asked = new URLSearchParams({ format });
      for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
      const answer = await fetch(`${list}?${asked}`, { headers: { 'Accept-Language': language, ...actingHeaders() } });
      if (!answer.ok) throw await refusalOf(answer);
      save(await answer.blob(), fileName(answer.headers.get('Content-Disposition')) ?? `kheo.${format}`);
    } catch (thrown) {
      const why = failureOf(thrown);
      noteFailure(why);
      setFailure(why);
    } finally {
      setFetching(undefined);
    }
  };

  return (
    <div className="exports">
      {FORMATS.map((format) => (
        <Button key={format} loading={fetching === format} onClick={() => void take(format)}>
          {t(`tables.export.${format}`)}
        </Button>
      ))}
      {failure && <FailurePanel failure={failure} />}
    </div>
  );
};

const refusalOf = async (answer: Response): Promise<unknown> => {
  const said: unknown = await answer.json().catch(() => undefined);
  return isProblem(said) ? said : new Unreachable(String(answer.status));
};

/** RFC 6266: the name with its marks, else the plain one. */
const fileName = (disposition: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  return encoded === undefined ? /filename="?([^";]+)/iu.exec(disposition ?? '')?.[1] : decodeURIComponent(encoded);
};

const save = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
