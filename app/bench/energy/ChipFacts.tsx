// For a lab with programs on ESP32s: what each has used up to the playhead, and what its buffer did to its flash. Without such a program there is nothing to tell, and no panel.
import { useTranslations } from 'use-intl';
import { averageMilliamps } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Details } from '../../ui/Details.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CurrentsUsed } from './CurrentsUsed.tsx';
import styles from './EnergyParts.module.css';
import { EnergyParts } from './EnergyParts.tsx';
import { secondsPowered } from './energyTerms.ts';
import { FlashWear } from './FlashWear.tsx';
import { useAmount } from './useAmount.ts';

export function ChipFacts({ view }: { readonly view: Pick<RunView, 'energy' | 'flash'> | null }) {
  const t = useTranslations('energy.chips');
  const amount = useAmount();
  if (view === null || view.energy.length === 0) return null;
  return (
    <Panel title={t('title')}>
      <p className={styles.quiet}>{t('lead')}</p>
      {view.energy.map(({ client, energy }) => {
        const seconds = secondsPowered(energy);
        const flash = view.flash.find((candidate) => candidate.client === client);
        const summary = t.rich('one', {
          name: client,
          energy: amount(energy.total, 'millijoules'),
          current: amount(averageMilliamps(energy.total, seconds * 1_000), 'milliamps'),
          strong: (words) => <strong>{words}</strong>,
        });
        return (
          <Details key={client} summary={summary}>
            <EnergyParts energy={energy} seconds={seconds} tellsCurrents={false} />
            {flash !== undefined && <FlashWear flash={flash} />}
          </Details>
        );
      })}
      <CurrentsUsed />
    </Panel>
  );
}
