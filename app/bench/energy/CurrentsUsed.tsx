// Which current each state counts with, what the datasheet says of it, and where that stands.
import { useFormatter, useTranslations } from 'use-intl';
import {
  airtimeMicroseconds,
  DEEP_SLEEP_MILLIAMPS,
  DISABLED_MILLIAMPS,
  ENERGY_PARTS,
  MODEM_SLEEP_MILLIAMPS,
  RECEIVE_MILLIAMPS,
  SUPPLY_VOLTS,
  TRANSMISSIONS,
} from '#simulations';
import { Details } from '../../ui/Details.tsx';
import { PartSwatch } from './EnergyBar.tsx';
import styles from './EnergyParts.module.css';
import { currentOf } from './energyTerms.ts';
import { useAmount } from './useAmount.ts';

/** A PUBLISH at QoS 0 with a topic of 9 and a payload of 15 bytes. */
const EXAMPLE_BYTES = 28;

export function CurrentsUsed() {
  const t = useTranslations('energy');
  const format = useFormatter();
  const amount = useAmount();
  const range = ({ low, high }: { readonly low: number; readonly high: number }) => t('range', { low, high });
  const airtime = (rate: keyof typeof TRANSMISSIONS) => format.number(airtimeMicroseconds(EXAMPLE_BYTES, rate));
  const says = {
    boot: t('says.boot', { range: range(MODEM_SLEEP_MILLIAMPS[240]) }),
    associate: t('says.associate', { range: range(RECEIVE_MILLIAMPS) }),
    listen: t('says.listen', { range: range(RECEIVE_MILLIAMPS) }),
    modemSleep: t('says.modemSleep', {
      range: range(MODEM_SLEEP_MILLIAMPS[240]),
      slower: range(MODEM_SLEEP_MILLIAMPS[160]),
      slowest: range(MODEM_SLEEP_MILLIAMPS[80]),
    }),
    transmit: t('says.transmit', {
      dbm: TRANSMISSIONS['802.11b'].outputDbm,
      airtime: airtime('802.11b'),
      bytes: EXAMPLE_BYTES,
      fast: TRANSMISSIONS['802.11g'].megabitsPerSecond,
      fastCurrent: TRANSMISSIONS['802.11g'].milliamps,
      fastAirtime: airtime('802.11g'),
      faster: TRANSMISSIONS['802.11n'].megabitsPerSecond,
      fasterCurrent: TRANSMISSIONS['802.11n'].milliamps,
      fasterAirtime: airtime('802.11n'),
    }),
    lightSleep: t('says.lightSleep'),
    deepSleep: t('says.deepSleep', { ulp: DEEP_SLEEP_MILLIAMPS.ulp, ulpOnePercent: DEEP_SLEEP_MILLIAMPS.ulpOnePercent }),
    hibernation: t('says.hibernation', { disabled: format.number(DISABLED_MILLIAMPS, { maximumFractionDigits: 3 }) }),
  };
  return (
    <Details summary={t('currents')}>
      <p>{t('currentsText', { volts: SUPPLY_VOLTS })}</p>
      <dl className={styles.currents}>
        {ENERGY_PARTS.map((part) => (
          <div key={part}>
            <dt className={styles.head}>
              <PartSwatch part={part} />
              {t(`part.${part}`)}
            </dt>
            <dd className={styles.counted}>{amount(currentOf(part), 'milliamps')}</dd>
            <dd className={styles.says}>{says[part]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.source}>{t('source')}</p>
    </Details>
  );
}
