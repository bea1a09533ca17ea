/** Runs steps that need nothing of each other two at a time, each as soon as there is room for it. */
export async function runTwoAtATime(steps) {
  const waiting = steps.values();
  const results = await Promise.all([runInTurn(waiting), runInTurn(waiting)]);
  return results.flat();
}

/** Takes one step after another, until none is left. */
export async function runInTurn(waiting) {
  const results = [];
  for (const step of waiting) {
    const started = Date.now();
    const result = await step.run();
    tell(result, (Date.now() - started) / 1000);
    results.push(result);
  }
  return results;
}

function tell({ name, passed, failed, output, note }, seconds) {
  if (failed > 0) console.log(output);
  const mark = failed > 0 ? '✗' : '✓';
  const remark = note ? ` (${note})` : '';
  console.log(`${mark} ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${remark}`);
}

/** Prints the total as the last line and sets the exit code. */
export function conclude(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = results.filter((result) => result.failed > 0).map((result) => result.name);
  if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}
