// The quiet menu of a chart: its table, and its files. A chunk of its own.
import { Menu } from '@base-ui/react/menu';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/Icon.tsx';
import styles from './ChartMenu.module.css';

export type ChartFile = 'csv' | 'svg' | 'png';

export interface ChartMenuProps {
  readonly title: string;
  readonly asTable: boolean;
  readonly onToggleTable: () => void;
  /** Files that can be had now. */
  readonly files: readonly ChartFile[];
  readonly onSave: (file: ChartFile) => void;
}

export default function ChartMenu({ title, asTable, onToggleTable, files, onSave }: ChartMenuProps) {
  const t = useTranslations('charts.menu');
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles.trigger} aria-label={t('open', { title })} title={t('open', { title })}>
        <Icon name="more" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={styles.menu}>
            <Menu.Item className={styles.item} onClick={onToggleTable}>
              {t(asTable ? 'chart' : 'table')}
            </Menu.Item>
            {files.map((file) => (
              <Menu.Item key={file} className={styles.item} onClick={() => onSave(file)}>
                {t(file)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
