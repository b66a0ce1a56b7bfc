// One packet close up: what it is, when it travelled, and its bytes. What each byte means is left to an inspector.
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import styles from './PacketDetails.module.css';
import { useVirtualTime } from './useVirtualTime.ts';

const BYTES_PER_LINE = 16;

/** Lines of offset and bytes, all hexadecimal: `0010  61 62 63`. */
export function hexLines(bytes: Uint8Array): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += BYTES_PER_LINE) {
    const hex = Array.from(bytes.subarray(start, start + BYTES_PER_LINE), (byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${start.toString(16).padStart(4, '0')}  ${hex.join(' ')}`);
  }
  return lines;
}

export function PacketDetails({ packet }: { readonly packet: PacketSent | null }) {
  const t = useTranslations('bench.packet');
  const write = useVirtualTime();
  if (packet === null) return <p className={styles.empty}>{t('empty')}</p>;
  const { client, direction, summary, at, endsAt, lost, bytes, message, dup } = packet;
  const [from, to] = direction === 'uplink' ? [client, t('broker')] : [t('broker'), client];
  return (
    <div className={styles.details}>
      <p className={styles.summary}>{summary}</p>
      <dl className={styles.facts}>
        <dt>{t('way')}</dt>
        <dd>{t('fromTo', { from, to })}</dd>
        <dt>{t('sent')}</dt>
        <dd>{write(at)}</dd>
        <dt>{lost ? t('lost') : t('arrived')}</dt>
        <dd className={lost ? styles.lost : undefined}>{write(endsAt)}</dd>
        {message !== null && (
          <>
            <dt>{t('message')}</dt>
            <dd>{dup ? t('messageAgain', { message }) : t('messageNumber', { message })}</dd>
          </>
        )}
        <dt>{t('size')}</dt>
        <dd>{t('bytes', { count: bytes.length })}</dd>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={styles.hex} tabIndex={0} aria-label={t('hex')}>
        <pre>{hexLines(bytes).join('\n')}</pre>
      </section>
    </div>
  );
}
