// The situation run on the broker: delivered, doubled, and what it cost, beside the closed form.
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { QoS } from '#simulations';
import { ProofPanel } from '../../calculator/ProofPanel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import styles from './Advice.module.css';
import { lossOf } from './costs.ts';
import type { AdvisorValues } from './knobs.ts';
import { type ProofTransport, proofExpectations, proofKnobs, proofPlan } from './proof.ts';
import { useFigures } from './useFigures.ts';

/** After the point; single packets and hundredths of a duplicate count, single bytes do not. */
const DIGITS = { delivered: 2, duplicates: 2, packets: 1, bytes: 0, energy: 0 } as const;
const UNITS = { bytes: 'bytes', energy: 'energy' } as const;

export function Proof({ values, qos }: { readonly values: AdvisorValues; readonly qos: QoS }) {
  const t = useTranslations('qosAdvisor.proof');
  const { number } = useFigures();
  const [transport, setTransport] = useState<ProofTransport>('vanishingPackets');
  const plan = useMemo(() => proofPlan(values, qos, transport), [values, qos, transport]);
  const figures = useMemo(
    () =>
      proofExpectations(values, qos, transport).map(({ key, expected }) => ({
        key,
        expected,
        digits: DIGITS[key],
        label: t(`figure.${key}`),
        ...(key === 'bytes' || key === 'energy' ? { unit: t(`unit.${UNITS[key]}`) } : {}),
      })),
    [values, qos, transport, t],
  );
  const knobs = proofKnobs(values, transport);
  return (
    <ProofPanel
      key={transport}
      name="qos-advisor"
      plan={plan}
      figures={figures}
      lead={
        <>
          <SegmentedControl<ProofTransport>
            label={t('transport')}
            options={[
              { value: 'vanishingPackets', label: t('option.vanishingPackets') },
              { value: 'tcp', label: t('option.tcp') },
            ]}
            value={transport}
            onChange={setTransport}
          />
          <p className={styles.spaced}>
            {t(`lead.${transport}`, {
              qos,
              messages: knobs.messages,
              loss: number(lossOf(values) * 100),
              interval: knobs.publishIntervalMs,
              roundTrip: 2 * knobs.delayMs,
            })}
          </p>
        </>
      }
    >
      {t.rich('lab', { a: (words) => <a href="#/widgets/qos-delivery">{words}</a> })}
    </ProofPanel>
  );
}
