// npm run bench: builds the benchmark (TypeScript) into one file and runs it. Options go through: npm run bench -- --json FILE
import { join } from 'node:path';
import { checkNode, ensureBroker, ensureInstalled, root, runNode } from './steps.mjs';

checkNode();
await ensureInstalled();
await ensureBroker();
const { build } = await import('vite');
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { external: ['mosquitto-wasm', 'aedes'] },
  build: { ssr: 'simulations/bench/main.ts', outDir: join(root, '.cache/bench'), emptyOutDir: true, target: 'node20' },
});
process.exitCode = await runNode('.cache/bench/main.js', process.argv.slice(2));
