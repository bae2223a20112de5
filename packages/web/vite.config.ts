import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';
import { arrangementsApi } from './testing/arrangements-api.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), arrangementsApi(), precompress()],
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    // Browsers that know `light-dark()`, on which the colours rest.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    rolldownOptions: {
      // The kernel is pure: what a page does not use of it, it does not load.
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/kernel/') },
    },
  },
  worker: { format: 'es' },
});
