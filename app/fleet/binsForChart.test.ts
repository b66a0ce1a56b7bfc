import { describe, expect, it } from 'vitest';
import { binsForChart, sharedBinMs } from './binsForChart.ts';

const over = (bins: number, widthMs: number) => ({
  fromMs: 0,
  widthMs,
  bins,
  series: { attempts: new Float64Array(bins).fill(2), back: Float64Array.from({ length: bins }, (_, bin) => bin + 1) },
});

describe('bins for a chart', () => {
  it('joins as many as a picture bears, and says amounts per second', () => {
    const { edges, rate, atEnd } = binsForChart(over(10, 500), 5);
    expect(edges).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rate('attempts')).toEqual([4, 4, 4, 4, 4]);
    expect(atEnd('back')).toEqual([2, 4, 6, 8, 10]);
  });

  it('leaves out what comes later, in whole bins', () => {
    const { edges, rate } = binsForChart(over(10, 500), 5, 1_600, { leastWidthMs: 1_000 });
    expect(edges).toEqual([0, 1, 2]);
    expect(rate('attempts')).toEqual([4, 4]);
  });

  it('goes on after a run that is over: nothing comes, and what stood stands', () => {
    const { edges, rate, atEnd, most } = binsForChart(over(2, 1_000), 100, 4_000, { isOver: true });
    expect(edges).toEqual([0, 1, 2, 3, 4]);
    expect(rate('attempts')).toEqual([2, 2, 0, 0]);
    expect(atEnd('back')).toEqual([1, 2, 2, 2]);
    expect(most('back')).toEqual([1, 2, 2, 2]);
    expect(binsForChart(over(2, 1_000), 100, 4_000).edges).toEqual([0, 1, 2]);
  });

  it('finds one width for runs of different lengths', () => {
    const [long, short] = [over(600, 2_560), over(900, 80)];
    for (const untilMs of [5_000, 78_000, 1_500_000]) {
      const width = sharedBinMs([long, short], 100, untilMs);
      const end = Math.ceil(untilMs / width) * width;
      const [one, other] = [long, short].map((run) => binsForChart(run, 100, end, { leastWidthMs: width, isOver: true }));
      expect(one?.edges).toEqual(other?.edges);
      expect(one?.edges.length).toBeLessThanOrEqual(101);
      expect(one?.edges[1]).toBe(width / 1_000);
    }
  });
});
