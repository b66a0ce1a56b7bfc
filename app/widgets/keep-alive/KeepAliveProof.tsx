// The cable is pulled on the real broker, each time at another moment: when broker and device notice, and when the will comes.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ProofPanel } from '../../calculator/ProofPanel.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import type { KeepAliveValues } from './knobs.ts';
import { proofBreak, proofExpectations, proofPlan } from './proof.ts';

export function KeepAliveProof({ values }: { readonly values: KeepAliveValues }) {
  const t = useTranslations('keepAlive.proof');
  const { proof, plan, expected } = useMemo(() => {
    const made = proofBreak(values);
    return { proof: made, plan: proofPlan(made), expected: proofExpectations(made) };
  }, [values]);
  const figures = useMemo(
    () => (['broker', 'device', 'will'] as const).map((key) => ({ key, label: t(key), unit: 's', expected: expected[key], digits: 1 })),
    [expected, t],
  );
  return (
    <ProofPanel
      name="keep-alive"
      plan={plan}
      figures={figures}
      lead={
        <>
          <p>{t('lead')}</p>
          {proof.isShortened && <p>{t('shortened', { keepAlive: writeDuration(proof.values.keepAlive) })}</p>}
        </>
      }
    >
      <p>{t.rich('willLab', { a: (text) => <a href="#/widgets/will">{text}</a> })}</p>
      <p>{t.rich('lifecycleLab', { a: (text) => <a href="#/widgets/session-lifecycle">{text}</a> })}</p>
    </ProofPanel>
  );
}
