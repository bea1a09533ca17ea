import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { refusal } from './admission.ts';
import type { Member, NodeContext } from './node-context.ts';

/** `Gossip.Read`: who is in the cluster, who is alive, who leads. */
export function gossipCall(node: NodeContext) {
  return (call: ServerUnaryCall<unknown, ClusterInfo>, callback: sendUnaryData<ClusterInfo>): void => {
    const refused = refusal(node, call.metadata);
    if (refused === 'never') return;
    if (refused !== undefined) callback(refused);
    else callback(null, new gossip.ClusterInfo().setMembersList(node.members().map(memberInfo)));
  };
}

function memberInfo({ instanceId, endpoint, alive, leads }: Member) {
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(instanceId))
    .setTimeStamp(String(Date.now() * 10_000))
    .setState(leads ? LEADER : FOLLOWER)
    .setIsAlive(alive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(endpoint.address).setPort(endpoint.port));
}
