import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Arrival } from './mail-sink-process.ts';

/** Takes every mail, keeps only whom it was for and when it came, and tells its parent on request. */
let arrivals: Arrival[] = [];
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData: (stream, { envelope }, done) => {
    stream.on('end', () => {
      arrivals.push({ to: envelope.rcptTo[0]?.address ?? '', at: Date.now() });
      done();
    });
    stream.resume();
  },
});
server.on('error', () => undefined); // of a client that went away

process.on('message', () => {
  process.send?.(arrivals);
  arrivals = [];
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
