import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at } from './fixture.test-data.ts';
import { run, type Shown, showOnBench } from './showOnBench.test-data.tsx';
import { TimeBar } from './TimeBar.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const LOSSES = [at(120_000), at(300_000)];

describe('a time bar with a run', () => {
  let shown: Shown;
  beforeEach(() => {
    shown = showOnBench((playback) => <TimeBar playback={playback} lossInstants={LOSSES} />);
  });

  it('opens at the first packet and says where it stands', () => {
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Playhead' });
    expect(slider.value).toBe('100000');
    expect(slider.getAttribute('aria-valuetext')).toBe('0.100 s of 0.500 s; 2 packets lost in this run');
    expect(screen.getByTitle('Virtual time of the run').textContent).toBe('0.100 s of 0.500 s');
  });

  it('plays and pauses, and the slider follows', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => shown.playback().setSpeed(1));
    shown.frame(16);
    shown.frame(50);
    expect(shown.playback().clock.now()).toBe(150_000);
    expect(screen.getByRole<HTMLInputElement>('slider').value).toBe('150000');
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    shown.frame(50);
    expect(shown.playback().clock.now()).toBe(150_000);
  });

  it('stops at the end and offers to play again', async () => {
    act(() => shown.playback().seek(at(490_000)));
    act(() => shown.playback().setSpeed(10));
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    shown.frame(16);
    shown.frame(16);
    expect(shown.playback().clock.now()).toBe(run.endsAt);
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    expect(shown.playback().clock.now()).toBe(run.opensAt);
  });

  it('steps to what was chosen', async () => {
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Step by' }), 'loss');
    await userEvent.click(screen.getByRole('button', { name: 'On to the next loss' }));
    expect(shown.findStep).toHaveBeenLastCalledWith(1, 100_000, 'forward', 'loss');
    expect(shown.playback().clock.now()).toBe(110_000);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the previous loss' }));
    expect(shown.playback().clock.now()).toBe(100_000);
  });

  it('goes to the end when no step is left', async () => {
    shown.findStep.mockResolvedValueOnce(null);
    await userEvent.click(screen.getByRole('button', { name: 'On to the next packet' }));
    expect(shown.playback().clock.now()).toBe(run.endsAt);
  });

  it('stays where it is when the laboratory fails', async () => {
    shown.findStep.mockRejectedValueOnce(new Error('gone'));
    await userEvent.click(screen.getByRole('button', { name: 'On to the next packet' }));
    expect(shown.playback().clock.now()).toBe(100_000);
  });

  it('is scrubbed', () => {
    fireEvent.input(screen.getByRole('slider'), { target: { value: '250000' } });
    expect(shown.playback().clock.now()).toBe(250_000);
  });

  it('changes speed', async () => {
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '×20');
    expect(shown.playback().speed).toBe(20);
  });

  it('obeys keys wherever the focus is, and leaves controls their own', async () => {
    screen.getByRole('slider').focus();
    await userEvent.keyboard(' ');
    expect(shown.playback().playing).toBe(true);
    await userEvent.keyboard('{ArrowRight}');
    expect(shown.playback().playing).toBe(false);
    expect(shown.playback().clock.now()).toBe(110_000);
    await userEvent.keyboard('{End}');
    expect(shown.playback().clock.now()).toBe(run.endsAt);
    await userEvent.keyboard('{Home}');
    expect(shown.playback().clock.now()).toBe(run.startsAt);
    screen.getByRole('button', { name: 'Replay from the first packet' }).focus();
    await userEvent.keyboard(' ');
    expect(shown.playback()).toMatchObject({ playing: true });
    expect(shown.playback().clock.now()).toBe(run.opensAt);
    screen.getByRole('combobox', { name: 'Speed' }).focus();
    await userEvent.keyboard('{End}');
    expect(shown.playback().clock.now()).toBe(run.opensAt);
  });
});

it('is there, but idle, before a run', async () => {
  showOnBench((playback) => <TimeBar playback={playback} lossInstants={[]} />, { withRun: null });
  for (const button of screen.getAllByRole<HTMLButtonElement>('button')) expect(button.disabled).toBe(true);
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('No run yet');
});

it('jumps under reduced motion', async () => {
  const shown = showOnBench((playback) => <TimeBar playback={playback} lossInstants={[]} />, { calm: true });
  act(() => shown.playback().setSpeed(0.1));
  await userEvent.click(screen.getByRole('button', { name: 'Play' }));
  shown.frame(0);
  for (let frame = 0; frame < 5; frame++) shown.frame(100);
  expect(shown.playback().clock.now()).toBe(100_000);
  shown.frame(100);
  expect(shown.playback().clock.now()).toBe(160_000);
});
