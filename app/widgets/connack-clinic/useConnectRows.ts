// CONNECT of a set-up in words, field by field; only fields that are there.
import { useTranslations } from 'use-intl';
import type { DoorstepSetting, ProtocolVersion } from '#simulations';
import { hexText, textOf } from '../../bench/inspector/byteText.ts';

export interface ConnectRow {
  readonly key: string;
  readonly head: string;
  readonly value: string;
}

export function useConnectRows(version: ProtocolVersion): (setting: DoorstepSetting) => readonly ConnectRow[] {
  const t = useTranslations('connackClinic.setUp');
  return ({ sends }) => {
    if ('bytes' in sends) return [{ key: 'bytes', head: t('bytes'), value: hexText(Uint8Array.from(sends.bytes)) }];
    const { clientId, cleanStart, keepAliveSeconds, protocolLevel, userName, password, willMessage: will, properties } = sends;
    const rows: (ConnectRow | null)[] = [
      protocolLevel === 3 ? { key: 'level', head: t('level'), value: t('oldProtocol') } : null,
      { key: 'clientId', head: t('clientId'), value: clientId === '' ? t('empty') : clientId },
      { key: 'cleanStart', head: t('cleanStart', { version: version === '5.0' ? 'v5' : 'v3' }), value: t(cleanStart ? 'on' : 'off') },
      { key: 'keepAlive', head: t('keepAlive'), value: t('seconds', { seconds: keepAliveSeconds }) },
      userName === undefined ? null : { key: 'userName', head: t('userName'), value: userName },
      password === undefined ? null : { key: 'password', head: t('password'), value: textOf(password) ?? hexText(password) },
      will === undefined
        ? null
        : {
            key: 'will',
            head: t('will'),
            value: t('willValue', { qos: will.qos, retain: String(will.retain), bytes: will.payload.length }),
          },
      properties?.authenticationMethod === undefined ? null : { key: 'method', head: t('method'), value: properties.authenticationMethod },
    ];
    return rows.filter((row) => row !== null);
  };
}
