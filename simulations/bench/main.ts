// npm run bench: everything in one run on one machine, as a table and, with --json FILE, as a list of { name, value, unit, aim }.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { QoS } from '../mqtt/packet.ts';
import { browserFigures } from './browser.ts';
import { type Figure, median, meetsAim, table } from './figure.ts';
import { fleetFigures } from './fleets.ts';
import { nativeCapacityFigures } from './nativeCapacity.ts';
import { aedesInProcess, aedesOverLoopback, nativeOverLoopback, type Peer, wasmPeer } from './peers.ts';
import { runFigures } from './runs.ts';
import { sessionFigures } from './sessions.ts';
import { sizeFigures } from './size.ts';
import { stageFigures } from './stage.ts';
import { throughput } from './throughput.ts';

const LEVELS: readonly QoS[] = [0, 1, 2];
const ROUNDS = 3;
const MESSAGES = 60_000;
/** Times as fast, by the peer's name. Aedes in process is the fair peer and has no aim. */
const AIMS: Readonly<Record<string, string>> = { 'native Mosquitto over loopback': '>= 5', 'Aedes over loopback': '>= 4' };

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const figures: Figure[] = [
  ...(await sizeFigures()),
  ...(await runFigures()),
  ...(await stageFigures()),
  ...(await browserFigures()),
  ...(await sessionFigures()),
  ...(await fleetFigures()),
  ...(await nativeCapacityFigures()),
  ...(await throughputFigures()),
];
process.stdout.write(`\n${table(figures)}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
const missed = figures.filter((figure) => meetsAim(figure) === false);
process.stdout.write(missed.length === 0 ? '\nAll aims met.\n' : `\nMissed: ${missed.map(({ name }) => name).join('; ')}\n`);

/** Rounds in turn over all brokers, so that a machine that changes its pace does so for each of them. */
async function throughputFigures(): Promise<Figure[]> {
  const native = await nativeOverLoopback(18_831);
  const peers = [await wasmPeer(), await aedesInProcess(), await aedesOverLoopback(18_832), ...(native === null ? [] : [native])];
  const rates = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const qos of LEVELS) {
      for (const peer of peers) {
        const key = rateName(peer, qos);
        const rate = await throughput(peer.dial, qos, MESSAGES);
        rates.set(key, [...(rates.get(key) ?? []), rate]);
      }
    }
  }
  for (const peer of peers) await peer.stop();
  if (native === null) process.stdout.write('Native Mosquitto is not installed: left out of the comparison.\n');
  const rate = (peer: Peer, qos: QoS): number => median(rates.get(rateName(peer, qos)) ?? []);
  const [wasm, ...others] = peers as [Peer, ...Peer[]];
  return LEVELS.flatMap((qos) => [
    ...peers.map((peer): Figure => ({ name: rateName(peer, qos), value: rate(peer, qos), unit: 'messages/s', aim: null })),
    ...others.map(
      (peer): Figure => ({
        name: `QoS ${qos}: mosquitto-wasm in process to ${peer.name}`,
        value: rate(wasm, qos) / rate(peer, qos),
        unit: 'times',
        aim: AIMS[peer.name] ?? null,
      }),
    ),
  ]);
}

function rateName(peer: Peer, qos: QoS): string {
  return `QoS ${qos}, ${peer.name}`;
}
