// Where the two worlds part: the instant, what happens in each, and the way there.
import { useTranslations } from 'use-intl';
import type { RunDifference } from '#simulations/worker';
import type { Playback } from '../../bench/usePlayback.ts';
import { useVirtualTime } from '../../bench/useVirtualTime.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './PartingWords.module.css';
import { packetDifference } from './packetDifference.ts';
import { useEventWords } from './useEventWords.ts';
import type { Parting } from './useParting.ts';
import { WORLDS } from './Worlds.tsx';

export interface PartingWordsProps {
  readonly parting: Parting;
  /** The playhead that the two share. */
  readonly playback: Playback;
}

export function PartingWords({ parting, playback }: PartingWordsProps) {
  const t = useTranslations('twoWorlds');
  const write = useVirtualTime();
  const words = useEventWords();
  const { difference, count, isLast } = parting;
  if (difference === undefined) return <p className={styles.quiet}>{t('parting.searching')}</p>;
  if (difference === null) return <p className={styles.quiet}>{t('parting.none')}</p>;
  const go = (to: RunDifference | null) => {
    if (to === null) return;
    playback.pause();
    playback.seek(to.at);
  };
  const at = write(difference.at);
  return (
    <div className={styles.parting}>
      <div aria-live="polite">
        <p className={styles.lead}>{count === 1 ? t('parting.first', { at }) : t('parting.later', { at, count })}</p>
        <dl className={styles.sides}>
          {WORLDS.map((world) => (
            <div key={world} className={styles.side}>
              <dt>{t('world', { world })}</dt>
              <dd data-nothing={difference[world] === null || undefined}>{words(difference[world])}</dd>
            </div>
          ))}
        </dl>
        {words(difference.a) === words(difference.b) && <BytesWords difference={difference} />}
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => go(difference)}>{t('parting.goThere')}</Button>
        <Button onClick={() => parting.next(go)} disabled={isLast}>
          {t('parting.next')}
        </Button>
        {count > 1 && (
          <Button kind="quiet" onClick={parting.restart}>
            {t('parting.restart')}
          </Button>
        )}
        <output className={styles.quiet}>{isLast ? t('parting.last') : ''}</output>
      </div>
    </div>
  );
}

function BytesWords({ difference }: { readonly difference: RunDifference }) {
  const t = useTranslations('twoWorlds.parting');
  const found = packetDifference(difference);
  if (found === null) return null;
  const { at, a, b, lengths } = found;
  return <p className={styles.quiet}>{at === null ? t('lengths', { a: lengths[0], b: lengths[1] }) : t('bytes', { place: at, a, b })}</p>;
}
