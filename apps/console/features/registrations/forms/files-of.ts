import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import type { Uploaded } from '../../../shared/api/upload.ts';

/** The files that a registration rests on already, each once. */
export const filesOf = ({ dossier }: Pick<RegistrationDetail, 'dossier'>): readonly Uploaded[] => {
  const files = dossier?.files ?? [];
  return [...new Map(files.map(({ evidenceId: id, fileName, kind }) => [id, { id, fileName, kind }])).values()];
};
