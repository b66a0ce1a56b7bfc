// What can be taken along from the collision calculator: the sentence, the figures, broker lines that show take-overs and clear orphans, and a client whose id is safe for this fleet.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type ClientIdCode, clientPrograms, confText } from '#content';
import { ID_ALPHABETS, SAFE_ID_BYTES } from '#simulations';
import type { TakeAlongContent } from '../../calculator/TakeAlong.tsx';
import type { CollisionValues } from './knobs.ts';
import type { Reckoning } from './reckoning.ts';
import { useChance } from './useChance.ts';

const KEEP_ALIVE_SECONDS = 60;
const EVERY_MS = 60_000;
/** The chip's own address, in hex. */
const MAC_DIGITS = 12;

/** An id for the fleet within the risk: as it is where that is enough, longer where it is not; the chip's own address where chance would need more than the 23 bytes. */
export function safeId({ prefix, alphabet, characters, source }: CollisionValues, { fewestCharacters, safety }: Reckoning): ClientIdCode {
  const text = ID_ALPHABETS[alphabet];
  // Drawn with fresh chance for each character, the length is all that counts; a poor source is not taken along.
  const needed = Math.max(characters, fewestCharacters ?? SAFE_ID_BYTES);
  if (source !== 'wholeMac' && needed <= safety.room) return { from: 'random', prefix, alphabet: text, characters: needed };
  return { from: 'mac', prefix: safety.room >= MAC_DIGITS ? prefix : '' };
}

export function useTakeAlong(values: CollisionValues, reckoning: Reckoning, headline: string): TakeAlongContent {
  const t = useTranslations('collisions.takeAlong');
  const figures = useTranslations('collisions.figures');
  const words = useChance();
  return useMemo(() => {
    const { devices, risk } = values;
    const { space, chance, approximateChance, pairs, sharing, mostDevices, fewestCharacters, safety } = reckoning;
    const clientId = safeId(values, reckoning);
    const advice = clientId.from === 'random' ? t('random', { characters: clientId.characters }) : t('mac');
    const sentence = `${headline} ${t('basis', { ids: words.number(space.ids), bytes: safety.bytes })}`;
    const within = words.chance(risk);
    const finite = (value: number) => (Number.isFinite(value) ? value : null);
    return {
      name: 'client-id-collisions',
      sentence,
      table: {
        columns: [
          { key: 'figure', head: t('figure') },
          { key: 'value', head: t('value') },
        ],
        rows: [
          [t('devices'), devices],
          [figures('ids'), finite(space.ids)],
          [figures('chance'), chance],
          [t('approximate'), approximateChance],
          [figures('sharing', { devices }), sharing],
          [figures('pairs'), pairs],
          [figures('mostDevices', { risk: within }), mostDevices],
          [figures('fewest', { risk: within }), fewestCharacters],
          [figures('bytes'), safety.bytes],
        ],
      },
      conf: confText(sentence, [
        { key: 'listener', value: 1883, why: t('conf.listener') },
        { key: 'connection_messages', value: true, why: t('conf.connections') },
        { key: 'log_type', value: 'notice', why: t('conf.log') },
        { key: 'persistent_client_expiration', value: '7d', why: t('conf.expiration') },
      ]),
      programs: clientPrograms({
        purpose: `${sentence}\n${advice}`,
        protocolVersion: '3.1.1',
        clientId,
        cleanStart: false,
        sessionExpirySeconds: null,
        keepAliveSeconds: KEEP_ALIVE_SECONDS,
        publish: { topicName: 'fleet/temperature', payload: '21.5', qos: 1, everyMs: EVERY_MS },
        subscribe: { topicFilter: 'fleet/command', qos: 1 },
      }),
    };
  }, [values, reckoning, headline, t, figures, words]);
}
