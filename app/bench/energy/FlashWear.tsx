// What a buffer in flash has done to it so far, and what ten years of it would do.
import { useTranslations } from 'use-intl';
import {
  type ClientFlash,
  entriesOfRecord,
  eraseCyclesAfter,
  FLASH_ENDURANCE_CYCLES,
  FLASH_ENTRY_BYTES,
  FLASH_PARTITION_SECTORS,
  FLASH_SECTOR_BYTES,
} from '#simulations';
import styles from './EnergyParts.module.css';

const MINUTES_IN_TEN_YEARS = 10 * 365 * 24 * 60;

export function FlashWear({ flash: { recordBytes, wear } }: { readonly flash: ClientFlash }) {
  const t = useTranslations('energy.flash');
  return (
    <section>
      <h3 className={styles.heading}>{t('title')}</h3>
      <p className={styles.sentence}>
        {t('soFar', { writes: wear.writes, bytes: wear.bytesWritten, record: entriesOfRecord(recordBytes) * FLASH_ENTRY_BYTES })}{' '}
        {wear.sectorErases === 0 ? t('noErase', { sector: FLASH_SECTOR_BYTES }) : t('erased', { erases: wear.sectorErases })}
      </p>
      <p className={styles.sentence}>
        {t('tenYears', {
          sectors: FLASH_PARTITION_SECTORS,
          cycles: Math.round(eraseCyclesAfter(MINUTES_IN_TEN_YEARS, recordBytes)),
          endurance: FLASH_ENDURANCE_CYCLES,
        })}
      </p>
    </section>
  );
}
