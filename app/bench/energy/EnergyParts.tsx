// Where a device's energy went: one device with the time and current of each state, or several side by side on one scale.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { averageMilliamps, chargeMilliampHours, type EnergyMillijoules, type EnergyPart } from '#simulations';
import { DataTable } from '../../ui/DataTable.tsx';
import { CurrentsUsed } from './CurrentsUsed.tsx';
import { EnergyBar, PartSwatch } from './EnergyBar.tsx';
import styles from './EnergyParts.module.css';
import { currentOf, largestPart, secondsAwake, secondsIn, usedParts } from './energyTerms.ts';
import { useAmount, useDigits } from './useAmount.ts';

export interface EnergyPartsProps {
  readonly energy: EnergyMillijoules;
  /** Since the device got its power. */
  readonly seconds: number;
  /** Tells the currents and their source below; default yes. */
  readonly tellsCurrents?: boolean;
}

function PartHead({ part }: { readonly part: EnergyPart }) {
  const t = useTranslations('energy.part');
  return (
    <span className={styles.head}>
      <PartSwatch part={part} />
      {t(part)}
    </span>
  );
}

export function EnergyParts({ energy, seconds, tellsCurrents = true }: EnergyPartsProps) {
  const t = useTranslations('energy');
  const format = useFormatter();
  const amount = useAmount();
  const digits = useDigits();
  const parts = usedParts([energy]);
  const most = largestPart(energy);
  if (most === null) return <p className={styles.quiet}>{t('none')}</p>;
  const time = (part: EnergyPart): string => {
    const inState = secondsIn(part, energy);
    return inState === null ? t('onAir') : amount(inState, 'seconds');
  };
  return (
    <div className={styles.parts}>
      <p className={styles.sentence}>
        {t('sum', {
          energy: amount(energy.total, 'millijoules'),
          time: amount(seconds, 'seconds'),
          current: amount(averageMilliamps(energy.total, seconds * 1_000), 'milliamps'),
          charge: amount(chargeMilliampHours(energy.total), 'milliampHours'),
        })}{' '}
        {t('most', { part: most.part, percent: format.number(most.share, { style: 'percent' }) })}
      </p>
      <EnergyBar energy={energy} parts={parts} fullWidth={energy.total} />
      <DataTable
        caption={t('caption')}
        corner={t('state')}
        columns={[
          { key: 'current', head: t('currentIn'), align: 'end' },
          { key: 'time', head: t('duration'), align: 'end' },
          { key: 'energy', head: t('energyIn'), align: 'end' },
        ]}
        rows={parts.map((part) => ({
          key: part,
          head: <PartHead part={part} />,
          cells: { current: digits(currentOf(part)), time: time(part), energy: digits(energy[part]) },
        }))}
      />
      {tellsCurrents && <CurrentsUsed />}
    </div>
  );
}

export interface ComparedEnergy {
  readonly key: string;
  readonly name: ReactNode;
  readonly energy: EnergyMillijoules;
}

/** Several devices: a bar each on the scale of the thirstiest, and one table. */
export function EnergyComparison({ devices }: { readonly devices: readonly ComparedEnergy[] }) {
  const t = useTranslations('energy');
  const amount = useAmount();
  const digits = useDigits();
  const energies = devices.map(({ energy }) => energy);
  const parts = usedParts(energies);
  const most = Math.max(0, ...energies.map(({ total }) => total));
  if (most === 0) return <p className={styles.quiet}>{t('none')}</p>;
  const cells = (value: (energy: EnergyMillijoules) => ReactNode) =>
    Object.fromEntries(devices.map(({ key, energy }) => [key, value(energy)]));
  return (
    <div className={styles.parts}>
      <div className={styles.bars}>
        {devices.map(({ key, name, energy }) => (
          <div key={key} className={styles.device} aria-hidden="true">
            {name}
            <EnergyBar energy={energy} parts={parts} fullWidth={most} />
          </div>
        ))}
      </div>
      <DataTable
        caption={t('caption')}
        corner={t('energyIn')}
        columns={devices.map(({ key, name }) => ({ key, head: name, align: 'end' }))}
        rows={[
          ...parts.map((part) => ({
            key: part as string,
            head: <PartHead part={part} />,
            cells: cells((energy) => digits(energy[part])),
          })),
          { key: 'total', head: t('total'), cells: cells(({ total }) => digits(total)) },
          { key: 'awake', head: t('awake'), cells: cells((energy) => amount(secondsAwake(energy), 'seconds')) },
        ]}
      />
      <CurrentsUsed />
    </div>
  );
}
