import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkFleet, fleetMemory, IN_PAGE_MEMORY, NATIVE_MEMORY } from '#simulations';
import { measurableFleet } from '../../fleet/measurableFleet.ts';
import { someRest } from '../../fleet/someFleet.test-data.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { forgetFleets } from '../../state/fleet.ts';
import { standardValues } from '../../state/knobs.ts';
import { constantsOf, fieldsOf, KNOBS, PRESETS, type QueueMemoryValues, scenarioOf, settingOf } from './knobs.ts';
import QueueMemory from './QueueMemory.tsx';

const laboratory = new FakeLaboratory();
vi.mock('#simulations/worker', () => ({ startLaboratory: () => laboratory }));

beforeEach(() => {
  laboratory.reset();
  window.location.hash = '#/widgets/queue-memory';
});
afterEach(() => {
  cleanup();
  forgetFleets();
});

const open = () => render(<QueueMemory />, { wrapper: Translations });
const VALUES = standardValues<QueueMemoryValues>(KNOBS);

describe('the queue memory calculator', () => {
  it('F17 answers for the course’s fleet at once, both kinds of units apart', () => {
    open();
    const answer = '1,000 devices away for 1 h take 8.4 MB (8.011 MiB) of the broker’s memory. 60 messages wait for each.';
    expect(screen.getAllByText(answer).length).toBeGreaterThan(0);
  });

  it.each([
    ['1 device, an hour', 'One device away for 1 h takes 8.4 kB (8.203 KiB) of the broker’s memory. 60 messages wait for each.'],
    [
      '1 device, a day, no limit',
      'One device away for 1 d takes 201.6 kB (196.9 KiB) of the broker’s memory. 1,440 messages wait for each.',
    ],
    [
      '10,000 devices, a day, no limit',
      '10,000 devices away for 1 d take 2.016 GB (1.878 GiB) of the broker’s memory. 1,440 messages wait for each.',
    ],
  ])('F16 F18 F19 example %s', async (name, answer) => {
    open();
    await userEvent.setup().click(screen.getByRole('button', { name }));
    expect(screen.getAllByText(answer).length).toBeGreaterThan(0);
  });

  it('F18 F20 says what is dropped, and that expiry makes no room', async () => {
    open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'a day away: 1,440 messages' }));
    expect(screen.getByText(/440 of 1,440 messages for each device are dropped/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'message expiry bounds the queue' }));
    expect(screen.getByText(/Message expiry does not make room: the 60 messages keep their places/)).toBeTruthy();
  });

  it('measures on the broker, shows formula and measurement, and reckons with what was measured', async () => {
    open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Measure on the broker' }));
    await waitFor(() => expect(laboratory.fleets).toHaveLength(1));
    const fleet = laboratory.fleets[0];
    expect(fleet?.scenario).toMatchObject({ story: 'rest', sessions: { devices: 1_000 }, awaySeconds: 3_600, wakes: 1 });
    if (fleet?.scenario.story === 'rest') fleet.resolve(someRest(fleet.scenario));
    expect(await screen.findByRole('row', { name: /a message of its own 310 B 140 B -54.8%/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Reckon with these' }));
    expect(await screen.findByRole('row', { name: /a message of its own 310 B 310 B 0%/ })).toBeTruthy();
  });

  it('a measurement can be stopped', async () => {
    open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Measure on the broker' }));
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/^Stopped\./)).toBeTruthy();
  });

  it('a longer topic comes on top, and is put to the broker; the course’s own formula knows nothing of it', async () => {
    window.location.hash = '#/widgets/queue-memory?topic=100';
    open();
    expect(screen.getAllByText(/^1,000 devices away for 1 h take 13\.32 MB/).length).toBeGreaterThan(0);
    expect(screen.getByRole('row', { name: /^The whole fleet 13\.32 MB \(12\.7 MiB\) 8\.4 MB/ })).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Measure on the broker' }));
    await waitFor(() => expect(laboratory.fleets).toHaveLength(1));
    expect(laboratory.fleets[0]?.scenario.sessions.topicBytes).toBe(100);
  });

  it('a topic that the fleet cannot have is corrected at its field', () => {
    window.location.hash = '#/widgets/queue-memory?topic=3';
    open();
    expect(screen.getByText('The address says 3; 17 is the least.')).toBeTruthy();
    expect(screen.getAllByText(/take 8\.34 MB/).length).toBeGreaterThan(0);
  });

  it('no messages at all: only sessions take memory', () => {
    window.location.hash = '#/widgets/queue-memory?rate=0';
    open();
    expect(screen.getByText('No message comes: only the sessions take memory.')).toBeTruthy();
  });
});

describe('bytes in fields', () => {
  it('go there and come back', () => {
    for (const constants of [NATIVE_MEMORY, IN_PAGE_MEMORY]) {
      const back = constantsOf({ ...VALUES, ...fieldsOf(constants) });
      expect(back).toMatchObject({
        session: constants.session,
        ownMessage: constants.ownMessage,
        copy: constants.copy,
        sharedMessage: constants.sharedMessage,
      });
    }
  });
});

describe('the fleet that is measured', () => {
  it('is the learner’s where a tab does that in seconds, else a part of it, and never one that is refused', () => {
    for (const preset of [
      ...PRESETS.map(({ values }) => values),
      { devices: 1e9 },
      { devices: 1e6, rate: 1_000, away: 30 * 86_400 },
      { rate: 0, devices: 20_000 },
    ]) {
      const values = { ...VALUES, ...preset };
      const scenario = measurableFleet(values.devices, (devices) => scenarioOf(values, devices));
      const { devices } = scenario.sessions;
      expect(devices).toBeLessThanOrEqual(values.devices);
      const sent = (scenario.messagesPerHour * scenario.awaySeconds * devices) / 3_600;
      // One device at the fastest rate for a month is still too much, and the checker says so.
      if (devices > 1) expect(checkFleet(scenario)).toEqual([]);
      if (devices > 1 && !scenario.messages.shared) expect(sent).toBeLessThanOrEqual(1_500_000);
    }
    expect(measurableFleet(1_000, (devices) => scenarioOf(VALUES, devices)).sessions.devices).toBe(1_000);
  });

  it('is reckoned with the same setting', () => {
    const { messagesPerHour, awaySeconds } = scenarioOf(VALUES, 10);
    expect(settingOf(VALUES)).toMatchObject({ messagesPerHour, awaySeconds });
    expect(fleetMemory(settingOf(VALUES), constantsOf(VALUES)).kept).toBe(60);
  });
});
