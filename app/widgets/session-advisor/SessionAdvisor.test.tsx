import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MISTAKES, ROLES } from '#content';
import { CHOICE_CLIENTS, choiceTimes, fromMilliseconds, type RunEvent } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory, someResult } from '../../state/fakeLaboratory.test-data.ts';
import { widgetBySlug } from '../list.ts';
import { type AdvisorValues, KNOBS } from './knobs.ts';
import { reckon, valuesOf } from './reckoning.ts';
import SessionAdvisor from './SessionAdvisor.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => lab.reset());
afterEach(cleanup);

function open(search = '') {
  window.location.hash = `#/widgets/session-advisor${search}`;
  render(<SessionAdvisor />, { wrapper: Translations });
  return userEvent.setup();
}

const standard = Object.fromEntries(Object.entries(KNOBS).map(([name, knob]) => [name, knob.standard])) as unknown as AdvisorValues;
const answer = () => within(screen.getByRole('region', { name: 'What comes of it' })).getAllByRole('status')[0]?.textContent;
const figure = (name: RegExp) =>
  within(screen.getByRole('table', { name: 'The answer in figures' })).getByRole('row', { name }).textContent;
const role = (name: string) => screen.getByRole('button', { name });
const row = (name: string) => role(name).closest('tr')?.textContent ?? '';
const proof = () => screen.getByRole('region', { name: 'On the broker' });

describe('table and questions', () => {
  it('open with the command receiver, in both', () => {
    open();
    expect(role('Command receiver').getAttribute('aria-pressed')).toBe('true');
    expect(row('Command receiver')).toContain('the same');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Commands or events, of which each one counts' }).checked).toBe(true);
    expect(answer()).toBe(
      'A kept session: the broker waits 1 h for it, with room for 24 messages. Its client id comes from its MAC address.',
    );
    expect(figure(/^Session Expiry/)).toBe('Session Expiry Intervalthere is none3,600 s');
  });

  it.each(ROLES.map(({ title, row: { session } }) => [title, session]))('%s: the row answers the questions', async (title, session) => {
    const user = open();
    await user.click(role(title));
    expect(role(title).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1);
    expect(answer()).toMatch(session === 'kept' ? /^A kept session/ : /^A clean session/);
  });

  it('an answer that is changed leaves the row, and says how it differs', async () => {
    const user = open();
    await user.click(role('Tracking dashboard'));
    await user.click(screen.getByRole('radio', { name: 'Values, of which only the newest counts' }));
    expect(answer()).toMatch(/^A clean session/);
    expect(role('Tracking dashboard').getAttribute('aria-pressed')).toBe('false');
    expect(row('Mobile app')).toContain('2 answers differ');
    await user.click(screen.getByRole('radio', { name: 'Commands or events, of which each one counts' }));
    expect(row('Tracking dashboard')).toContain('the same');
  });

  it('ask nothing that would change nothing', async () => {
    const user = open();
    expect(screen.getByText('A message that comes late, after an absence, is')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Nothing: it only sends' }));
    expect(screen.queryByText('A message that comes late, after an absence, is')).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Messages for it, per hour' })).toBeNull();
  });

  it('name what is typed wrong, and keep the last good amount', async () => {
    const user = open();
    const away = screen.getByRole<HTMLInputElement>('textbox', { name: 'Away for at most' });
    await user.clear(away);
    await user.type(away, 'a while{Enter}');
    expect(screen.getByText(/The page still reckons with 1 h/)).toBeTruthy();
    await user.clear(away);
    await user.type(away, '2 d');
    expect(answer()).toContain('waits 2 d for it, with room for 1,152 messages');
    expect(figure(/^persistent_client_expiration/)).toContain('48h');
  });

  it('come from the address, and what is wrong there is put right', () => {
    open('?receives=newest&away=sometimes&sends=nothing&runsOn=app&absence=0&colour=red');
    expect(answer()).toBe('A clean session: when the connection ends, nothing is kept. Its client id is drawn once, and stays.');
    expect(screen.getByText(/colour/)).toBeTruthy();
    expect(screen.getByText(/sometimes/)).toBeTruthy();
  });

  it('a queue that would be too long is called that', () => {
    open('?absence=31536000&rate=100000');
    expect(screen.getByText(/more than 1,000,000 messages/)).toBeTruthy();
  });
});

describe('on the broker', () => {
  /** The client hears these of the messages of one run. */
  const hears = (wanted: (payload: string) => boolean): RunEvent[] => {
    const { story } = reckon({ ...standard, usefulSeconds: 7_200 }).run;
    return choiceTimes(story)
      .messages.filter(({ payload }) => wanted(payload))
      .map(({ payload, heardFromMs, sentAtMs }) => ({
        kind: 'received',
        at: fromMilliseconds(Math.max(heardFromMs ?? 0, sentAtMs) + 100),
        client: CHOICE_CLIENTS.client,
        topicName: 'site/7/cmd',
        payload,
        qos: 1,
        dup: false,
        retain: false,
        packetId: 1,
        messageExpirySeconds: null,
      }));
  };

  it('runs both with what makes them differ, and tells them side by side', async () => {
    const user = open('?useful=7200');
    await user.click(screen.getByRole('button', { name: 'Run both on the broker' }));
    const [advised, usual] = lab.runs;
    const connects = (run: typeof advised) =>
      run?.scenario.script?.flatMap((step) =>
        step.do === 'connect' && step.client === CHOICE_CLIENTS.client ? [step.connect.cleanStart] : [],
      );
    expect(connects(advised)).toEqual([false, false, false, false]);
    expect(connects(usual)).toEqual([true, true, true, true]);
    if (advised === undefined || usual === undefined) throw new Error('no two runs');
    lab.showsOf = { 1: { events: hears(() => true) }, 2: { events: hears((payload) => payload.startsWith('now')) } };
    await act(async () => {
      advised.resolve(someResult(advised.scenario, 1));
      usual.resolve(someResult(usual.scenario, 2));
    });
    await waitFor(() => expect(within(proof()).getByText('Both runs, served by Mosquitto 2.0.21.')).toBeTruthy());
    expect(within(proof()).getByRole('row', { name: /^of these never came/ }).textContent).toBe('of these never came036');
    expect(within(proof()).getByText('Done the usual way, 36 of 39 messages never came; as advised, 0.')).toBeTruthy();

    await user.click(screen.getByRole('radio', { name: 'A kept session, but subscribed with QoS 0' }));
    expect(within(proof()).getByText('You changed an input. Run it again for this setting.')).toBeTruthy();
    expect(within(proof()).queryByRole('table')).toBeNull();
  });

  it('can be stopped, and says when a run failed', async () => {
    const user = open();
    await user.click(screen.getByRole('button', { name: 'Run both on the broker' }));
    await user.click(within(proof()).getByRole('button', { name: 'Stop' }));
    expect(within(proof()).getByText('You stopped it.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run both on the broker' }));
    await act(async () => lab.runs.at(-1)?.reject(Object.assign(new Error('out of memory'), { code: 'run', problems: [] })));
    expect(within(proof()).getByText(/out of memory/)).toBeTruthy();
  });
});

it('a mistake that cannot be made there gives way to one that can', () => {
  const debug = ROLES.find(({ id }) => id === 'debug-client');
  if (debug === undefined) throw new Error('no such role');
  expect(reckon({ ...standard, ...valuesOf(debug), mistake: 'qos-zero' }).mistake?.id).toBe('borrowed-id');
});

it('every lab that a mistake points to is there', () => {
  expect(MISTAKES.filter(({ lab: slug }) => widgetBySlug(slug) === undefined)).toEqual([]);
});
