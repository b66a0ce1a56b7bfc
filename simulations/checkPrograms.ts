// The programs' checker: shape and ranges of program.ts, what the library can do, and what fits into the memory of the chip.
import * as v from 'valibot';
import { willMessage } from './checkScript.ts';
import { problemOf, publishingProblemOf } from './devices/clients/refusals.ts';
import { isMacAddress } from './devices/identity.ts';
import { bufferFit } from './devices/offlineBuffer.ts';
import { recordBytes } from './devices/program/readings.ts';
import { instant, link, name, number, protocolVersion, qos, text, topicFilter, topicName, truth, whole } from './fieldSchemas.ts';
import type { ProgramScenario } from './program.ts';
import type { Problem, Scenario } from './scenario.ts';

const HOUR_MS = 3_600_000;
const expiry = v.nullable(whole(0, 0xffff_ffff));

const clientId = v.variant(
  'from',
  [
    v.object({ from: v.literal('fixed'), text }),
    v.object({
      from: v.literal('mac'),
      prefix: text,
      form: v.picklist(['wholeMac', 'efuseReversed', 'lastThreeBytes', 'firstThreeBytes'], 'must be a form that is known'),
    }),
    v.object({
      from: v.literal('random'),
      prefix: text,
      hexDigits: whole(1, 16),
      drawn: v.picklist(['everyStart', 'everyConnection'], 'must be everyStart or everyConnection'),
    }),
    v.object({ from: v.literal('library') }),
  ],
  'must be fixed, mac, random or library',
);

const reconnect = v.variant(
  'kind',
  [
    v.object({ kind: v.picklist(['library', 'never', 'now']) }),
    v.object({ kind: v.literal('fixed'), waitMs: number(1, HOUR_MS) }),
    v.object({
      kind: v.literal('backoff'),
      baseMs: number(1, HOUR_MS),
      capMs: number(1, HOUR_MS),
      jitter: v.picklist(['none', 'full', 'equal'], 'must be none, full or equal'),
    }),
  ],
  'must be library, never, now, fixed or backoff',
);

const runsOn = v.variant(
  'hardware',
  [
    v.object({ hardware: v.literal('computer') }),
    v.object({
      hardware: v.literal('esp32'),
      macAddress: v.pipe(text, v.check(isMacAddress, 'must be six bytes in hex, such as 24:0a:c4:00:00:01')),
      join: v.picklist(['fullScan', 'knownChannel', 'everythingKept'], 'must be fullScan, knownChannel or everythingKept'),
    }),
  ],
  'must be computer or esp32',
);

const publishing = v.object({
  topicName,
  payload: text,
  qos,
  retain: v.optional(truth),
  firstAfterMs: number(0, HOUR_MS),
  everyMs: number(10, HOUR_MS),
  count: whole(1, 10_000),
});

export const programs = v.array(
  v.object({
    name,
    protocolVersion,
    link,
    library: v.picklist(['pubSubClient', 'espMqtt', 'pahoPython', 'mosquittoSub', 'mqttJs'], 'must be a library that is known'),
    runsOn,
    clientId,
    cleanStart: v.union([truth, v.literal('library')], 'must be true, false or library'),
    sessionExpirySeconds: expiry,
    keepAliveSeconds: v.nullable(whole(0, 65_535)),
    willMessage: v.optional(willMessage),
    wipesAtStart: truth,
    subscriptions: v.array(v.object({ topicFilter, qos })),
    subscribes: v.picklist(['everyConnection', 'newSession', 'everyStart', 'once'], 'must be a habit that is known'),
    publishing: v.nullable(publishing),
    reconnect,
    offlineBuffer: v.nullable(
      v.object({
        place: v.picklist(['ram', 'rtc', 'flash'], 'must be ram, rtc or flash'),
        slots: whole(1, 10_000),
        whenFull: v.picklist(['dropOldest', 'dropNewest', 'refuse'], 'must be dropOldest, dropNewest or refuse'),
        drainEveryMs: number(0, 60_000),
      }),
    ),
    sleep: v.nullable(
      v.object({
        sleepMs: number(1_000, 24 * HOUR_MS),
        listenMs: number(0, 600_000),
        awakeAtMostMs: number(1_000, 600_000),
        saysGoodbye: truth,
      }),
    ),
    startsAtMs: instant,
  }),
);

/** What the shape alone does not tell; for programs of the right shape. */
export function programProblems({ programs: candidates = [] }: Scenario): Problem[] {
  return candidates.flatMap((program, index) =>
    problemsOf(program).map(({ path, problem }) => ({ path: `programs.${index}.${path}`, problem })),
  );
}

function problemsOf(program: ProgramScenario): Problem[] {
  const { library, clientId: id, runsOn: hardware, reconnect: rule, offlineBuffer, publishing: what } = program;
  const refused = [problemOf(library, program, givenId(id)), what === null ? null : publishingProblemOf(library)];
  const problems: Problem[] = refused.filter((problem) => problem !== null);
  if (id.from === 'mac' && hardware.hardware !== 'esp32')
    problems.push({ path: 'clientId', problem: 'only an ESP32 has its MAC address in its fuses' });
  if (rule.kind === 'backoff' && rule.capMs < rule.baseMs)
    problems.push({ path: 'reconnect.capMs', problem: 'must not be below the base' });
  if (offlineBuffer !== null && what === null)
    problems.push({ path: 'offlineBuffer', problem: 'there is nothing to keep: the program publishes nothing' });
  if (offlineBuffer !== null && what !== null) {
    const { fits, neededBytes, availableBytes } = bufferFit(offlineBuffer, recordBytes(what));
    if (!fits) problems.push({ path: 'offlineBuffer.slots', problem: `needs ${neededBytes} bytes, and there are ${availableBytes}` });
  }
  return problems;
}

/** What the program gives its library as client id; one from the MAC address or by chance is never empty. */
function givenId(rule: ProgramScenario['clientId']): string {
  if (rule.from === 'fixed') return rule.text;
  return rule.from === 'library' ? '' : `${rule.prefix}…`;
}
