import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { appendCall } from './append-call.ts';
import { batchAppendCall } from './batch-append-call.ts';
import { featuresCall } from './features-call.ts';
import { gossipCall } from './gossip-call.ts';
import type { NodeContext } from './node-context.ts';
import type { TlsOptions } from './options.ts';
import { readCall } from './read-call.ts';

export const HOST = '127.0.0.1';
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;
const asIs = (bytes: Buffer): Buffer => bytes;

/** A gRPC server on a port. It takes the connections itself, so that it can cut them. */
export class Node {
  readonly port: number;
  private readonly sockets: Map<string, Socket>;
  private readonly listener: Listener;
  private readonly server: Server;

  private constructor(listener: Listener, server: Server, sockets: Map<string, Socket>) {
    this.listener = listener;
    this.server = server;
    this.sockets = sockets;
    this.port = (listener.address() as AddressInfo).port;
  }

  /** `port` 0 takes a free one. `context` is told how to cut a connection before the first call comes. */
  static async listen(
    port: number,
    tls: TlsOptions | undefined,
    context: (cut: (peer: string) => void) => NodeContext,
  ) {
    const sockets = new Map<string, Socket>();
    const server = serverOf(context((peer) => sockets.get(peer)?.destroy()));
    const injector = server.createConnectionInjector(credentials(tls));
    const listener = createServer({ noDelay: true }, (socket) => {
      const peer = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
      sockets.set(peer, socket);
      socket.on('close', () => sockets.delete(peer));
      socket.on('error', () => undefined);
      injector.injectConnection(socket);
    });
    listener.listen(port, HOST);
    await once(listener, 'listening');
    return new Node(listener, server, sockets);
  }

  cutConnections(): void {
    for (const socket of this.sockets.values()) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = once(this.listener, 'close');
    this.listener.close();
    this.cutConnections();
    this.server.forceShutdown();
    await closed;
  }
}

function serverOf(context: NodeContext): Server {
  const server = new Server({
    'grpc.enable_channelz': 0,
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': -1,
  });
  const { StreamsService } = streamsGrpc;
  const encoded = {
    read: { ...StreamsService.read, responseSerialize: asIs },
    append: { ...StreamsService.append, responseSerialize: asIs },
    batchAppend: { ...StreamsService.batchAppend, responseSerialize: asIs },
  };
  const streams = { read: readCall(context), append: appendCall(context), batchAppend: batchAppendCall(context) };
  server.addService(encoded, streams);
  add(server, gossipGrpc.GossipService, { read: gossipCall(context) });
  add(server, featuresGrpc.ServerFeaturesService, { getSupportedMethods: featuresCall(context) });
  return server;
}

function add(server: Server, service: unknown, handlers: unknown): void {
  server.addService(service as ServiceDefinition, handlers as UntypedServiceImplementation);
}

function credentials(tls: TlsOptions | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const pair = { private_key: readFileSync(tls.key), cert_chain: readFileSync(tls.cert) };
  const userCa = tls.userCa === undefined ? null : readFileSync(tls.userCa);
  return ServerCredentials.createSsl(userCa, [pair], userCa !== null);
}
