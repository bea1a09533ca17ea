// A bare server of server-sent events: `bare-sse-server <port>`. Each body posted to /send goes to every stream as it is.
import { createServer, type ServerResponse } from 'node:http';

const streams = new Set<ServerResponse>();

createServer((request, response) => {
  if (request.url === '/stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  } else if (request.url === '/send') {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      for (const stream of streams) stream.write(bytes);
      response.end();
    });
  } else response.end();
}).listen(Number(process.argv[2]), '127.0.0.1');
