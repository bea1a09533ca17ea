import type { EvidenceFiles } from '#evidence';
import { openList, UNIT_COLUMNS, UnusableFile, type ListFile } from '#papers';
import type { Import } from '../import.ts';
import { columnsIn } from '../registrations/target.ts';
import type { RowPorts } from '../rows/tools.ts';

/** What opening the list of an import takes. */
export interface Opening {
  readonly ports: Pick<RowPorts, 'rules'>;
  readonly files: Pick<EvidenceFiles, 'locate'>;
}

/** The list of an import, as it was sent. @throws UnusableFile */
export const openImported = async (asked: Import, { ports, files }: Opening): Promise<ListFile> => {
  const path = await files.locate(asked.sha256);
  if (path === undefined)
    throw new UnusableFile('Tệp đã gửi không còn nguyên vẹn: hãy gửi lại.', 'The file is damaged: send it again.');
  const columns = asked.kind === 'units' ? UNIT_COLUMNS : columnsIn(asked, await ports.rules.current());
  const { fileName: name, sheet } = asked;
  return openList(path, columns, { name, ...(sheet === undefined ? {} : { sheet }) });
};
