#!/usr/bin/env node
// Starts the command line (src/cli). In a checkout that was not built yet it builds first, once, with the output on stderr.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (!existsSync(here('../dist/cli/main.js')) && existsSync(here('../build/build.mjs'))) {
  // File descriptor 2 for the build's stdout too: stdout is the broker's.
  const { status } = spawnSync(process.execPath, [here('../build/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

const { main } = await import('../dist/cli/main.js');
await main(process.argv.slice(2));
