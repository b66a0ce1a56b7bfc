// What is to be known beside the answer: who pings although nobody asks, what forgets the connection on the way, and what a library cannot do.
import { useTranslations } from 'use-intl';
import { habitsOf } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { KeepAliveValues } from './knobs.ts';
import { type Reckoning, speaksFive } from './reckoning.ts';

export function KeepAliveNotices({ values, reckoning }: { readonly values: KeepAliveValues; readonly reckoning: Reckoning }) {
  const t = useTranslations('keepAlive.notices');
  const { name } = habitsOf(values.library);
  const { traffic } = values;
  return (
    <>
      {reckoning.isForgotten && (
        <Notice kind="problem">
          {t('forgotten', { silence: writeDuration(reckoning.silence), forgets: writeDuration(values.forgets) })}
        </Notice>
      )}
      {traffic === 'qos1' && reckoning.qos === 0 && <Notice>{t('noQos1', { name })}</Notice>}
      {traffic !== 'idle' && reckoning.pingsPerDay === 0 && <Notice>{t('noPings')}</Notice>}
      {traffic !== 'idle' && reckoning.qos === 0 && reckoning.pingsPerDay > 0 && <Notice>{t('pingsAnyway')}</Notice>}
      {traffic !== 'idle' && reckoning.qos > 0 && values.library === 'espMqtt' && <Notice>{t('alwaysPings', { name })}</Notice>}
      {!speaksFive(values) && <Notice>{t('noWillDelay', { name })}</Notice>}
      <Notice>{t('wifi')}</Notice>
    </>
  );
}
