// The prediction before a run: how many duplicates will QoS 1 make? Four ranges of messages, the same shares of them for every number of messages.

/** Most duplicates of each range but the last, as shares of the messages. */
const SHARES = [0, 0.1, 0.5] as const;

/** `high` is `null` for the last range, which has no end. */
export interface DuplicateRange {
  readonly low: number;
  readonly high: number | null;
}

/** Four ranges that follow each other without gap, the first being none at all. */
export function duplicateRanges(messages: number): readonly DuplicateRange[] {
  const ranges: DuplicateRange[] = [];
  let low = 0;
  for (const share of SHARES) {
    const high = Math.max(low, Math.floor(messages * share));
    ranges.push({ low, high });
    low = high + 1;
  }
  return [...ranges, { low, high: null }];
}

export function isWithin({ low, high }: DuplicateRange, duplicates: number): boolean {
  return duplicates >= low && (high === null || duplicates <= high);
}
