import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, qosTwoBurst, waitingMessages } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { stretchesOf } from './Fates.tsx';
import Queue from './Queue.tsx';
import { runOf } from './queueRun.test-data.ts';
import { askedAbout, questionOf } from './scenarioFacts.ts';
import { partOf, storyOf } from './story.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(Queue, `#/widgets/queue${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const field = (name: string) => screen.queryByRole('textbox', { name });
const notices = () => screen.getByRole('region', { name: 'What to notice' }).textContent ?? '';
const row = (name: string) =>
  within(screen.getByRole('table', { name: /^What became of the messages/ }))
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .textContent?.slice(name.length);
const ten = (number: number) => number <= 10;

it('runs by itself: 25 messages for a valve that is away, and room for ten', () => {
  open();
  expect(newest()?.brokerConfig).toMatch(/^max_queued_messages 10$/m);
  expect(newest()?.script?.filter(({ do: what }) => what === 'publish')).toHaveLength(25);
});

it('shows the knobs of the situation alone', async () => {
  open();
  expect(field('Most queued messages')).not.toBeNull();
  expect(field('Under way at once')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'QoS 2 burst' }));
  expect(field('Most queued messages')).toBeNull();
  expect(field('Under way at once')).not.toBeNull();
  expect(screen.getByText(/How many of the 100 messages/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Session that expires' }));
  expect(field('Session expiry')).toBeNull();
  expect(screen.getByText(/3\.1\.1 cannot say how long/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  expect(field('Session expiry')).not.toBeNull();
});

it('makes the scenario of the address, and puts right what is wrong there', () => {
  open('?situation=burst&window=21&many=400&inflight=0');
  expect(newest()).toEqual(qosTwoBurst({ protocolVersion: '3.1.1', messages: 120, window: 21, inFlight: 0 }));
  expect(screen.getByText(/120 is the most/)).toBeTruthy();
});

it('falls back to the first situation, and says so', () => {
  open('?situation=flood');
  expect(newest()?.brokerConfig).toMatch(/^max_queued_messages 10$/m);
  expect(screen.getByText(/“flood”, which is not offered/)).toBeTruthy();
});

it('says that 0 is no limit', () => {
  open('?limit=0');
  expect(screen.getByText('0: no limit')).toBeTruthy();
});

it('keeps the outcome back until its end has been seen, then answers the guess and sets the rule beside what was seen', async () => {
  open();
  await finishRun(lab, { events: runOf({ messages: 25, enters: ten, arrives: ten }) });
  expect(screen.queryByRole('table', { name: /^What became/ })).toBeNull();
  expect(screen.getByText(/At the end: what became of each message/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'the newest' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: the newest; it was: the oldest, 10 of 25.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'the oldest' }));
  expect(screen.getByText('You said: the oldest, and so it was: 10 of 25.')).toBeTruthy();
  expect(row('Taken into the session')).toBe('1010');
  expect(row('Dropped on arrival')).toBe('1515');
  expect(row('Publisher told “success”')).toBe('–25');
  expect(screen.getByText('no. 11–25')).toBeTruthy();
  expect(notices()).toMatch(/kept those that came first.*told of success for all 25/);
});

it('marks where the broker did not do as the rule says', async () => {
  open();
  await finishRun(lab, { events: runOf({ messages: 25, enters: (number) => number <= 9, arrives: (number) => number <= 9 }) });
  await goToTheEnd();
  expect(row('Taken into the session')).toBe('109');
});

it('tells of messages that are long expired and hold their places', async () => {
  open('?situation=lifetime');
  await finishRun(lab, {
    events: runOf({ messages: 15, enters: ten, arrives: () => false, version: '5.0', lifetimeSeconds: 2, freshFrom: 11 }),
  });
  await goToTheEnd();
  expect(row('Expired while waiting')).toBe('–10');
  expect(notices()).toMatch(/10 messages were long expired and held their places all the same.*5 messages that were still good/);
});

it('does not count those with a lifetime among the fresh ones that found no room', async () => {
  open('?situation=lifetime');
  await finishRun(lab, {
    events: runOf({ messages: 15, enters: ten, arrives: () => false, version: '5.0', lifetimeSeconds: 2, freshFrom: 13 }),
  });
  await goToTheEnd();
  expect(notices()).toMatch(/So 3 messages that were still good/);
});

it('tells what went with the session', async () => {
  open('?situation=expiry&version=5.0');
  await finishRun(lab, { events: runOf({ messages: 25, enters: () => true, arrives: () => false, version: '5.0', ends: true }) });
  await goToTheEnd();
  expect(row('Forgotten with the session')).toBe('25');
  expect(notices()).toMatch(/25 messages in its queue went with it/);
});

it('tells that QoS 0 is not even counted', async () => {
  open('?situation=qos0');
  const counted = {
    kind: 'received',
    at: fromMilliseconds(2_000),
    client: 'watcher',
    topicName: '$SYS/broker/publish/messages/dropped',
    payload: '0',
    qos: 0,
    dup: false,
    retain: false,
    packetId: null,
    messageExpirySeconds: null,
  } as const;
  await finishRun(lab, { events: [counted, ...runOf({ messages: 4, qos: 0, enters: () => false, arrives: () => false })] });
  await goToTheEnd();
  expect(row('Drops that the broker counts')).toBe('–0');
  expect(notices()).toMatch(/4 messages at QoS 0 did not wait/);
});

it('says so when nothing was published', async () => {
  open();
  await finishRun(lab, { events: [] });
  await goToTheEnd();
  expect(notices()).toMatch(/Nothing was published/);
});

it.each([
  [waitingMessages(), 'which', 25],
  [qosTwoBurst({ messages: 30 }), 'burst', 30],
  [waitingMessages({ protocolVersion: '5.0', sessionExpirySeconds: 5 }), 'session', 25],
  [waitingMessages({ persistentClientExpiration: '1h' }), 'session', 25],
] as const)('asks what fits the scenario (%#)', (scenario, question, count) => {
  expect(questionOf(scenario)).toBe(question);
  expect(askedAbout(scenario)).toBe(count);
});

it('a message that waits still is no loss', () => {
  const events = runOf({ messages: 3, enters: () => true, arrives: () => false }).slice(0, -1);
  expect(storyOf(waitingMessages(), { events }).count).toMatchObject({ waiting: 3, dropped: 0 });
});

it('has no rule for a cable that somebody pulls, and says what never reached the broker', () => {
  const pulled = { atMs: 3_250, client: 'web app', do: 'pullCable' } as const;
  const scenario = { ...waitingMessages(), script: [...(waitingMessages().script ?? []), pulled] };
  const events = runOf({ messages: 5, enters: () => true, arrives: (number) => number < 4 }).filter(
    (event) => !(event.kind === 'packetArrived' && event.at > fromMilliseconds(3_300)),
  );
  const story = storyOf(scenario, { events });
  expect(story.expected).toBeNull();
  expect(story.count).toMatchObject({ delivered: 3, notArrived: 2 });
});

it.each([
  [[true, true, false], 'oldest'],
  [[false, true, true], 'newest'],
  [[true, false, true], 'other'],
  [[true, true], 'all'],
  [[false], 'none'],
] as const)('%o of a row are %s', (delivered, part) => {
  expect(partOf(delivered)).toBe(part);
});

it('tells neighbours together', () => {
  expect(stretchesOf([1, 2, 3, 7, 9, 10])).toEqual(['1–3', '7', '9–10']);
});
