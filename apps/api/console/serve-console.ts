import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sendProblem } from '../http/answer/problem.filter.ts';
import { isOwnPath } from '../http/server/addresses.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR = 'public, max-age=31536000, immutable';

/** The console as it was built, beside the programs of the same build; programs that run from their sources have none. */
export const builtConsole = (programs: string): string | undefined => {
  const folder = join(programs, '../console');
  return existsSync(join(folder, 'assets')) ? folder : undefined;
};

/**
 * Serves the console: its parts, whose names change with their content, are kept by browsers for a year; its page is
 * never kept, and stands at every address that is nobody else's, as the console knows its own.
 *
 * @param folder where `npm run build` put it
 * @throws Error when it is not there
 */
export const serveConsole = async (server: FastifyInstance, folder: string): Promise<void> => {
  const page = join(folder, 'index.html');
  await readFile(page);
  const icon = await readFile(join(folder, 'icon.svg'));
  // Only where there is a console to serve; Jest cannot load it beside its parts.
  const { default: files } = await import('@fastify/static');
  await server.register(async (parts) => {
    // Whatever is wrong with how a part is asked for, it is not there.
    parts.setErrorHandler((_error, request, reply) => sendProblem(new Refusal('not-found'), request, reply));
    await parts.register(files, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      decorateReply: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply) => {
        reply.header('cache-control', YEAR);
      },
    });
  });
  server.get('/icon.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));
  // Read anew each time: it names the parts of the build that is there now.
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/'] = request.url.split('?');
    if (!isOwnPath(path)) return reply.type('text/html; charset=utf-8').send(await readFile(page));
    reply.callNotFound();
    return reply;
  });
};
