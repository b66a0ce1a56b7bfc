// What is to be known beside the number: ids that a server need not take, chance that is poorer than it looks, and what stands behind each source of it.
import { useTranslations } from 'use-intl';
import { SAFE_ID_BYTES } from '#simulations';
import { Notice } from '../../ui/Notice.tsx';
import type { CollisionValues } from './knobs.ts';
import type { Reckoning } from './reckoning.ts';
import { useChance } from './useChance.ts';

export function CollisionNotices({ values, reckoning }: { readonly values: CollisionValues; readonly reckoning: Reckoning }) {
  const t = useTranslations('collisions.notices');
  const words = useChance();
  const { safety, space } = reckoning;
  const poor = space.limitedBySource && values.source !== 'wholeMac' && space.spellable / space.ids > 1.01;
  return (
    <>
      {safety.tooLong && <Notice kind="problem">{t('tooLong', { bytes: safety.bytes, safe: SAFE_ID_BYTES })}</Notice>}
      {safety.unusual.length > 0 && <Notice>{t('unusual', { characters: safety.unusual.join(' ') })}</Notice>}
      {poor && <Notice kind="problem">{t('poor', { ids: words.number(space.ids), spellable: words.number(space.spellable) })}</Notice>}
      <Notice>{t.rich(`source.${values.source}`, { code: (text) => <code>{text}</code> })}</Notice>
    </>
  );
}
