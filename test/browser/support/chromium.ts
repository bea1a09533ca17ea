import { existsSync } from 'node:fs';

const found = [process.env.KHEO_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
if (found === undefined) {
  throw new Error('KHEO_CHROMIUM: không có Chromium; cài gói chromium / no Chromium: install the package chromium');
}

/** Debian's Chromium, or whichever `KHEO_CHROMIUM` names. */
export const executablePath = found;
