// For component tests: results of fleets, made by hand. Small numbers that add up.
import type { RestResult, RestScenario, StormResult, StormScenario } from '#simulations';

const standing = (sessions: number, storedMessages: number, heapBytes: number) => ({ sessions, storedMessages, heapBytes });

export function someStorm(scenario: StormScenario, change: Partial<StormResult> = {}): StormResult {
  const { devices } = scenario.sessions;
  const bins = 20;
  const series = (value: number) => new Float64Array(bins).fill(value);
  const delivered = devices * scenario.queuedEach;
  return {
    story: 'storm',
    scenario,
    endedBy: 'settled',
    endsAtMs: 30_000,
    empty: standing(0, 0, 400_000),
    before: standing(devices, delivered, 400_000 + devices * 1_600 + delivered * 320),
    after: standing(devices, delivered, 400_000 + devices * 1_500 + delivered * 310),
    attempts: devices * 4,
    outcomes: { accepted: devices, down: devices, full: devices * 2, patience: 0, broker: 0 },
    back: devices,
    sessionsPresent: devices,
    gaveUp: 0,
    halfBackMs: 10_000,
    mostBackMs: 20_000,
    allBackMs: 25_000,
    delivered,
    deliveredBytes: delivered * scenario.messages.payloadBytes,
    lastDeliveryMs: 26_000,
    dropped: 0,
    heapPeakBytes: 400_000 + devices * 1_600 + delivered * 320,
    servedInVain: 0,
    mostWaiting: 49,
    over: {
      fromMs: 0,
      widthMs: 1_500,
      bins,
      series: {
        attempts: series((devices * 4) / bins),
        back: series(devices / bins),
        failed: series((devices * 3) / bins),
        delivered: series(delivered / bins),
        deliveredBytes: series(0),
        backSoFar: Float64Array.from({ length: bins }, (_, bin) => ((bin + 1) * devices) / bins),
        stored: Float64Array.from({ length: bins }, (_, bin) => delivered * (1 - (bin + 1) / bins)),
        backlog: series(10),
        heapBytes: series(900_000),
      },
    },
    raster: {
      devices: Uint32Array.from({ length: Math.min(devices, 400) }, (_, row) => row),
      atMs: Float64Array.of(0, 1_000),
      row: Uint16Array.of(0, 0),
      outcome: Uint8Array.of(2, 0),
      isCut: false,
    },
    log: [],
    brokerVersion: '2.0.21',
    digest: '0123456789abcdef',
    ...change,
  };
}

export function someRest(scenario: RestScenario, change: Partial<RestResult> = {}): RestResult {
  const { devices, subscriptionsEach } = scenario.sessions;
  const each = Math.floor((scenario.messagesPerHour * scenario.awaySeconds) / 3_600);
  const sent = subscriptionsEach === 0 ? 0 : devices * each;
  const bins = 10;
  const sessions = 400_000 + devices * 450;
  const subscribed = sessions + devices * subscriptionsEach * 340;
  const away = subscribed + sent * 310;
  return {
    story: 'rest',
    scenario,
    endedBy: 'settled',
    endsAtMs: scenario.awaySeconds * 1_000,
    empty: standing(0, 0, 400_000),
    sessions: standing(devices, 0, sessions),
    subscribed: standing(devices, 0, subscribed),
    away: standing(devices, sent, away),
    end: standing(devices, 0, subscribed),
    sent,
    delivered: sent,
    dropped: 0,
    wakeUps: devices * scenario.wakes,
    sessionsPresent: devices * scenario.wakes,
    heapPeakBytes: away,
    over: {
      fromMs: 0,
      widthMs: (scenario.awaySeconds * 1_000) / bins,
      bins,
      series: {
        sent: new Float64Array(bins).fill(sent / bins),
        delivered: new Float64Array(bins),
        stored: Float64Array.from({ length: bins }, (_, bin) => (sent * (bin + 1)) / bins),
        sessions: new Float64Array(bins).fill(devices),
        heapBytes: Float64Array.from({ length: bins }, (_, bin) => subscribed + ((away - subscribed) * (bin + 1)) / bins),
      },
    },
    log: [],
    brokerVersion: '2.0.21',
    digest: '0123456789abcdef',
    ...change,
  };
}
