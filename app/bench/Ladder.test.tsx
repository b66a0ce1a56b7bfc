import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { PacketSent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { at, lane, packet, view } from './fixture.test-data.ts';
import { Ladder } from './Ladder.tsx';
import { labelOf } from './LadderArrowPart.tsx';
import type { LadderClient } from './LadderClients.tsx';
import { run, showOnBench } from './showOnBench.test-data.tsx';
import type { Playback } from './usePlayback.ts';
import { usePlayhead } from './usePlayhead.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Chosen({
  playback,
  shown,
  lanes,
  clients,
}: {
  readonly playback: Playback;
  readonly shown: RunView | null;
  readonly lanes: (typeof lane)[];
  readonly clients: readonly LadderClient[];
}) {
  const [selected, setSelected] = useState<PacketSent | null>(null);
  return (
    <>
      <Ladder lanes={lanes} clients={clients} playback={playback} view={shown} selected={selected} onSelect={setSelected} />
      <output>{selected?.summary}</output>
    </>
  );
}
const show = (shown: RunView | null, lanes = [lane], clients: readonly LadderClient[] = []) =>
  showOnBench((playback) => <Chosen playback={playback} shown={shown} lanes={lanes} clients={clients} />);

it('says before a run what will come and how', () => {
  show(null);
  expect(screen.getByText(/Press Run: each packet becomes an arrow/)).toBeTruthy();
});

it('draws each packet and names it in a sentence', () => {
  show(view);
  const options = screen.getAllByRole('option').map((option) => option.getAttribute('aria-label'));
  expect(options).toContain('sensor-1 sends PUBLISH q1 id 1 to the broker; it is lost on the way.');
  expect(options).toContain('sensor-1 sends PUBLISH q1 id 1 DUP to the broker; it arrives at 0.350 s.');
  expect(options).toContain('the broker sends PUBLISH q1 id 1 to logger-1; it arrives at 0.355 s.');
  expect(options).toHaveLength(5);
});

it('goes through the packets by arrow keys and puts the playhead there', async () => {
  const shown = show(view);
  screen.getByRole('listbox').focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('option', { selected: true }).getAttribute('aria-label')).toContain('lost on the way');
  expect(shown.playback().clock.now()).toBe(125_000);
  await userEvent.keyboard('{ArrowDown}');
  expect(shown.playback().clock.now()).toBe(325_000);
  expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(screen.getByRole('option', { selected: true }).getAttribute('aria-label')).toContain('CONNECT');
});

it('has the same in words', async () => {
  const shown = show(view);
  await userEvent.click(screen.getByRole('radio', { name: 'List' }));
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(items).toEqual([
    '0.010 ssensor-1 sends CONNECT to the broker; it arrives at 0.060 s.',
    '0.100 ssensor-1 publishes message 1.',
    '0.100 ssensor-1 sends PUBLISH q1 id 1 to the broker; it is lost on the way.',
    '0.300 ssensor-1 sends PUBLISH q1 id 1 DUP to the broker; it arrives at 0.350 s.',
    '0.350 sthe broker sends PUBLISH q1 id 1 to logger-1; it arrives at 0.355 s.',
    '0.350 sthe broker sends PUBACK id 1 to sensor-1; it arrives at 0.400 s.',
    '0.355 slogger-1 is given message 1 of sensor-1.',
    '0.400 ssensor-1 knows that message 1 has arrived.',
  ]);
  expect(screen.getByRole('listitem', { current: 'step' }).textContent).toContain('lost on the way');
  screen.getByRole('button', { name: /CONNECT/ }).focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(shown.playback().clock.now()).toBe(100_000);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(shown.playback().clock.now()).toBe(125_000);
  expect(screen.getByRole('button', { pressed: true }).textContent).toContain('lost on the way');
});

it('goes through the list by keys, and on from its ends', async () => {
  const shown = show(view);
  await userEvent.click(screen.getByRole('radio', { name: 'List' }));
  // One stop for Tab: the line at the playhead.
  await userEvent.tab();
  expect(document.activeElement?.textContent).toContain('lost on the way');
  await userEvent.keyboard('{End}');
  expect(document.activeElement?.textContent).toContain('knows that message 1 has arrived');
  expect(shown.playback().clock.now()).toBe(100_000);
  await userEvent.keyboard('{ArrowDown}');
  expect(shown.playback().clock.now()).toBe(400_000);
  await userEvent.keyboard('{Home}');
  expect(document.activeElement?.textContent).toContain('CONNECT');
  expect(shown.playback().clock.now()).toBe(400_000);
});

it('lets any two of several clients stand there, and tells of everybody', async () => {
  const clients = [lane.device, 'logger-1', 'passer-by'].map((name) => ({ name, link: lane.link }));
  const third = packet(9, 200_000, { client: 'passer-by', type: 'PINGREQ', summary: 'PINGREQ', message: null, qos: null, device: null });
  show({ ...view, events: [...view.events, third] }, [lane], clients);
  expect(screen.queryByRole('option', { name: /PINGREQ/ })).toBeNull();
  const [left, right] = [screen.getByRole('combobox', { name: 'Left' }), screen.getByRole('combobox', { name: 'Right' })];
  await userEvent.selectOptions(left, 'logger-1');
  expect(right).toHaveProperty('value', lane.device);
  await userEvent.selectOptions(right, 'passer-by');
  expect(screen.getAllByRole('option', { name: /PINGREQ/ }).length).toBe(1);
  expect(screen.queryByRole('option', { name: /DUP/ })).toBeNull();

  await userEvent.click(screen.getByRole('radio', { name: 'List' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(9);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tell of' }), 'passer-by');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '0.200 spasser-by sends PINGREQ to the broker; it arrives at 0.250 s.',
  ]);
});

const far = { ...view, events: [packet(30, 60_000_000, { summary: 'PINGREQ', message: null, qos: null, device: null })] };
function Moving({ playback }: { readonly playback: Playback }) {
  const now = usePlayhead(playback.clock, 0);
  return <Chosen playback={playback} shown={now > 10_000_000 ? far : view} lanes={[lane]} clients={[]} />;
}

it('goes on across a silence, and keeps the keyboard in the list', async () => {
  const shown = showOnBench((playback) => <Moving playback={playback} />, {
    withRun: { runId: 1, startsAt: run.startsAt, endsAt: at(90_000_000) },
  });
  shown.findStep.mockResolvedValue(at(60_000_000));
  await userEvent.click(screen.getByRole('radio', { name: 'List' }));
  await userEvent.tab();
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(shown.playback().clock.now()).toBe(400_000);
  await userEvent.keyboard('{ArrowDown}');
  expect(await screen.findByText(/PINGREQ/)).toBeTruthy();
  expect(document.activeElement?.textContent).toContain('PINGREQ');
});

it('shows one level or all', async () => {
  const other = { ...lane, device: 'sensor-2', qos: 2 as const, subscriber: null };
  show(view, [lane, other]);
  expect(screen.getAllByRole('option')).toHaveLength(5);
  await userEvent.click(screen.getByRole('radio', { name: 'QoS 2' }));
  expect(screen.queryAllByRole('option')).toHaveLength(0);
  expect(screen.getByText('No packet of these is near the playhead.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'All' }));
  expect(screen.getAllByRole('option')).toHaveLength(5);
});

it('says which packet is chosen', async () => {
  show(view);
  screen.getByRole('listbox').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('status').textContent).toBe('PUBLISH q1 id 1 DUP');
});

it('writes short labels', () => {
  expect(labelOf(packet(1, 0, { message: 34, packetId: 3, dup: true }))).toBe('PUBLISH 34 (id 3) DUP');
  expect(labelOf(packet(1, 0, { qos: 0, message: 5, packetId: null }))).toBe('PUBLISH 5');
  expect(labelOf(packet(1, 0, { type: 'CONNECT', message: null, summary: 'CONNECT "a" c1' }))).toBe('CONNECT "a" c1');
});
