// Every outcome that the clinic states, held against the broker: each broken set-up and each mend, in each version that has it.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { checkScenario, doorstepFinding, type ProtocolVersion, reasonName, simulate, startMosquitto } from '#simulations';
import { type ClinicCase, caseScenario, type Outcome, versionsOf } from './case.ts';
import { CLINIC_CASES } from './cases.ts';
import { NEVER_GIVEN } from './neverGiven.ts';

async function runOf(one: ClinicCase, version: ProtocolVersion, mendId: string | null) {
  const scenario = caseScenario(one, version, mendId);
  expect(checkScenario(scenario)).toEqual([]);
  const module = await loadMosquitto();
  const broker = startMosquitto({
    startBroker: (options) => startBroker({ ...options, module }),
    config: scenario.brokerConfig,
    files: scenario.brokerFiles ?? {},
    seed: scenario.seed,
  });
  try {
    const events = [...simulate(scenario, broker)];
    return { ...doorstepFinding(scenario, events), events };
  } finally {
    broker.stop();
  }
}

const outcomeOf = async (one: ClinicCase, version: ProtocolVersion, mendId: string | null): Promise<Outcome> => {
  const { code, well } = await runOf(one, version, mendId);
  return { code, well };
};

const runs = CLINIC_CASES.flatMap((one) => versionsOf(one).map((version) => [one.id, version, one] as const));

describe.each(runs)('%s, MQTT %s', (_, version, one) => {
  it('is answered as stated', async () => {
    expect(await outcomeOf(one, version, null)).toEqual(one.outcome[version]);
  });

  it.each(one.mends.map((mend) => [mend.label, mend] as const))('“%s” does what is stated', async (__, mend) => {
    expect(await outcomeOf(one, version, mend.id)).toEqual(mend.outcome[version]);
  });
});

it('has a mend that helps and one that does not wherever something is broken', () => {
  for (const [id, version, { outcome, mends }] of runs) {
    if (outcome[version]?.well === true) continue;
    const helps = mends.map((mend) => mend.outcome[version]?.well);
    expect([id, helps.includes(true), helps.includes(false)]).toEqual([id, true, true]);
  }
});

it('names cases and mends uniquely, and each code as its version does', () => {
  expect(new Set(CLINIC_CASES.map(({ id }) => id)).size).toBe(CLINIC_CASES.length);
  for (const [id, version, { outcome, mends }] of runs) {
    expect(new Set(mends.map((mend) => mend.id)).size).toBe(mends.length);
    const { code = null } = outcome[version] ?? {};
    if (code !== null) expect([id, reasonName(version, 'CONNACK', code)]).not.toEqual([id, undefined]);
  }
});

it('never meets a code that it says is never given', () => {
  const given = runs.flatMap(([, version, { outcome, mends }]) =>
    [outcome, ...mends.map((mend) => mend.outcome)].map((one) => `${version} ${one[version]?.code}`),
  );
  for (const { version, code } of NEVER_GIVEN) expect(given).not.toContain(`${version} ${code}`);
});

function named(id: string): ClinicCase {
  const one = CLINIC_CASES.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`no case ${id}`);
  return one;
}

it.each(['max-connections', 'tcp-refused'])('%s: CONNECT is not even sent', async (id) => {
  for (const version of versionsOf(named(id))) expect((await runOf(named(id), version, null)).sent).toBe(false);
});

it.each([
  ['3.1.1', 'CONNACK', 0],
  ['5.0', 'DISCONNECT', 0x8e],
] as const)('an id in use: the one who was there is thrown out, MQTT %s, and the last it hears is %s', async (version, type, code) => {
  const { thrownOut, events } = await runOf(named('take-over'), version, null);
  expect(thrownOut).toEqual(['inside 1']);
  const heard = events.findLast((event) => event.kind === 'packetSent' && event.client === 'inside 1' && event.direction === 'downlink');
  expect(heard).toMatchObject({ type });
  // CONNACK of 3.1.1 has its code in byte 3, DISCONNECT of 5.0 in byte 2.
  expect(heard?.kind === 'packetSent' && heard.bytes[type === 'CONNACK' ? 3 : 2]).toBe(code);
});

it('5.0 tells the nameless its name, and the impatient the keep alive: 60 s', async () => {
  // Property 0x12 with a text of 41 bytes; property 0x13 with 60.
  const idAssigned = (await runOf(named('empty-id'), '5.0', null)).connack?.bytes ?? [];
  expect(new TextDecoder().decode(Uint8Array.from(idAssigned))).toContain('\u0012\u0000\u0029auto-');
  const keepAlive = (await runOf(named('keep-alive'), '5.0', null)).connack?.bytes ?? [];
  expect([...keepAlive].join(' ')).toContain('19 0 60');
});
