import { describe, expect, it } from 'vitest';
import { at, packet } from './fixture.test-data.ts';
import { anchorOf, type LadderPacket, ladderLayout, packetsNear } from './ladderLayout.ts';

const DELAY = 50_000;

function onDevice(...packets: ReturnType<typeof packet>[]): LadderPacket[] {
  return packets.map((sent) => ({ packet: sent, half: 'device' as const }));
}
/** A regular exchange: one packet every 20 ms. */
const regular = onDevice(...Array.from({ length: 400 }, (_, index) => packet(index, index * 20_000)));

describe('ladderLayout', () => {
  it('slants an arrow by its time and never lets time run upwards', () => {
    const { arrows } = ladderLayout(regular.slice(0, 50), DELAY, null);
    for (const { sentY, endY } of arrows) expect(endY).toBeGreaterThan(sentY);
    const sent = arrows.map(({ sentY }) => sentY);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
  });

  it('gives each label of a burst its own line', () => {
    const burst = onDevice(...Array.from({ length: 5 }, (_, index) => packet(index, 1_000)));
    const lines = ladderLayout(burst, DELAY, null).arrows.map(({ sentY }) => sentY);
    for (let index = 1; index < lines.length; index++) expect((lines[index] ?? 0) - (lines[index - 1] ?? 0)).toBeGreaterThanOrEqual(18);
  });

  it('shortens silence', () => {
    const { arrows } = ladderLayout(onDevice(packet(1, 0), packet(2, 3_600_000_000)), DELAY, null);
    expect((arrows[1]?.sentY ?? 0) - (arrows[0]?.sentY ?? 0)).toBeLessThan(150);
  });

  it('keeps every arrow in its place when the window moves along', () => {
    const before = ladderLayout(regular.slice(0, 200), DELAY, null);
    const after = ladderLayout(regular.slice(60, 260), DELAY, anchorOf(before, at(2_000_000)));
    const place = new Map(before.arrows.map((arrow) => [arrow.packet.packet, arrow]));
    // At the rims neighbours are missing, far out of sight.
    const shared = after.arrows.filter(({ packet: { packet: number } }) => number >= 70 && number < 190);
    expect(shared).toHaveLength(120);
    for (const arrow of shared) expect(arrow).toEqual(place.get(arrow.packet.packet));
  });

  it('finds the height of any instant', () => {
    const layout = ladderLayout(regular.slice(0, 10), DELAY, null);
    const heights = [-0, 5_000, 20_000, 33_333, 180_000, 9_000_000].map((instant) => layout.yAt(at(instant)));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(layout.yAt(at(20_000))).toBe(layout.arrows[1]?.sentY);
    expect(ladderLayout([], DELAY, null).yAt(at(5))).toBe(0);
  });

  it('names a loss unless another stands too near', () => {
    const lost = (number: number, sentAt: number) => packet(number, sentAt, { lost: true, endsAt: at(sentAt + 25_000) });
    const { arrows } = ladderLayout(onDevice(lost(1, 0), lost(2, 100), lost(3, 500_000), packet(4, 600_000)), DELAY, null);
    expect(arrows.map(({ lossNamed }) => lossNamed)).toEqual([true, false, true, false]);
  });
});

it('takes the packets nearest to the playhead', () => {
  const near = packetsNear(regular, at(200 * 20_000));
  // Two that were sent before the first of the 260 end after it was sent.
  expect(near).toHaveLength(262);
  expect(near.some(({ packet: { packet: number } }) => number === 200)).toBe(true);
  expect(packetsNear(regular, at(0))).toHaveLength(101);
  expect(packetsNear(regular, at(99_000_000))).toHaveLength(162);
  expect(packetsNear([], at(0))).toEqual([]);
});
