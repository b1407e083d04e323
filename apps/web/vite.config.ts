import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** The web application, built to `dist/public`, which the API serves; `vite` alone serves it for development and forwards `/api`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['@matchwatch/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist/public',
    emptyOutDir: true,
    // Nothing is inlined, so that a policy of `default-src 'self'` holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4310' } },
});
