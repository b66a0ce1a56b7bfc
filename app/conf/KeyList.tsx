// All keys that are explained, by what they are about; those that the text sets are marked.
import { useTranslations } from 'use-intl';
import { CONF_KEYS, type ConfGroup } from '#content';
import { configLines } from '#simulations';
import styles from './KeyList.module.css';

export interface KeyListProps {
  readonly text: string;
  readonly onChoose: (name: string) => void;
}

const GROUPS = [...new Set(CONF_KEYS.map(({ group }) => group))] satisfies ConfGroup[];

export function KeyList({ text, onChoose }: KeyListProps) {
  const t = useTranslations('conf.list');
  const present = new Set(configLines(text).map(({ key }) => key));
  return (
    <div className={styles.groups}>
      {GROUPS.map((group) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h3 className={styles.head}>{t(`group.${group}`)}</h3>
          <ul className={styles.keys}>
            {CONF_KEYS.filter((key) => key.group === group).map(({ name }) => (
              <li key={name}>
                <button type="button" className={styles.key} data-key={name} onClick={() => onChoose(name)}>
                  {name}
                  {present.has(name) && <span className={styles.present}>{t('present')}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
