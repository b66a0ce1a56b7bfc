// What the advisor says, on the in-page broker: each role as advised does no harm, and each mistake that one can make there does what is said of it.
import { describe, expect, it } from 'vitest';
import { CHOICE_CLIENTS, type ChoiceOutcome, type ProtocolVersion, type RunEvent, sessionChoice, sessionChoiceOutcome } from '#simulations';
import { eventsOf } from '../conf-keys/probes.test-data.ts';
import { advise } from './advise.ts';
import { mistakesFor } from './mistakes.ts';
import { advisedRun } from './practice.ts';
import { ROLES, type Role } from './roles.ts';

const VERSIONS: readonly ProtocolVersion[] = ['3.1.1', '5.0'];
/** What one look at a run carries to the page. */
const MOST_EVENTS = 4_000;

/** SUBSCRIBE on just those connections whose CONNACK says that there is no session. */
function subscribesWhereNew(events: readonly RunEvent[]): boolean {
  const steps = events.flatMap((event) => {
    if (event.kind === 'connection' && event.client === CHOICE_CLIENTS.client && event.step === 'connected')
      return [event.sessionPresent === true ? 'found' : 'new'];
    return event.kind === 'packetSent' && event.client === CHOICE_CLIENTS.client && event.type === 'SUBSCRIBE' ? ['subscribes'] : [];
  });
  return steps.every((step, index) => (step === 'new') === (steps[index + 1] === 'subscribes') || step === 'subscribes');
}

interface Seen extends ChoiceOutcome {
  readonly events: readonly RunEvent[];
}

const roles = ROLES.flatMap((role) => VERSIONS.map((version) => [role.title, version, role] as const));

describe.each(roles)('%s, MQTT %s', (_title, version, role: Role) => {
  const advice = advise(role.answers);
  const { practice, story } = advisedRun(advice, role.answers, role.amounts, version);
  const asAdvised = async (): Promise<Seen> => {
    const events = await eventsOf(sessionChoice(practice, story));
    return { ...sessionChoiceOutcome(events, story), events };
  };

  it('as advised: nothing is missed, no orphan, nobody thrown out', async () => {
    const seen = await asAdvised();
    expect(seen.events.length).toBeLessThan(MOST_EVENTS);
    expect(seen).toMatchObject({ missed: 0, orphans: 0, waiting: 0, takeOvers: 0, unsent: 0 });
    expect(seen.due > 0).toBe(story.receives !== 'nothing');
    expect(seen.heapBytes).toBeGreaterThan(0);
    // A 3.1.1 broker has no lifetimes: what is too old comes, and the receiver must look at its time.
    const cannotExpire = version === '3.1.1' && story.usefulSeconds !== null;
    expect(seen.stale > 0).toBe(cannotExpire);
    if (practice.subscribes === 'newSession') expect(subscribesWhereNew(seen.events)).toBe(true);
  });

  it.each(mistakesFor(role.answers, advice, { practice, story }).map((mistake) => [mistake.title, mistake] as const))(
    '%s',
    async (_words, mistake) => {
      const changed = { ...practice, ...mistake.changes(practice, story) };
      const events = await eventsOf(sessionChoice(changed, story));
      expect(events.length).toBeLessThan(MOST_EVENTS);
      const outcome = sessionChoiceOutcome(events, story);
      expect(outcome[mistake.harm]).toBeGreaterThan((await asAdvised())[mistake.harm]);
      if (changed.subscribes === 'newSession') expect(subscribesWhereNew(events)).toBe(true);
    },
  );
});
