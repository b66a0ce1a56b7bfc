// What a field holds, in words: names of types, codes and properties, units, and what a flag says.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type FieldSpan, PACKET_TYPES, PROPERTY_BY_ID, type ProtocolVersion, type ReasonOwner, reasonName } from '#simulations';
import { bitsOf, codeOf, textOf } from './byteText.ts';

/** Longer texts are cut here; their bytes stand above. Characters. */
const LONGEST_TEXT = 160;
const FOREVER = 0xffff_ffff;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT - 1).join('')}…` : text;
}

type Translate = ReturnType<typeof useTranslations<'inspector.value'>>;

function reasonWords(t: Translate, version: ProtocolVersion, owner: ReasonOwner, value: number): string {
  const name = reasonName(version, owner, value);
  return name === undefined ? t('reasonUnknown', { code: codeOf(value) }) : t('reason', { code: codeOf(value), name });
}

function numberWords(t: Translate, version: ProtocolVersion, { id, bits }: FieldSpan, value: number): string {
  if (id.startsWith('reason.')) return reasonWords(t, version, id.slice('reason.'.length) as ReasonOwner, value);
  switch (id) {
    case 'packetType': {
      const type = PACKET_TYPES[value];
      return type === undefined ? t('unknownType', { value }) : t('packetType', { type, value });
    }
    case 'returnCode':
      return reasonWords(t, version, 'CONNACK', value);
    case 'propertyId': {
      const name = PROPERTY_BY_ID[value]?.name;
      return name === undefined ? t('identifierUnknown', { code: codeOf(value) }) : t('identifier', { code: codeOf(value), name });
    }
    case 'reservedFlags':
    case 'connectReserved':
    case 'connackReserved':
    case 'subscriptionReserved':
      return t('bits', { bits: bitsOf(value, bits === undefined ? 8 : bits.high - bits.low + 1) });
    case 'dup':
      return t('dup', { value });
    case 'qos':
    case 'willQoS':
    case 'maximumQoS':
    case 'property.maximumQoS':
      return t('qos', { value });
    case 'remainingLength':
    case 'propertyLength':
      return t('follow', { value });
    case 'lengthPrefix':
      return t('length', { value });
    case 'protocolLevel':
      return t('protocolLevel', { value });
    case 'keepAliveSeconds':
    case 'property.serverKeepAliveSeconds':
      return t('keepAlive', { value });
    case 'cleanStart':
      return t('cleanStart', { value });
    case 'sessionPresent':
      return t('sessionPresent', { value });
    case 'retainHandling':
      return t('retainHandling', { value });
    case 'property.sessionExpirySeconds':
      return t('sessionExpiry', { value, forever: String(value === FOREVER) });
    case 'property.messageExpirySeconds':
    case 'property.willDelaySeconds':
      return t('seconds', { value });
    case 'property.payloadFormatIndicator':
      return t('payloadFormat', { value });
    case 'retain':
    case 'userNameFlag':
    case 'passwordFlag':
    case 'willRetain':
    case 'willFlag':
    case 'retainAsPublished':
    case 'noLocal':
    case 'property.requestProblemInformation':
    case 'property.requestResponseInformation':
    case 'property.retainAvailable':
    case 'property.wildcardSubscriptionAvailable':
    case 'property.subscriptionIdentifiersAvailable':
    case 'property.sharedSubscriptionAvailable':
      return t('flag', { value });
    default:
      return t('number', { value });
  }
}

/** Writes the value of a leaf of a packet of `version`. */
export function useFieldWords(version: ProtocolVersion): (leaf: FieldSpan) => string {
  const t = useTranslations('inspector.value');
  return useMemo(() => {
    const textWords = (text: string) => (text === '' ? t('emptyText') : t('text', { text: shortened(text) }));
    return (leaf) => {
      const { id, value } = leaf;
      if (typeof value === 'string') return textWords(value);
      if (value instanceof Uint8Array) {
        const text = id === 'unread' || value.length === 0 ? null : textOf(value);
        return text === null ? t('data', { count: value.length }) : textWords(text);
      }
      return numberWords(t, version, leaf, Number(value ?? 0));
    };
  }, [t, version]);
}
