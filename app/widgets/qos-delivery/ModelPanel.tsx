// What is real on this bench and what is a model, said where it can be read: the limits of the experiment, the broker's configuration, the energy model.
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import {
  ASSOCIATE_MS,
  airtimeMicroseconds,
  BOOT_MS,
  CURRENT_MILLIAMPS,
  IN_FLIGHT_LIMIT,
  type Scenario,
  SUPPLY_VOLTS,
  TRANSMIT_MILLIAMPS,
} from '#simulations';
import { DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './ModelPanel.module.css';

const MODELLED = {
  vanishingPackets: ['loss', 'spared', 'resend', 'readers', 'lost', 'settled', 'time'],
  tcp: ['tcpLoss', 'tcpTimers', 'tcpDeath', 'tcpLeftOut', 'readers', 'settled', 'time'],
} as const;

/** A PUBLISH at QoS 0 in this experiment, in MQTT 3.1.1. */
const EXAMPLE_BYTES = 28;

export interface ModelPanelProps {
  readonly scenario: Scenario;
  /** `null` before the first run. */
  readonly brokerVersion: string | null;
  /** Of the run on the screen; `null` before the first. */
  readonly digest: string | null;
}

export const ModelPanel = memo(function ModelPanel({ scenario, brokerVersion, digest }: ModelPanelProps) {
  const t = useTranslations('qosDelivery.model');
  const transport = scenario.devices[0]?.link.transport ?? 'vanishingPackets';
  const values = { resend: scenario.devices[0]?.resendAfterMs ?? 0 };
  return (
    <Panel title={t('title')}>
      <div className={styles.columns}>
        <div>
          <h3 className={styles.heading}>{t('real')}</h3>
          <ul className={styles.list}>
            <li>{t('broker', { version: brokerVersion ?? '' })}</li>
            <li>{t('packets', { version: scenario.protocolVersion })}</li>
            {digest !== null && <li>{t.rich('fingerprint', { digest: () => <code>{digest}</code> })}</li>}
          </ul>
          <Details summary={t('config')}>
            <pre className={styles.config}>{scenario.brokerConfig}</pre>
            <p>{t('inflight', { limit: IN_FLIGHT_LIMIT })}</p>
          </Details>
          <Details summary={t('energy')}>
            <EnergyModel />
          </Details>
        </div>
        <div>
          <h3 className={styles.heading}>{t('modelled')}</h3>
          <ul className={styles.list}>
            {MODELLED[transport].map((key) => (
              <li key={key}>{t(key, values)}</li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  );
});

function EnergyModel() {
  const t = useTranslations('qosDelivery.model');
  const units = useTranslations('qosDelivery');
  const format = useFormatter();
  const ms = (value: number) => units('quantity', { amount: format.number(value), unit: 'ms' });
  const milliamps = (value: number) => units('quantity', { amount: format.number(value), unit: 'mA' });
  const row = (key: 'boot' | 'associate' | 'listen' | 'transmit', current: number, duration: string) => ({
    key,
    head: t(key),
    cells: { current: milliamps(current), duration },
  });
  return (
    <>
      <p>{t('energyText', { volts: SUPPLY_VOLTS })}</p>
      <DataTable
        caption={t('energyTable')}
        corner={t('state')}
        columns={[
          { key: 'current', head: t('current'), align: 'end' },
          { key: 'duration', head: t('duration'), align: 'end' },
        ]}
        rows={[
          row('boot', CURRENT_MILLIAMPS.boot, ms(BOOT_MS)),
          row('associate', CURRENT_MILLIAMPS.associate, ms(ASSOCIATE_MS)),
          row('listen', CURRENT_MILLIAMPS.listen, t('untilSettled')),
          row(
            'transmit',
            TRANSMIT_MILLIAMPS,
            t('perPacket', { airtime: format.number(airtimeMicroseconds(EXAMPLE_BYTES)), bytes: EXAMPLE_BYTES }),
          ),
        ]}
      />
      <p className={styles.source}>{t('energySource')}</p>
    </>
  );
}
