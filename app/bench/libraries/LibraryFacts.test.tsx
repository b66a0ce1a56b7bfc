import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { type ClientLibrary, habitsOf } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { LibraryFacts } from './LibraryFacts.tsx';

afterEach(cleanup);

const show = (...programs: readonly (readonly [name: string, library: ClientLibrary])[]) =>
  render(<LibraryFacts programs={programs.map(([name, library]) => ({ name, library }))} />, { wrapper: Translations });
const details = () => screen.getAllByRole<HTMLDetailsElement>('group');
const lines = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

it('says so where no program uses a library', () => {
  show();
  expect(screen.getByText('No program in this lab uses a client library.')).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});

it('tells each library once, with its version and who uses it, closed where there are several', () => {
  show(['pump', 'pubSubClient'], ['panel', 'mqttJs'], ['valve', 'pubSubClient']);
  expect(details().map(({ open }) => open)).toEqual([false, false]);
  const summaries = details().map((group) => group.querySelector('summary')?.textContent);
  expect(summaries).toEqual(['PubSubClient 2.8 used by pump and valve', 'MQTT.js 5.16.0 used by panel']);
});

it('opens the one that is asked for', async () => {
  show(['pump', 'pubSubClient'], ['panel', 'mqttJs']);
  const [first] = details();
  if (first === undefined) throw new Error('no library');
  await userEvent.click(within(first).getByText('PubSubClient'));
  expect(first.open).toBe(true);
});

it.each(['pubSubClient', 'espMqtt', 'pahoPython', 'mosquittoSub', 'mqttJs'] as const)(
  'shows all facts of %s with their sources',
  (library) => {
    show(['node', library]);
    const shown = screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent);
    for (const { text, source } of habitsOf(library).facts) expect(shown).toContain(`${text.replaceAll('`', '')}Source: ${source}`);
  },
);

it.each<[ClientLibrary, readonly string[]]>([
  [
    'pubSubClient',
    [
      'asked for on every connection',
      '15 s: pings after 15 s, gives up 15 s later',
      'not by itself',
      'only where the program does',
      'nothing',
    ],
  ],
  [
    'espMqtt',
    [
      'asked for on every connection',
      '120 s: pings after 60 s, gives up 60 s later',
      'every 10 s',
      'only where the program does',
      'messages of QoS 1 and 2, for 30 s',
    ],
  ],
  [
    'pahoPython',
    [
      '3.1.1: asked for on every connection5.0: asked for on the first connection after a start only',
      '60 s: pings after 60 s, gives up 60 s later',
      'after 1 s, then twice as long each time, up to 120 s',
      'only where the program does',
      'messages of QoS 1 and 2',
    ],
  ],
  [
    'mosquittoSub',
    [
      'asked for on every connection',
      '60 s: pings after 60 s, gives up 60 s later',
      'every second',
      'by itself, on every connection',
      'nothing',
    ],
  ],
  [
    'mqttJs',
    [
      'asked for on every connection',
      '60 s: pings after 60 s, gives up 30 s later',
      'every second',
      'by itself, where its session is gone',
      'messages of every QoS',
    ],
  ],
])('puts %s in five lines', (library, expected) => {
  show(['node', library]);
  expect(lines()).toEqual(expected);
});
