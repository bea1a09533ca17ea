import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  commendationsQueriesRequirementsOptions,
  evidenceOneOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { EvidenceKind } from '../../../shared/api/upload.ts';
import { useFiles } from '../../../shared/forms/use-files.ts';
import { Files } from '../../../shared/forms/evidence-field.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field, FieldProps } from '../../../shared/forms/form.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { capital } from '../../../shared/texts/capital.ts';
import { useTexts, type Sentence } from '../../../shared/texts/i18n.ts';

interface Required {
  readonly kind: EvidenceKind;
  readonly name: Sentence;
}

/** What else may be in it. */
const OTHERS: readonly EvidenceKind[] = ['RESULT_REPORT', 'PHOTO', 'CONFIRMATION', 'DECISION', 'OTHER'];

/** The dossier by kinds of documents: those that the law asks for have their own place, and what is missing is said. */
export const dossierField = <Subject,>(useUnit: (subject: Subject) => string | undefined): Field<Subject> => ({
  text: 'dossier',
  Input: (props: FieldProps<Subject>) => {
    const { t, language } = useTexts();
    const unitId = useUnit(props.subject);
    const asked = useQuery({
      ...commendationsQueriesRequirementsOptions(),
      staleTime: Number.POSITIVE_INFINITY,
    });
    const queries = useQueryClient();
    const kindOf = async (id: string): Promise<EvidenceKind> =>
      (await queries.query({ ...evidenceOneOptions({ path: { id } }), staleTime: Number.POSITIVE_INFINITY })).kind;
    const check = async (_: unknown, ids: readonly string[] = []): Promise<void> => {
      const there = new Set(await Promise.all(ids.map(kindOf)));
      const missing = (asked.data?.documents ?? []).filter(({ kind }) => !there.has(kind));
      if (missing.length === 0) return;
      const names = missing.map(({ name }) => name[language]).join(', ');
      throw new Error(t('commendations.propose.missing', { kinds: names }));
    };
    return (
      <FieldFrame {...props} rules={[{ validator: check }]}>
        <Dossier asked={asked} unitId={unitId} />
      </FieldFrame>
    );
  },
});

interface DossierProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
  readonly asked: Parameters<typeof Answer<{ readonly documents: readonly Required[] }>>[0]['of'];
  readonly unitId: string | undefined;
}

const Dossier = ({ id, value = [], onChange, asked, unitId }: DossierProps) => {
  const { t, language } = useTexts();
  const known = useFiles(value);
  const [added, setAdded] = useState<Readonly<Record<string, EvidenceKind>>>({});
  const kinds: Readonly<Record<string, EvidenceKind>> = {
    ...added,
    ...Object.fromEntries(known.map((file) => [file.id, file.kind])),
  };
  if (unitId === undefined) return <p className="help">{t('commendations.propose.unitFirst')}</p>;
  const change = (before: readonly string[], after: readonly string[], kind: EvidenceKind): void => {
    const fresh = Object.fromEntries(after.filter((one) => kinds[one] === undefined).map((one) => [one, kind]));
    setAdded((all) => ({ ...all, ...fresh }));
    onChange?.([...value.filter((one) => !before.includes(one)), ...after]);
  };
  return (
    <Answer of={asked}>
      {({ documents }) => {
        const own = documents.map(({ kind }) => kind);
        const rest = value.filter((one) => {
          const kind = kinds[one];
          return kind === undefined || !own.includes(kind);
        });
        return (
          <div id={id} className="dossier" tabIndex={-1}>
            {documents.map(({ kind, name }) => {
              const mine = value.filter((one) => kinds[one] === kind);
              return (
                <section key={kind} aria-label={name[language]}>
                  <h2 className="small">
                    {capital(name[language])} <span className="help">({t('commendations.propose.required')})</span>
                  </h2>
                  <Slot label={capital(name[language])} kinds={[kind]} ids={mine} {...{ unitId, known, change }} />
                </section>
              );
            })}
            <section aria-label={t('commendations.propose.others')}>
              <h2 className="small">{t('commendations.propose.others')}</h2>
              <Slot
                label={t('commendations.propose.others')}
                kinds={OTHERS}
                ids={rest}
                {...{ unitId, known, change }}
              />
            </section>
          </div>
        );
      }}
    </Answer>
  );
};

interface SlotProps {
  readonly label: string;
  readonly kinds: readonly EvidenceKind[];
  readonly ids: readonly string[];
  readonly unitId: string;
  readonly known: ReturnType<typeof useFiles>;
  readonly change: (before: readonly string[], after: readonly string[], kind: EvidenceKind) => void;
}

const Slot = ({ label, kinds, ids, unitId, known, change }: SlotProps) => (
  <Files
    {...{ label, unitId, kinds }}
    several
    value={ids}
    there={known.filter((file) => ids.includes(file.id))}
    onChange={(after) => change(ids, [after ?? []].flat(), kinds[0] ?? 'OTHER')}
  />
);
