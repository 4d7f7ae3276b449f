import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/** Builds dist/chrome or dist/firefox from the one manifest; `BROWSER` names which. */
const browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';

export default defineConfig({
  publicDir: 'assets',
  plugins: [crx({ manifest: manifest as Parameters<typeof crx>[0]['manifest'], browser })],
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // Pages the manifest does not name have to be named here, or they are not built.
    rollupOptions: {
      input: { panel: 'src/panel/index.html', tab: 'src/panel/tab.html', library: 'src/library/index.html' },
    },
  },
});
