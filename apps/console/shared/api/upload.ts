import { actingHeaders } from '../acting.ts';
import { noteFailure } from './client.ts';
import { isProblem, Unreachable } from './failure.ts';
import type { Evidence } from './generated/types.gen.ts';
import i18next from 'i18next';

export type EvidenceKind = Evidence['kind'];

/** A file that the api has. */
export interface Uploaded {
  readonly id: string;
  readonly fileName: string;
  readonly kind: EvidenceKind;
}

interface Sent {
  readonly unitId: string;
  readonly kind: EvidenceKind;
  readonly file: File;
  /** How much of it has gone, in percent. */
  readonly progress: (percent: number) => void;
}

/**
 * Sends a file; `fetch` does not tell how far it is.
 *
 * @throws Problem what the api refuses, Unreachable without an answer
 */
export const upload = ({ unitId, kind, file, progress }: Sent): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('unitId', unitId);
    body.append('kind', kind);
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/evidence');
    request.setRequestHeader('X-Kheo-Client', 'console');
    request.setRequestHeader('Accept-Language', i18next.language);
    for (const [name, value] of Object.entries(actingHeaders())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded * 100) / total));
    request.onerror = () => reject(new Unreachable());
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) {
        resolve({ id: (answer as { readonly id: string }).id, fileName: file.name, kind });
        return;
      }
      const failure = isProblem(answer) ? Object.assign(new Error(answer.detail), answer) : new Unreachable();
      noteFailure(failure);
      reject(failure);
    };
    request.send(body);
  });
