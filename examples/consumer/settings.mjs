/** Reads the settings; every one that is wrong is named at once, and the program ends. */
export function readSettings(env) {
  const faults = [];
  const url = URL.canParse(env.KHEO_URL ?? '') ? new URL(env.KHEO_URL) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol))
    faults.push(
      'KHEO_URL: cần địa chỉ http hoặc https của Khéo · must be the http or https address of Khéo, e.g. http://127.0.0.1:3000',
    );
  const apiKey = env.KHEO_API_KEY ?? '';
  if (!/^[\w-]{20,200}$/u.test(apiKey))
    faults.push('KHEO_API_KEY: cần khóa API có quyền "feed" · must be an API key with the scope "feed"');
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(2);
  }
  return { url: url.href.replace(/\/$/u, ''), apiKey, file: env.KHEO_FILE || 'recognized-models.sqlite' };
}
