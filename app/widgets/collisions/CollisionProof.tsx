// A fleet that draws its ids and connects: how often the broker lets one device take another's connection, against the expected number.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { collidingPairs } from '#simulations';
import { ProofPanel } from '../../calculator/ProofPanel.tsx';
import type { CollisionValues } from './knobs.ts';
import { proofExpectations, proofFleet, proofPlan } from './proof.ts';
import { useChance } from './useChance.ts';

export function CollisionProof({ values, ids }: { readonly values: CollisionValues; readonly ids: number }) {
  const t = useTranslations('collisions.proof');
  const words = useChance();
  const { devices, alphabet, prefix } = values;
  const fleet = useMemo(() => proofFleet(devices, ids), [devices, ids]);
  const plan = useMemo(() => proofPlan(fleet, { alphabet, prefix }), [fleet, alphabet, prefix]);
  const expected = useMemo(() => proofExpectations(fleet), [fleet]);
  const figures = [
    { key: 'takeOvers', label: t('takeOvers'), expected: expected.takeOvers },
    { key: 'any', label: t('any'), expected: expected.any },
    { key: 'accepted', label: t('accepted'), expected: expected.accepted },
  ];
  const told = {
    devices: fleet.devices,
    ids: words.number(fleet.ids),
    yourDevices: words.number(devices),
    yourIds: words.number(ids),
    pairs: words.number(collidingPairs(fleet)),
  };
  return (
    <ProofPanel
      name="collisions"
      plan={plan}
      figures={figures}
      lead={
        <>
          <p>{t(`lead.${fleet.kind}`, told)}</p>
          <p>{t('how')}</p>
        </>
      }
    >
      <p>{t.rich('takeOverLab', { a: (text) => <a href="#/widgets/take-over">{text}</a> })}</p>
      <p>{t.rich('orphansLab', { a: (text) => <a href="#/widgets/orphans">{text}</a> })}</p>
    </ProofPanel>
  );
}
