// Ready-made changes to the lab's own configuration, each with what to watch for.
import { useTranslations } from 'use-intl';
import { CONF_PRESETS, withSettings } from '#content';
import { Button } from '../ui/Button.tsx';
import styles from './Presets.module.css';

export interface PresetsProps {
  readonly own: string;
  readonly text: string;
  readonly onChoose: (text: string) => void;
}

export function Presets({ own, text, onChoose }: PresetsProps) {
  const t = useTranslations('conf.presets');
  const entry = (id: string, title: string, why: string, preset: string) => (
    <li key={id} className={styles.preset}>
      <Button className={styles.choose} aria-pressed={text === preset} onClick={() => onChoose(preset)}>
        {title}
      </Button>
      <p className={styles.why}>{why}</p>
    </li>
  );
  return (
    <ul className={styles.presets}>
      {entry('own', t('own'), t('ownWhy'), own)}
      {CONF_PRESETS.map(({ id, title, why, settings }) => entry(id, title, why, withSettings(own, settings)))}
    </ul>
  );
}
