import { openAsBlob } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ApiClient, Answer } from '../client/api-client.ts';
import { Refused } from '../client/refused.ts';

export interface ImportRequest {
  readonly kind: 'units' | 'registrations';
  readonly file: string;
  readonly dryRun: boolean;
  /** For registrations: the cycle, and the unit of rows that name none. */
  readonly cycleId?: string;
  readonly unitId?: string;
  /** The sheet to read; the first one that can be seen when absent. */
  readonly sheet?: string;
}

export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly failed: number;
}

/** An import as the server tells of it. */
export interface ImportStanding {
  readonly id: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly status: 'QUEUED' | 'RUNNING' | 'ENDED' | 'CANCELLED' | 'UNUSABLE';
  readonly done: number;
  readonly total: number | null;
  readonly counts: ImportCounts;
  readonly ignored: readonly string[];
  readonly notices: readonly string[];
  /** Where the log stood when it was over. */
  readonly position: number | null;
}

/** Sends a list to be imported; the server goes on with it whatever becomes of this program. @throws Refused */
export const sendList = async (request: ImportRequest, client: ApiClient): Promise<ImportStanding> => {
  const form = new FormData();
  const { kind, dryRun, cycleId, unitId, sheet } = request;
  for (const [name, value] of Object.entries({ kind, dryRun: String(dryRun), cycleId, unitId, sheet }))
    if (value !== undefined) form.set(name, value);
  form.set('file', await openAsBlob(request.file), basename(request.file).normalize('NFC'));
  return bodyOf(await client.upload<ImportStanding>('/api/imports', form));
};

/** Waits until an import is over. @throws Refused */
export const followImport = async (
  id: string,
  client: ApiClient,
  {
    onProgress,
    pause,
  }: { readonly onProgress: (done: number, total: number) => void; readonly pause: () => Promise<unknown> },
): Promise<ImportStanding> => {
  for (;;) {
    const standing = bodyOf(await client.get<ImportStanding>(`/api/imports/${id}`));
    if (standing.total !== null) onProgress(standing.done, standing.total);
    if (standing.position !== null) client.readAfter(standing.position);
    if (!['QUEUED', 'RUNNING'].includes(standing.status)) return standing;
    await pause();
  }
};

/** Fetches the returned list, and writes it whole or not at all. @throws Refused */
export const saveReturned = async ({ id }: ImportStanding, out: string, client: ApiClient): Promise<void> => {
  const bytes = bodyOf(await client.download(`/api/imports/${id}/file`));
  const beside = `${out}.${id}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, out);
  } finally {
    await rm(beside, { force: true });
  }
};

/** `danh-sach.xlsx` → `danh-sach.ket-qua.xlsx`; a returned file is written over. */
export const returnedName = (file: string): string => {
  const extension = extname(file);
  const stem = file.slice(0, file.length - extension.length).replace(/\.ket-qua$/u, '');
  return `${stem}.ket-qua${extension}`;
};

const bodyOf = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Refused(answer.problem);
  return answer.body;
};
