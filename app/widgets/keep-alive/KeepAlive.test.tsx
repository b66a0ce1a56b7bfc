import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import KeepAlive from './KeepAlive.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => lab.reset());
afterEach(cleanup);

function open(search = '') {
  window.location.hash = `#/widgets/keep-alive${search}`;
  render(<KeepAlive />, { wrapper: Translations });
  return userEvent.setup();
}

const answer = () => within(screen.getByRole('region', { name: 'What comes of it' })).getAllByRole('status')[0]?.textContent;
const figure = (name: RegExp) =>
  within(screen.getByRole('table', { name: 'The answer in figures' })).getByRole('row', { name }).textContent;

it('opens with a minute and PubSubClient', () => {
  open();
  expect(answer()).toBe(
    'With a keep alive of 1 min and PubSubClient, a dead link is noticed by the broker after 1 min 31 s at the latest, and by the device after 2 min. That costs 1,440 pings a day.',
  );
  expect(figure(/^Traffic/)).toContain('178.6 kB');
  expect(screen.getByText(/PubSubClient speaks MQTT 3.1.1 alone/)).toBeTruthy();
});

it('a preset takes its library and keep alive along', async () => {
  const user = open();
  await user.click(screen.getByRole('button', { name: 'esp-mqtt, as it comes' }));
  expect(answer()).toContain('With a keep alive of 2 min and esp-mqtt');
  expect(figure(/^The device notices/)).toContain('1 min to 2 min');
});

it('a device that is answered needs no pings; a will delay takes a second more', () => {
  open('?library=mqttJs&traffic=qos1&every=10&delay=30');
  expect(answer()).toContain('no pings a day');
  expect(screen.getByText(/^The device is answered so often/)).toBeTruthy();
  expect(figure(/^The will is published/)).toContain('31 s later');
});

it('the sentence, the figures, a limit for the broker and four clients can be taken along', async () => {
  const user = open('?keepalive=600');
  await user.click(screen.getByText('Take it along'));
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Sentence', 'Table (CSV)', 'mosquitto.conf', 'Arduino', 'ESP-IDF', 'Python', 'MQTT.js']),
  );
  await user.click(screen.getByRole('tab', { name: 'mosquitto.conf' }));
  expect(screen.getByText(/max_keepalive 600/)).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'MQTT.js' }));
  expect(screen.getByText(/keepalive: 600/)).toBeTruthy();
});
