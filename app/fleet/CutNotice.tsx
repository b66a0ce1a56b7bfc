// A run that met a limit: which one, and that what is shown is what came until then.
import { useTranslations } from 'use-intl';
import type { FleetResult } from '#simulations';
import { writeDuration } from '../calculator/writeDuration.ts';
import { Notice } from '../ui/Notice.tsx';

export interface CutNoticeProps {
  readonly result: FleetResult | null;
  /** Which one, where there are several. */
  readonly name?: string;
}

export function CutNotice({ result, name }: CutNoticeProps) {
  const t = useTranslations('fleet.cut');
  if (result === null || result.endedBy === 'settled') return null;
  return (
    <Notice kind="problem" announce="polite" title={name === undefined ? t('title') : t('titleOf', { name })}>
      {t(result.endedBy, { now: writeDuration(result.endsAtMs / 1_000) })}
    </Notice>
  );
}
