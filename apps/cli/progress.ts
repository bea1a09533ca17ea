/** Shows how far a long work has come: one line that is written over on a terminal, a line every 10 % elsewhere. */
export const progressBar = (label: string): ((done: number, total: number) => void) => {
  let shown = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const step = process.stderr.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === shown) return;
    shown = step;
    const text = `${label}: ${String(percent)} % (${done.toLocaleString('vi')}/${total.toLocaleString('vi')})`;
    process.stderr.write(process.stderr.isTTY ? `\r${text}${percent === 100 ? '\n' : ''}` : `${text}\n`);
  };
};
