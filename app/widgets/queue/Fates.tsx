// Every message in its order, one mark each, with what became of it; below, the same in words.
import { useTranslations } from 'use-intl';
import type { QueuedMessage, QueueFate } from '#simulations';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { FateMark } from './FateMark.tsx';
import styles from './Fates.module.css';

/** In the order in which the list below the marks tells them. */
const FATES: readonly QueueFate[] = ['delivered', 'waiting', 'dropped', 'refused', 'expired', 'goneWithSession', 'noSession', 'notArrived'];
const MOST_STRETCHES = 4;

/** `1–10, 12`: the numbers of messages, neighbours together. */
export function stretchesOf(numbers: readonly number[]): readonly string[] {
  const stretches: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  return stretches.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
}

/** So that the eye can count. */
function tensOf(messages: readonly QueuedMessage[]): readonly (readonly QueuedMessage[])[] {
  return Array.from({ length: Math.ceil(messages.length / 10) }, (_, ten) => messages.slice(10 * ten, 10 * ten + 10));
}

export function Fates({ messages }: { readonly messages: readonly QueuedMessage[] }) {
  const t = useTranslations('queue.figures');
  const present = FATES.flatMap((fate) => {
    const those = messages.filter((message) => message.fate === fate);
    const [first] = those;
    return first === undefined ? [] : [{ fate, qos: first.qos, numbers: those.map(({ number }) => number) }];
  });
  return (
    <div className={styles.fates}>
      <p className={styles.caption}>{t('eachMessage')}</p>
      <div className={styles.marks} aria-hidden="true">
        {tensOf(messages).map((ten) => (
          <span key={ten[0]?.number} className={styles.ten}>
            {ten.map(({ number, fate, qos }) => (
              <FateMark key={number} fate={fate} qos={qos} />
            ))}
          </span>
        ))}
      </div>
      <ul className={styles.list}>
        {present.map(({ fate, qos, numbers }) => {
          const stretches = stretchesOf(numbers);
          const more = stretches.length > MOST_STRETCHES;
          return (
            <li key={fate}>
              <FateMark fate={fate} qos={qos} />
              <span>
                {t(`fate.${fate}`, { count: numbers.length })}
                <VisuallyHidden>: </VisuallyHidden>
                <span className={styles.numbers}>
                  {t('numbers', { numbers: stretches.slice(0, MOST_STRETCHES).join(', '), more: String(more) })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
