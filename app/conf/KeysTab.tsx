// All keys, and one of them explained in the place of the list, with the way back. The focus goes along.
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { KeyCard, type KeyCardProps } from './KeyCard.tsx';
import { KeyList } from './KeyList.tsx';
import styles from './KeysTab.module.css';

export interface KeysTabProps extends Omit<KeyCardProps, 'name' | 'onChoose'> {
  /** `null`: the list. */
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
}

export function KeysTab({ chosen, onChoose, ...card }: KeysTabProps) {
  const t = useTranslations('conf.list');
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    const [was, now] = [before.current, chosen];
    before.current = chosen;
    if (was === now) return;
    const next = now === null ? `button[data-key="${was}"]` : 'button[data-back]';
    frame.current?.querySelector<HTMLElement>(next)?.focus();
  }, [chosen]);
  return (
    <div ref={frame} className={styles.frame}>
      {chosen === null ? (
        <KeyList text={card.text} onChoose={onChoose} />
      ) : (
        <>
          <Button data-back kind="quiet" className={styles.back} onClick={() => onChoose(null)}>
            {t('back')}
          </Button>
          <KeyCard {...card} name={chosen} onChoose={onChoose} />
        </>
      )}
    </div>
  );
}
