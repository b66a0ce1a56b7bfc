// A scratch copy of upstream's tests beside a launcher named as upstream's binary, since the tests start `../../src/mosquitto`.
// The source itself is never touched. One folder a run, so that two runs do not meet.
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * @param {{ source: string, scratch: string, broker: string[] }} options the source tree, an ignored folder, and the command that starts the broker
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>} `folder` is where the tests want to be run
 */
export async function makeWorkspace({ source, scratch, broker }) {
  await mkdir(scratch, { recursive: true });
  const root = await mkdtemp(join(scratch, 'run-'));
  await cp(join(source, 'test'), join(root, 'test'), { recursive: true });
  await mkdir(join(root, 'src'));
  const launcher = join(root, 'src', 'mosquitto');
  // `exec` keeps the process id: the tests send their signals to it.
  await writeFile(launcher, `#!/bin/sh\nexec ${broker.map(quote).join(' ')} "$@"\n`);
  await chmod(launcher, 0o755);
  // A native broker that is started by root becomes another user, who must be able to write its files here.
  for (const open of [root, join(root, 'test', 'broker')]) await chmod(open, 0o777);
  return { folder: join(root, 'test', 'broker'), remove: () => rm(root, { recursive: true, force: true }) };
}
