// What one core of this machine can take with a native Mosquitto: connections a second without TLS and with TLS 1.3, by the broker's own processor time. The presets of the page's server model come from here.
// Full handshakes, no session resumption. Left out: what the system's network stack costs outside the broker.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { encode } from '../mqtt/encode.ts';
import type { Figure } from './figure.ts';
import { LightClient } from './lightClient.ts';
import { dialSocket, type NativeBroker, startNative } from './peers.ts';

const CONNECTIONS = 3_000;
const AT_A_TIME = 50;

type Certificate = 'ECDSA P-256' | 'RSA 2048';

export async function nativeCapacityFigures(): Promise<Figure[]> {
  const plain = await startNative(18_842);
  if (plain === null) return [];
  const figures = [await measured('no TLS', plain, (index) => plainConnection(plain.port, index))];
  const folder = mkdtempSync(join(tmpdir(), 'bench-certificates-'));
  try {
    for (const certificate of ['ECDSA P-256', 'RSA 2048'] as const) {
      const files = certificateIn(folder, certificate);
      if (files === null) {
        process.stdout.write('No openssl is installed: connections with TLS are left out.\n');
        break;
      }
      const native = await startNative(certificate === 'RSA 2048' ? 18_844 : 18_843, [
        `certfile ${files.certificate}`,
        `keyfile ${files.key}`,
      ]);
      if (native !== null) figures.push(await measured(`TLS 1.3, ${certificate}`, native, (index) => tlsConnection(native.port, index)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return figures.flat();
}

async function measured(name: string, native: NativeBroker, connect: (index: number) => Promise<void>): Promise<Figure> {
  const cpuBefore = native.cpuSeconds() ?? 0;
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < CONNECTIONS) await connect(next++);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
  const cpuSeconds = (native.cpuSeconds() ?? 0) - cpuBefore;
  await native.stop();
  return {
    name: `native Mosquitto, ${name}: connections in a second of its processor time`,
    value: CONNECTIONS / cpuSeconds,
    unit: '/s',
    aim: null,
  };
}

async function plainConnection(port: number, index: number): Promise<void> {
  const client = new LightClient(await dialSocket(port));
  await client.connect({ clientId: `device-${index}`, cleanStart: false });
  client.close();
}

function tlsConnection(port: number, index: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false, minVersion: 'TLSv1.3' }, () =>
      socket.write(encode({ type: 'CONNECT', clientId: `device-${index}`, cleanStart: false, keepAliveSeconds: 0 }, '3.1.1')),
    );
    socket.once('error', reject);
    socket.once('data', () => {
      socket.destroy();
      resolve();
    });
  });
}

/** A certificate that signs itself, with its key; `null` where there is no openssl. */
function certificateIn(folder: string, kind: Certificate): { readonly certificate: string; readonly key: string } | null {
  const name = kind.replace(/\W/g, '');
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  const keyOf = kind === 'RSA 2048' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', ...keyOf, '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', certificate],
      { stdio: 'ignore' },
    );
  } catch {
    return null;
  }
  return { certificate, key };
}
