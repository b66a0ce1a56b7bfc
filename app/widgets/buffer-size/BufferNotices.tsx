// What is to be known beside the answer: what does not fit, what is lost, and what would be cut off or refused.
import { useTranslations } from 'use-intl';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { BufferValues } from './knobs.ts';
import { PUB_SUB_CLIENT_MOST, type Reckoning } from './reckoning.ts';
import { writeBytes } from './writeBytes.ts';

/** A chip that is worn out sooner than it would be replaced. Years. */
const SOON_WORN_OUT = 10;

export function BufferNotices({ values, reckoning }: { readonly values: BufferValues; readonly reckoning: Reckoning }) {
  const t = useTranslations('bufferSize.notices');
  const { fit, lost, drain, flash, unnoticed, topicTooLong, payloadTooLong, packetTooLong } = reckoning;
  const { place, whenFull, topicRoom, payloadRoom } = values;
  return (
    <>
      {!fit.fits && (
        <Notice kind="problem">
          {t(`noRoom.${place}`, { needed: writeBytes(fit.neededBytes), available: writeBytes(fit.availableBytes) })}
        </Notice>
      )}
      {lost > 0 && <Notice kind="problem">{t(`lost.${whenFull}`, { lost })}</Notice>}
      {topicTooLong && <Notice kind="problem">{t('topicTooLong', { most: topicRoom - 1 })}</Notice>}
      {payloadTooLong && <Notice kind="problem">{t('payloadTooLong', { most: payloadRoom - 1 })}</Notice>}
      {packetTooLong && (
        <Notice kind="problem">{t.rich('packetTooLong', { most: PUB_SUB_CLIENT_MOST, code: (text) => <code>{text}</code> })}</Notice>
      )}
      {drain === null && <Notice kind="problem">{t('neverEmpty')}</Notice>}
      {flash !== null && flash < SOON_WORN_OUT && (
        <Notice kind="problem">{t('wornOut', { years: writeDuration(flash * 365 * 86_400) })}</Notice>
      )}
      {unnoticed >= 1 && <Notice>{t('unnoticed', { readings: unnoticed })}</Notice>}
    </>
  );
}
