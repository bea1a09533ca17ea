import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The path of the next request. */
  readonly nextPath: () => string;
}

const BODY = JSON.stringify({
  note: 'Đã vận động 42 hộ hiến đất mở rộng đường liên thôn; hoàn thành 1,2 km mặt đường bê tông trong tháng.',
  indicators: [{ name: 'Số hộ tham gia', value: 42, unit: 'hộ' }],
  evidenceIds: [],
});

/** The commands of a round, each answered with success: how many a second, and milliseconds of the slowest hundredth. */
export async function fire(
  { url, headers, nextPath }: Load,
  options: { readonly connections: number; readonly seconds: number; readonly perSecond?: number },
): Promise<{ readonly perSecond: number; readonly p99: number }> {
  let refused: string | undefined;
  const result = await autocannon({
    url,
    connections: options.connections,
    duration: options.seconds,
    ...(options.perSecond === undefined ? {} : { overallRate: options.perSecond }),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: BODY,
        setupRequest: (request) => ({ ...request, path: nextPath() }),
        onResponse: (status, body) => {
          if (status >= 300) refused ??= `${status} ${body}`;
        },
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result['2xx'] === 0)
    throw new Error(`${failed} of ${result.requests.sent} commands failed: ${refused ?? 'no answer'}`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
}
