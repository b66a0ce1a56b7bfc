import { describe, expect, it } from 'vitest';
import { fromMicroseconds } from '#simulations';
import { DEFAULT_SPEED, initialPlayback, type PlaybackAction, type PlaybackState, playback, strideMs } from './playbackState.ts';

const run = { runId: 1, startsAt: fromMicroseconds(0), opensAt: fromMicroseconds(100_000), endsAt: fromMicroseconds(1_000_000) };
const opened: PlaybackAction = { do: 'open', run, play: true };

function reach(...actions: PlaybackAction[]): PlaybackState {
  return actions.reduce(playback, initialPlayback());
}
const frames = (count: number, elapsedMs: number): PlaybackAction[] => Array.from({ length: count }, () => ({ do: 'frame', elapsedMs }));

describe('playback', () => {
  it('stands still without a run, whatever is pressed', () => {
    expect(reach({ do: 'play' }, { do: 'replay' }, { do: 'seek', to: fromMicroseconds(5) }, ...frames(3, 16))).toEqual(initialPlayback());
  });

  it('opens a run at its first packet and plays', () => {
    expect(reach(opened)).toMatchObject({ at: 100_000, controls: { playing: true } });
  });

  it('takes up a run where another was left, and still replays it from its first packet', () => {
    const resumed = reach({ do: 'open', run: { ...run, resumesAt: fromMicroseconds(700_000) }, play: false });
    expect(resumed).toMatchObject({ at: 700_000, controls: { playing: false } });
    expect(playback(resumed, { do: 'replay' })).toMatchObject({ at: 100_000, controls: { playing: true } });
  });

  it('may be given another end, and stays where it is if that is still there', () => {
    const until = (endsAt: number) =>
      reach(opened, { do: 'seek', to: fromMicroseconds(900_000) }, { do: 'stretch', endsAt: fromMicroseconds(endsAt) });
    expect(until(3_000_000)).toMatchObject({ at: 900_000, controls: { playing: true, run: { runId: 1, endsAt: 3_000_000 } } });
    expect(until(600_000).at).toBe(600_000);
    expect(playback(initialPlayback(), { do: 'stretch', endsAt: fromMicroseconds(1) }).controls.run).toBeNull();
  });

  it('moves by wall time times speed', () => {
    expect(reach(opened, ...frames(10, 16)).at).toBe(100_000 + 160 * 1_000 * DEFAULT_SPEED);
    expect(reach(opened, { do: 'speed', speed: 1 }, ...frames(2, 50)).at).toBe(200_000);
  });

  it('does not catch up with a page that was hidden', () => {
    expect(reach(opened, { do: 'speed', speed: 1 }, ...frames(1, 60_000)).at).toBe(200_000);
  });

  it('stops at the end, exactly there', () => {
    const end = reach(opened, { do: 'speed', speed: 10 }, ...frames(20, 16));
    expect(end).toMatchObject({ at: 1_000_000, controls: { playing: false } });
    expect(playback(end, { do: 'frame', elapsedMs: 16 })).toBe(end);
  });

  it('plays again from the first packet after the end', () => {
    expect(reach(opened, { do: 'pause' }, { do: 'seek', to: run.endsAt }, { do: 'play' })).toMatchObject({
      at: 100_000,
      controls: { playing: true },
    });
  });

  it('goes on from where it was paused', () => {
    expect(reach(opened, { do: 'seek', to: fromMicroseconds(400_000) }, { do: 'pause' }, { do: 'play' }).at).toBe(400_000);
  });

  it('keeps a seek within the run', () => {
    expect(reach(opened, { do: 'seek', to: fromMicroseconds(9_000_000) }).at).toBe(1_000_000);
  });

  it('jumps instead of gliding when calm: nothing, nothing, then the whole stride', () => {
    const calm = reach(opened, { do: 'calm', calm: true }, ...frames(5, 100));
    expect(calm.at).toBe(100_000);
    expect(playback(calm, { do: 'frame', elapsedMs: 100 }).at).toBe(100_000 + 600 * 1_000 * DEFAULT_SPEED);
  });

  it('jumps when too fast for the eye', () => {
    expect(strideMs({ calm: false, speed: 20 })).toBe(0);
    expect(strideMs({ calm: false, speed: 50 })).toBeGreaterThan(0);
  });

  it('forgets the run when it is taken away', () => {
    expect(reach(opened, { do: 'open', run: null, play: false })).toMatchObject({ at: 0, controls: { run: null, playing: false } });
  });
});
