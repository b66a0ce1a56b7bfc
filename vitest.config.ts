import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Two projects: what runs in Node as it is, and components, which want a document.
export default defineConfig({
  plugins: [react()],
  test: {
    // A bound on what hangs, not on what is slow: the machine may be busy with other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['scripts/propertySeed.mjs'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{simulations,content,mosquitto-wasm,scripts}/**/*.test.ts', 'app/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'app', environment: 'jsdom', include: ['app/**/*.test.tsx'], setupFiles: ['app/componentTests.ts'] } },
    ],
  },
});
