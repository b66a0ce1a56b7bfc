// A run that met a limit: which one, and that what is shown is what came until then.
import { useTranslations } from 'use-intl';
import type { FleetResult } from '#simulations';
import { writeDuration } from '../calculator/writeDuration.ts';
import { Notice } from '../ui/Notice.tsx';

export function CutNotice({ result }: { readonly result: FleetResult | null }) {
  const t = useTranslations('fleet.cut');
  if (result === null || result.endedBy === 'settled') return null;
  return (
    <Notice kind="problem" announce="polite" title={t('title')}>
      {t(result.endedBy, { now: writeDuration(result.endsAtMs / 1_000) })}
    </Notice>
  );
}
