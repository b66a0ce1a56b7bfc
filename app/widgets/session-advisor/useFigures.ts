// The advice as a table: each field for 3.1.1 and for 5.0.
import { useTranslations } from 'use-intl';
import { ORPHAN_BYTES } from '#simulations';
import type { ResultFigure } from '../../calculator/CalculatorFrame.tsx';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import type { Reckoned } from './reckoning.ts';

/** A figure in words, for the page and for the file alike. */
export interface AdviceLine {
  readonly key: string;
  readonly head: string;
  readonly three: string;
  readonly five: string;
}

export function useAdviceLines({ advice, room, amounts }: Reckoned): readonly AdviceLine[] {
  const t = useTranslations('sessionAdvisor.lines');
  const same = (key: string, head: string, value: string): AdviceLine => ({ key, head, three: value, five: value });
  const { subscription, publishing, session, senders } = advice;
  const limited = senders === 'lifetime' || senders === 'lifetimeAndTime';
  const clean = session === 'clean' ? 1 : 0;
  const lines: AdviceLine[] = [
    { key: 'clean', head: t('clean'), three: t('cleanSession', { clean }), five: t('cleanStart', { clean }) },
    {
      key: 'expiry',
      head: t('expiry'),
      three: t('noField'),
      five: room === null ? t('leftOut') : t('seconds', { seconds: writeNumber(room.expirySeconds) }),
    },
    same('id', t('id'), t(`ids.${advice.clientId}`)),
    same('subscribe', t('subscribe'), subscription === null ? t('nothing') : t(`subscribes.${subscription.on}`, { qos: subscription.qos })),
    same('publish', t('publish'), publishing === null ? t('nothing') : t('level', { qos: publishing })),
  ];
  if (senders !== 'nothing') lines.push(same('retain', t('retain'), senders === 'retain' ? t('on') : t('off')));
  if (limited)
    lines.push({
      key: 'lifetime',
      head: t('lifetime'),
      three: t('timeInside'),
      five: t('seconds', { seconds: writeNumber(amounts.usefulSeconds) }),
    });
  if (room === null) return lines;
  if (advice.queue) lines.push(same('queue', 'max_queued_messages', writeNumber(room.queuedMessages)));
  lines.push(same('expiration', 'persistent_client_expiration', room.brokerExpiration));
  lines.push(same('disk', 'persistence', t(`disk.${advice.disk}`)));
  const idle = ORPHAN_BYTES.first + ORPHAN_BYTES.session;
  lines.push(same('memory', t('memory'), t('bytes', { bytes: writeNumber(advice.queue ? room.fullBytes : idle) })));
  return lines;
}

export function figuresOf(lines: readonly AdviceLine[]): readonly ResultFigure[] {
  return lines.map(({ key, head, three, five }) => ({ key, head, value: three, beside: five, marked: key !== 'clean' && three !== five }));
}
