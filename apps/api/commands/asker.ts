import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actingAs, type ActingAs } from '#identity';
import type { Ports } from './ports.ts';

/** Who asks: under which one of their appointments, if a request says so. */
type Asker = FastifyRequest & { readonly acting?: ActingAs };

/** The request that is being answered. */
const answering = new AsyncLocalStorage<Asker>();

/** Lets {@link portsOfAsker} know who asks, however deep it is called. After the body is read: reading it loses the way. */
export const knowAskers = (server: FastifyInstance): void => {
  server.addHook('preHandler', (request: Asker, _reply, done) => answering.run(request, done));
};

/** The ports as who asks may use them: who said under which appointment has the rights of that one, in all that they ask. */
export const portsOfAsker = <Given extends Pick<Ports, 'directory'>>(
  ports: Given,
  acting: ActingAs | undefined = answering.getStore()?.acting,
): Given => (acting === undefined ? ports : { ...ports, directory: actingAs(ports.directory, acting) });
