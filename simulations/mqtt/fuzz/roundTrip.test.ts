// Thousands of random packets through the codec and back, with their spans; random and broken bytes, which must come back as
// an answer, whatever it is. The seeds are fixed: the same packets every time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import { encode } from '../encode.ts';
import { inspect } from '../inspect.ts';
import type { ProtocolVersion } from '../packet.ts';
import { createPacketReader } from '../packetReader.ts';
import { arbitraryNoise, arbitraryWounds, malform } from './arbitraryBytes.ts';
import { arbitraryPacket } from './arbitraryPackets.ts';
import { tilingProblem } from './spansTile.ts';

const VERSIONS: readonly ProtocolVersion[] = ['3.1.1', '5.0'];

describe.each(VERSIONS)('MQTT %s', { timeout: 120_000 }, (version) => {
  test('what is encoded decodes to the same packet, and encodes to the same bytes again', () => {
    fc.assert(
      fc.property(arbitraryPacket(version), (packet) => {
        const bytes = encode(packet, version);
        const result = decode(bytes, version);
        expect(result).toStrictEqual({ ok: true, packet });
        if (result.ok) expect(encode(result.packet, version).join()).toBe(bytes.join());
      }),
      { seed: 1883, numRuns: 5_000 },
    );
  });

  test('the inspector decodes the same and its spans tile the packet', () => {
    fc.assert(
      fc.property(arbitraryPacket(version), (packet) => {
        const bytes = encode(packet, version);
        const { result, fields } = inspect(bytes, version);
        expect(result).toStrictEqual({ ok: true, packet });
        expect(tilingProblem(fields, bytes)).toBeUndefined();
      }),
      { seed: 8883, numRuns: 3_000 },
    );
  });

  test('noise and wounded packets get an answer, the same with spans as without, and the spans still tile', () => {
    const wounded = fc
      .tuple(arbitraryPacket(version), arbitraryWounds, fc.boolean())
      .map(([packet, wounds, refit]) => malform(encode(packet, version), wounds, refit));
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: wounded }, { weight: 1, arbitrary: arbitraryNoise }), (bytes) => {
        const result = decode(bytes, version);
        const inspection = inspect(bytes, version);
        expect(inspection.result).toStrictEqual(result);
        expect(tilingProblem(inspection.fields, bytes)).toBeUndefined();
        if (!result.ok) expect(result.error.offset).toBeLessThanOrEqual(bytes.length);
      }),
      { seed: 3_1_1, numRuns: 10_000 },
    );
  });

  test('a stream cut anywhere gives the same packets', () => {
    const stream = fc.array(arbitraryPacket(version), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(stream, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }), (packets, sizes) => {
        const bytes = Uint8Array.from(packets.flatMap((packet) => [...encode(packet, version)]));
        const reader = createPacketReader(version, 100_000);
        const found = [];
        for (let at = 0, chunk = 0; at < bytes.length; chunk++) {
          const size = sizes[chunk % sizes.length] ?? 1;
          found.push(...reader.push(bytes.subarray(at, at + size)));
          at += size;
        }
        expect(found.map(({ result }) => result)).toStrictEqual(packets.map((packet) => ({ ok: true, packet })));
        expect(found.map((one) => one.bytes.join()).join()).toBe(bytes.join());
        expect(reader.waitingBytes).toBe(0);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
