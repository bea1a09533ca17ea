import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { refusal } from './admission.ts';
import type { NodeContext } from './node-context.ts';

const VERSION = '23.10.0';
const METHODS: readonly (readonly [service: string, method: string, features: string[]])[] = [
  ['event_store.client.streams.streams', 'read', ['position', 'events']],
  ['event_store.client.streams.streams', 'append', []],
  ['event_store.client.streams.streams', 'batchappend', ['deadline_duration']],
  ['event_store.client.gossip.gossip', 'read', []],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods', []],
];

/** `ServerFeatures.GetSupportedMethods`, in lower case as the server writes it. */
export function featuresCall(node: NodeContext) {
  return (call: ServerUnaryCall<unknown, SupportedMethods>, callback: sendUnaryData<SupportedMethods>): void => {
    const refused = refusal(node, call.metadata);
    if (refused === 'never') return;
    if (refused !== undefined) callback(refused);
    else callback(null, supported());
  };
}

function supported(): SupportedMethods {
  const methods = METHODS.map(([service, method, list]) =>
    new features.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(list),
  );
  return new features.SupportedMethods().setEventStoreServerVersion(VERSION).setMethodsList(methods);
}
