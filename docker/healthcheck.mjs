// Exit code 0 when the program in this container answers that it is ready, 1 when it does not. `live` as the first
// argument asks only whether it runs.
const { KHEO_HEALTH_PORT, KHEO_PORT } = process.env;
const port = KHEO_HEALTH_PORT || KHEO_PORT || '3000'; // the api answers on its own port, the others on one for this alone
const question = process.argv[2] === 'live' ? 'live' : 'ready';

try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/${question}`, { signal: AbortSignal.timeout(4000) });
  if (!answer.ok) {
    process.stderr.write(`${question}: ${answer.status} ${await answer.text()}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${question}: ${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
