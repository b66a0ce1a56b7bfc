// The same part of both worlds, side by side where there is room, else one above the other; each says whose it is.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Worlds.module.css';

export type WorldName = 'a' | 'b';
export const WORLDS: readonly WorldName[] = ['a', 'b'];

/** How each world is set where the two differ. */
export type WorldSettings = Readonly<Record<WorldName, string>>;

export interface WorldsProps {
  /** What of the two worlds it is, for screen readers. */
  readonly label: string;
  readonly settings: WorldSettings;
  readonly of: (world: WorldName) => ReactNode;
}

export function Worlds({ label, settings, of }: WorldsProps) {
  const t = useTranslations('twoWorlds');
  return (
    <div className={styles.room}>
      <div className={styles.worlds}>
        {WORLDS.map((world) => (
          <section key={world} className={styles.world} aria-label={t('part', { world, label })}>
            <h3 className={styles.name}>
              <span className={styles.letter} data-world={world}>
                {t('world', { world })}
              </span>
              <span className={styles.setting}>{settings[world]}</span>
            </h3>
            {of(world)}
          </section>
        ))}
      </div>
    </div>
  );
}
