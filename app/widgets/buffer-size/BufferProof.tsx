// The same outage on the bench: an ESP32 loses its Wi-Fi, keeps its readings, and sends them to the real broker when it is back. Each run shifts the readings against the outage.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ProofPanel } from '../../calculator/ProofPanel.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import type { BufferValues } from './knobs.ts';
import { type ProofKey, proofExpectations, proofOutage, proofPlan } from './proof.ts';

export function BufferProof({ values }: { readonly values: BufferValues }) {
  const t = useTranslations('bufferSize.proof');
  const { outage, rate, slots, whenFull, drainRate, place } = values;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other inputs change nothing of the run.
  const { proof, plan, expected } = useMemo(() => {
    const made = proofOutage(values);
    return { proof: made, plan: proofPlan(made), expected: proofExpectations(made) };
  }, [outage, rate, slots, whenFull, drainRate, place]);
  const figures = useMemo(() => {
    const keys: readonly ProofKey[] = proof.empties ? ['held', 'lost', 'drainSeconds', 'unnoticed'] : ['held', 'unnoticed'];
    return keys.map((key) => ({ key, label: t(key), ...(key === 'drainSeconds' ? { unit: 's' } : {}), expected: expected[key] }));
  }, [proof, expected, t]);
  const run = {
    outage: writeDuration(proof.outageSeconds),
    every: writeDuration(proof.everyMs / 1_000),
    slots: proof.buffer.slots,
  };
  return (
    <ProofPanel
      name="buffer-size"
      plan={plan}
      figures={figures}
      lead={
        <>
          <p>{t('lead', run)}</p>
          {proof.isScaled && <p>{t('scaled')}</p>}
          <p>{t('window')}</p>
          {!proof.empties && <p>{t('neverEmpty')}</p>}
        </>
      }
    >
      <p>{t.rich('lab', { a: (text) => <a href="#/widgets/offline-publisher">{text}</a> })}</p>
    </ProofPanel>
  );
}
