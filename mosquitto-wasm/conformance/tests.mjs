// Which of upstream's broker tests there are, how many ports each wants, and which are left out.
// The list comes from upstream's own runner in the pinned source, so a test cannot be forgotten silently.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the source tree but not in upstream's parallel list: its Makefile runs the first by itself; the second is run by neither. */
const BESIDE_THE_LIST = [
  // Its helper client is written for upstream's default port and takes no other.
  { name: 'msg_sequence_test.py', ports: 1, needsDefaultPort: true },
  { name: '01-connect-uname-password-success-no-tls.py', ports: 1, needsDefaultPort: false },
];

/**
 * No other test may have the processor meanwhile: the first compares how long two packets take, the others want a message's
 * remaining life in whole seconds and fail, with any broker, when a second ends between two of their packets.
 */
const MEASURES_TIME = [
  '01-connect-575314.py',
  '02-subpub-qos1-message-expiry-retain.py',
  '02-subpub-qos1-message-expiry-will.py',
  '02-subpub-qos1-message-expiry.py',
  '11-message-expiry.py',
];

/** An entry of upstream's list, `(ports, './name.py')`, not commented out. */
const LISTED = /^\s*\((\d+),\s*'\.\/([^']+\.py)'\)/gm;

const readJson = async (name) => JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));

/** Groups of tests that are not run: `{ what, reason, tests }`. */
export const readLeftOut = () => readJson('./leftOut.json');

/** Tests that are run and are known to fail: `{ test, reason }`. */
export const readKnown = () => readJson('./known.json');

/**
 * Reads upstream's list and takes out what is left out.
 * @param {string} brokerTests the folder `test/broker` of the source
 * @returns {Promise<{ run: { name: string, ports: number, needsDefaultPort: boolean, alone: boolean }[], leftOut: string[] }>}
 * @throws when the list cannot be read, or a test that is named as left out does not exist any more
 */
export async function listTests(brokerTests) {
  const source = await readFile(join(brokerTests, 'test.py'), 'utf8');
  const listed = [...source.matchAll(LISTED)].map(([, ports, name]) => ({ name, ports: Number(ports), needsDefaultPort: false }));
  if (listed.length === 0) throw new Error(`No test found in ${join(brokerTests, 'test.py')}: is this Mosquitto's source?`);
  const all = [...BESIDE_THE_LIST, ...listed];
  const leftOut = (await readLeftOut()).flatMap((group) => group.tests);
  const gone = leftOut.filter((name) => !all.some((test) => test.name === name));
  if (gone.length > 0) throw new Error(`conformance/leftOut.json names tests that upstream does not have: ${gone.join(', ')}`);
  const run = all.filter((test) => !leftOut.includes(test.name)).map((test) => ({ ...test, alone: MEASURES_TIME.includes(test.name) }));
  return { run, leftOut };
}
