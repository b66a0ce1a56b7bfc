// Ladder, packet, log and notes have room for one world: which.
import { useTranslations } from 'use-intl';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import styles from './FollowChoice.module.css';
import { WORLDS, type WorldName } from './Worlds.tsx';

export interface FollowChoiceProps {
  readonly value: WorldName;
  readonly onChange: (world: WorldName) => void;
}

export function FollowChoice({ value, onChange }: FollowChoiceProps) {
  const t = useTranslations('twoWorlds');
  return (
    <SegmentedControl
      label={t('follow')}
      className={styles.follow}
      value={value}
      onChange={onChange}
      options={WORLDS.map((world) => ({ value: world, label: t('world', { world }) }))}
    />
  );
}
