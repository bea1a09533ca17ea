import type { Metadata, ServiceError } from '@grpc/grpc-js';
import { notLeader, unauthenticated, unavailable } from './errors.ts';
import { requiresLeader, type NodeContext } from './node-context.ts';

/** Who calls: a user, nobody, or somebody with a wrong password. */
export type Caller = 'user' | 'anonymous' | 'wrong';

/** Basic credentials, as the server's authentication reads them. An insecure server takes everybody for an admin. */
export function callerOf({ users }: NodeContext, metadata: Metadata): Caller {
  if (users === undefined) return 'user';
  const [header] = metadata.get('authorization');
  if (header === undefined) return 'anonymous';
  const [, encoded = ''] = String(header).split(' ');
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return Object.hasOwn(users, name) && users[name] === password.join(':') ? 'user' : 'wrong';
}

/** Why a call is refused before anything is looked at; `'never'` when it gets no answer at all. */
export function refusal(node: NodeContext, metadata: Metadata): ServiceError | 'never' | undefined {
  if (node.faults.halfOpen) return 'never';
  if (node.faults.refuse) return unavailable('Server Is Not Ready');
  if (callerOf(node, metadata) === 'wrong') return unauthenticated();
  if (!requiresLeader(metadata) || node.leads()) return undefined;
  const leader = node.leader();
  return leader === undefined ? unavailable('Server Is Not Ready') : notLeader(leader.address, leader.port);
}
