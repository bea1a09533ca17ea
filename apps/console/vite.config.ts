import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where `npm run dev` has the api. */
const api = process.env.KHEO_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), packed()],
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // Which parts are fetched at first: what `.size-limit.js` bounds.
    manifest: true,
    target: 'baseline-widely-available',
    sourcemap: false,
    // Several chunks are larger than Vite's warning; what counts is the first load, which `npm run size` bounds.
    chunkSizeWarningLimit: 2_000,
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': api, '/health': api } },
});

/** Beside each text file its packed forms, made once: the api hands out whichever a browser takes. */
function packed(): Plugin {
  return {
    name: 'kheo-packed',
    apply: 'build',
    // Once the files are as they will be: until then Vite's marks stand in them.
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => /\.(?:js|css)$/u.test(each))) {
        const source = readFileSync(join(dir, name));
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(join(dir, `${name}.gz`), gzipSync(source, { level: 9 }));
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(source, { params: quality }));
      }
    },
  };
}
