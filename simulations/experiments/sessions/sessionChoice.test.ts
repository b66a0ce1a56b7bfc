import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../checkScenario.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { choiceTimes, type SessionPractice, type SessionStory, sessionChoice } from './sessionChoice.ts';
import { sessionChoiceOutcome } from './sessionChoiceOutcome.ts';

const kept: SessionPractice = {
  protocolVersion: '5.0',
  cleanStart: false,
  sessionExpirySeconds: 3_600,
  ids: 'stable',
  subscriptionQos: 1,
  subscribes: 'newSession',
  retained: false,
  messageExpirySeconds: null,
  publishQos: null,
  queuedMessages: null,
  brokerExpiration: null,
  disk: 'memoryOnly',
};
const story: SessionStory = {
  away: 'long',
  awaySeconds: 240,
  messages: 8,
  receives: 'each',
  usefulSeconds: null,
  reports: false,
  brokerCrashes: false,
  neighbour: false,
};

const outcomeOf = async (practice: Partial<SessionPractice>, change: Partial<SessionStory> = {}) => {
  const told = { ...story, ...change };
  return sessionChoiceOutcome(await eventsOf(sessionChoice({ ...kept, ...practice }, told)), told);
};

describe('the story', () => {
  it.each(['drops', 'sleeps', 'long', 'once'] as const)('%s: is a scenario at both ends of its ranges', (away) => {
    for (const [awaySeconds, messages] of [
      [30, 1],
      [30, 100],
      [14_400, 100],
    ] as const) {
      const told = { ...story, away, awaySeconds, messages, reports: true, neighbour: true, brokerCrashes: true };
      expect(checkScenario(sessionChoice({ ...kept, publishQos: 1 }, told))).toEqual([]);
      const { messages: all, absences } = choiceTimes(told);
      expect(all).toHaveLength(3 * (messages + 1));
      expect(all.every(({ sentAtMs }, index) => index === 0 || sentAtMs > (all[index - 1]?.sentAtMs ?? 0))).toBe(true);
      expect(absences).toHaveLength(3);
    }
  });

  it('who keeps a session is due everything, and gets it', async () => {
    expect(await outcomeOf({})).toMatchObject({ due: 27, missed: 0, stale: 0, orphans: 0 });
  });

  it('a queue of four drops the other four of each absence', async () => {
    expect(await outcomeOf({ queuedMessages: 4 })).toMatchObject({ due: 27, missed: 12 });
  });

  it('three new ids leave three orphans, each filled until the end', async () => {
    const random = await outcomeOf({ ids: 'newEachTime', sessionExpirySeconds: 0xffff_ffff });
    expect(random).toMatchObject({ orphans: 3, missed: 24, waiting: 27 + 18 + 9 });
  });

  it('lifetimes: what is older than a minute comes without, and does not with one', async () => {
    const change = { usefulSeconds: 60 };
    expect(await outcomeOf({}, change)).toMatchObject({ due: 6, missed: 0, stale: 21 });
    expect(await outcomeOf({ messageExpirySeconds: 60 }, change)).toMatchObject({ due: 6, missed: 0, stale: 0 });
  });

  it('values: retained, the newest is there at once; kept, all the old ones come first', async () => {
    const change = { receives: 'newest' } as const;
    const clean = { cleanStart: true, sessionExpirySeconds: null, subscribes: 'everyConnection', subscriptionQos: 0 } as const;
    expect(await outcomeOf({ ...clean, retained: true }, change)).toMatchObject({ due: 6, missed: 0, stale: 0 });
    expect(await outcomeOf(clean, change)).toMatchObject({ due: 6, missed: 3, stale: 0 });
    expect(await outcomeOf({}, change)).toMatchObject({ due: 6, missed: 0, stale: 21 });
  });

  it('a borrowed id throws the device out, once for each start', async () => {
    expect(
      await outcomeOf({ ids: 'borrowed', cleanStart: true, sessionExpirySeconds: null }, { away: 'once', neighbour: true }),
    ).toMatchObject({ takeOvers: 1 });
  });
});

describe('a crash of the broker', () => {
  const crash = { brokerCrashes: true };

  it('ends a session that is in memory alone', async () => {
    expect((await outcomeOf({}, crash)).missed).toBeGreaterThan(0);
    expect(await outcomeOf({ disk: 'everyChange' }, crash)).toMatchObject({ missed: 0 });
  });

  it('5.0: the end on disk counts from the last change: an expiry of one absence is too short where nothing happens', async () => {
    const quiet: Partial<SessionStory> = { ...crash, receives: 'nothing', reports: true };
    const practice: Partial<SessionPractice> = { disk: 'everyChange', publishQos: 1, subscriptionQos: null };
    expect(await outcomeOf({ ...practice, sessionExpirySeconds: 240 }, quiet)).toMatchObject({ unsent: 1 });
    expect(await outcomeOf({ ...practice, sessionExpirySeconds: 720 }, quiet)).toMatchObject({ unsent: 0 });
  });
});
