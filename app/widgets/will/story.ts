// What a finished run shows of the will: the last packet, when the broker closed the connection, when it published the will, and who was told. All instants in seconds.
import { OFFLINE, type RunEvent, STATUS_TOPIC } from '#simulations';
import type { RunView } from '#simulations/worker';
import { DEVICE, DEVICE_ID, LATECOMER, WATCHER, type WillSettings } from './settings.ts';

const SECOND = 1e6;

/** How the device was cut off without a word to the broker. */
export type Cut = 'cable' | 'wifi' | 'power';

/** `heard`: from the other side, by MQTT or TCP. `fault`: it was sent what MQTT forbids. */
export type How = 'timeout' | 'takenOver' | 'fault' | 'heard';

export interface Story {
  /** `null`: it was not; the broker was told, by MQTT or by TCP. */
  readonly cut: Cut | null;
  /** The cut, or what the script has the device do. */
  readonly endedAt: number;
  /** The last that reached the broker before it closed the connection. */
  readonly lastPacket: { readonly at: number; readonly type: string } | null;
  /** The broker ended the connection, or took note of its end; with its own words for it. */
  readonly closed: { readonly at: number; readonly how: How; readonly line: string } | null;
  readonly expiredAt: number | null;
  readonly will: { readonly publishedAt: number; readonly toldAt: number; readonly qos: number } | null;
  /** The cable, Wi-Fi or power was back, or the device connected again. */
  readonly backAt: number | null;
  /** The device itself took its connection for lost. */
  readonly deviceLostAt: number | null;
  /** Somebody stopped the broker or cut the watcher off: what the watcher read then says little about the will. */
  readonly meddled: boolean;
  /** What the latecomer was told when it subscribed; `null`: nothing. */
  readonly latecomer: string | null;
}

/** Words of the broker's log about the end of a connection. */
const WORDS: readonly (readonly [string, How])[] = [
  ['exceeded timeout', 'timeout'],
  ['already connected', 'takenOver'],
  ['disconnected due to', 'fault'],
  ['closed its connection', 'heard'],
  ['disconnected.', 'heard'],
];

function cutBy(event: RunEvent, client = DEVICE): Cut | null {
  if (event.kind === 'cable' && event.client === client && event.state === 'out') return 'cable';
  if (event.kind === 'wifi' && event.client === client && event.state === 'lost') return 'wifi';
  if (event.kind === 'power' && event.client === client && event.state === 'off') return 'power';
  return null;
}

function meddles(event: RunEvent): boolean {
  return (event.kind === 'broker' && event.step !== 'started') || cutBy(event, WATCHER) !== null;
}

function isReturn(event: RunEvent): boolean {
  if (event.kind === 'connection') return event.client === DEVICE && event.step === 'connected';
  if (event.kind === 'cable') return event.client === DEVICE && event.state === 'in';
  if (event.kind === 'wifi') return event.client === DEVICE && event.state === 'joined';
  return event.kind === 'power' && event.client === DEVICE && event.state !== 'off';
}

function closedIn(events: readonly RunEvent[]): Story['closed'] {
  for (const event of events) {
    if (event.kind !== 'brokerLog' || !event.text.includes(DEVICE_ID)) continue;
    const line = event.text;
    const how = WORDS.find(([words]) => line.includes(words))?.[1];
    if (how !== undefined) return { at: event.at / SECOND, how, line };
  }
  return null;
}

function lastPacketBefore(events: readonly RunEvent[], at: number): Story['lastPacket'] {
  let last: Story['lastPacket'] = null;
  for (const event of events) {
    if (event.kind !== 'packetSent' || event.client !== DEVICE || event.direction !== 'uplink' || event.lost) continue;
    const arrivedAt = event.endsAt / SECOND;
    if (arrivedAt <= at && (last === null || arrivedAt >= last.at)) last = { at: arrivedAt, type: event.type };
  }
  return last;
}

/** The will as the watcher got it; QoS and instant of its publishing stand in the packet that the broker sent. */
function willIn(events: readonly RunEvent[]): Story['will'] {
  const told = events.find((event) => event.kind === 'received' && event.client === WATCHER && event.payload === OFFLINE);
  if (told?.kind !== 'received') return null;
  const isWill = (event: RunEvent): boolean =>
    event.kind === 'packetSent' && event.client === WATCHER && event.direction === 'downlink' && event.type === 'PUBLISH' && !event.lost;
  const published = events.findLast((event) => isWill(event) && event.at <= told.at);
  return { publishedAt: (published ?? told).at / SECOND, toldAt: told.at / SECOND, qos: told.qos };
}

/** `whole`: the view of the whole run at its end. */
export function storyOf({ events, at }: RunView, { ending, endsAtSeconds }: WillSettings): Story {
  const cut = events.find((event) => cutBy(event) !== null && (ending === 'cable' || event.at / SECOND <= endsAtSeconds));
  const endedAt = cut === undefined ? endsAtSeconds : cut.at / SECOND;
  const since = events.filter((event) => event.at / SECOND >= endedAt);
  const closed = closedIn(since);
  const of = (event: RunEvent | undefined): number | null => (event === undefined ? null : event.at / SECOND);
  const latecomer = events.find(
    (event) => event.kind === 'received' && event.client === LATECOMER && event.topicName === STATUS_TOPIC && event.retain,
  );
  return {
    cut: cut === undefined ? null : cutBy(cut),
    endedAt,
    lastPacket: lastPacketBefore(events, closed?.at ?? at / SECOND),
    closed,
    expiredAt: of(since.find((event) => event.kind === 'brokerLog' && event.text.includes(`Expiring client ${DEVICE_ID}`))),
    will: willIn(since),
    backAt: of(since.find(isReturn)),
    deviceLostAt: of(since.find((event) => event.kind === 'connection' && event.client === DEVICE && event.step === 'lost')),
    meddled: events.some(meddles),
    latecomer: latecomer?.kind === 'received' ? latecomer.payload : null,
  };
}

/** When the watcher is told, seen from the end of the connection. */
export type When = 'atOnce' | 'later' | 'never';

/** What takes no longer than a few round trips is at once. Seconds. */
const AT_ONCE = 1;

export function whenOf({ will, endedAt }: Story): When {
  if (will === null) return 'never';
  return will.toldAt - endedAt <= AT_ONCE ? 'atOnce' : 'later';
}
