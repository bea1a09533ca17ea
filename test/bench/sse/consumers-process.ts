// Consumers of server-sent events: `consumers-process <url> <headers> <count>`. Told an id, it answers when all have it.
import { Agent, get } from 'node:http';

const [url = '', headers = '{}', count = '1'] = process.argv.slice(2);
const agent = new Agent({ maxSockets: Infinity });
const last = new Map<number, number>();
let wanted = Infinity;
let opened = 0;

for (let number = 0; number < Number(count); number += 1) {
  get(url, { agent, headers: JSON.parse(headers) as Record<string, string> }, (response) => {
    if (response.statusCode !== 200) throw new Error(`a stream was answered ${response.statusCode}`);
    let rest = '';
    response.setEncoding('latin1').on('data', (chunk: string) => {
      if (!last.has(number)) {
        last.set(number, 0);
        opened += 1;
        if (opened === Number(count)) process.send?.('open');
      }
      const text = rest + chunk;
      const at = text.lastIndexOf('\nid: ');
      const end = text.indexOf('\n', at + 1);
      if (at >= 0 && end > at) last.set(number, Number(text.slice(at + 5, end)));
      rest = text.slice(-40);
      tell();
    });
  });
}

process.on('message', (id: number) => {
  wanted = id;
  tell();
});

function tell(): void {
  for (const id of last.values()) if (id < wanted) return;
  wanted = Infinity;
  process.send?.('there');
}
