// Ways of making ids that are met in the wild, for the learner's fleet: a button takes one over.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { collisionProbability, idSpace, largestFleet } from '#simulations';
import { PresetTable } from '../../calculator/PresetTable.tsx';
import { type CollisionValues, SCHEMES } from './knobs.ts';
import { useChance } from './useChance.ts';

export interface SchemesProps {
  readonly devices: number;
  readonly onTake: (values: Pick<CollisionValues, 'source' | 'alphabet' | 'characters' | 'prefix'>) => void;
}

/** The fleet at which two ids are equal as likely as not. They do not depend on the learner's fleet. */
const EVEN = SCHEMES.map((scheme) => largestFleet({ ids: idSpace(scheme).ids, risk: 0.5 }) + 1);

export const Schemes = memo(function Schemes({ devices, onTake }: SchemesProps) {
  const t = useTranslations('collisions.schemes');
  const words = useChance();
  return (
    <PresetTable
      title={t('title')}
      hint={t('take')}
      corner={t('scheme')}
      columns={[
        { key: 'ids', head: t('ids'), align: 'end' },
        { key: 'chance', head: t('chance', { devices: words.number(devices) }), align: 'end' },
        { key: 'even', head: t('even'), align: 'end' },
      ]}
      rows={SCHEMES.map(({ key, ...making }, index) => {
        const { ids } = idSpace(making);
        const unique = ids === Number.POSITIVE_INFINITY;
        return {
          key,
          name: t(`names.${key}`),
          onTake: () => onTake(making),
          cells: {
            ids: words.number(ids),
            chance: words.chance(collisionProbability({ devices, ids })),
            even: unique ? t('noFleet') : words.fleet(EVEN[index] ?? 0),
          },
        };
      })}
    />
  );
});
