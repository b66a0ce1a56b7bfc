// What a packet is and what became of it, in two short lines.
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import { useVirtualTime } from '../useVirtualTime.ts';
import styles from './PacketFacts.module.css';

export function PacketFacts({ packet }: { readonly packet: PacketSent }) {
  const t = useTranslations('inspector');
  const write = useVirtualTime();
  const { client, direction, summary, at, endsAt, lost, bytes, message, dup } = packet;
  const [from, to] = direction === 'uplink' ? [client, t('broker')] : [t('broker'), client];
  return (
    <div>
      <p className={styles.summary}>{summary}</p>
      <ul className={styles.facts}>
        <li>{t('way', { from, to })}</li>
        <li>{t('sent', { at: write(at) })}</li>
        <li className={lost ? styles.lost : undefined}>{t('arrives', { lost: String(lost), at: write(endsAt) })}</li>
        {message !== null && <li>{t('message', { message, dup: String(dup) })}</li>}
        <li>{t('size', { count: bytes.length })}</li>
      </ul>
    </div>
  );
}
