// npm run bench: builds the benchmark (TypeScript) into one file and runs it, beside a native Mosquitto and in Chromium where they are installed. Options go through: npm run bench -- --json FILE
import { join } from 'node:path';
import { checkNode, ensureBroker, ensureInstalled, ensureSite, root, runNode } from './steps.mjs';

checkNode();
await ensureInstalled();
await ensureBroker();
await ensureSite();
const { build } = await import('vite');
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { external: ['mosquitto-wasm', 'aedes', '@playwright/test', 'sirv', 'vite'] },
  build: { ssr: 'simulations/bench/main.ts', outDir: join(root, '.cache/bench'), emptyOutDir: true, target: 'node20' },
});
process.exitCode = await runNode('.cache/bench/main.js', process.argv.slice(2));
