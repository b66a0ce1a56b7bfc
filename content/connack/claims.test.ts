// Every outcome that the clinic states, held against the broker: each broken set-up and each mend, in each version that has it.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { checkScenario, doorstepFinding, type ProtocolVersion, reasonName, simulate, startMosquitto } from '#simulations';
import { type ClinicCase, caseScenario, type Outcome, versionsOf } from './case.ts';
import { CLINIC_CASES } from './cases.ts';
import { NEVER_GIVEN } from './neverGiven.ts';

async function findingOf(one: ClinicCase, version: ProtocolVersion, mendId: string | null) {
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
    return doorstepFinding(scenario, [...simulate(scenario, broker)]);
  } finally {
    broker.stop();
  }
}

const outcomeOf = async (one: ClinicCase, version: ProtocolVersion, mendId: string | null): Promise<Outcome> => {
  const { code, well } = await findingOf(one, version, mendId);
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

it('connection above the limit: CONNECT is not even sent; nobody listens: neither', async () => {
  for (const id of ['max-connections', 'tcp-refused']) {
    const one = CLINIC_CASES.find((candidate) => candidate.id === id);
    if (one === undefined) throw new Error(`no case ${id}`);
    for (const version of versionsOf(one)) expect((await findingOf(one, version, null)).sent).toBe(false);
  }
});

it('an id in use: the one who was there is thrown out', async () => {
  const one = CLINIC_CASES.find(({ id }) => id === 'take-over');
  if (one === undefined) throw new Error('no take-over');
  for (const version of versionsOf(one)) expect((await findingOf(one, version, null)).thrownOut).toEqual(['inside 1']);
});
