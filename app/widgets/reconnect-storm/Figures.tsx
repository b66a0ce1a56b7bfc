// What came out, in figures: who is back, how attempts ended, what was handed over; and the sizing rule beside the heap.
import { useFormatter, useTranslations } from 'use-intl';
import { ATTEMPT_OUTCOMES, type StormResult } from '#simulations';
import { writeBothBytes } from '../../calculator/writeBothBytes.ts';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { Remark } from '../../fleet/Remark.tsx';
import { DataTable, type Row } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Figures.module.css';
import { sizingOf } from './sizing.ts';

export function Answer({ result }: { readonly result: StormResult }) {
  const t = useTranslations('reconnectStorm.figures');
  const time = (ms: number | null) => (ms === null ? t('never') : writeDuration(ms / 1_000));
  return (
    <DataTable
      caption={t('times')}
      columns={[
        { key: 'half', head: t('half'), align: 'end' },
        { key: 'most', head: t('most'), align: 'end' },
        { key: 'all', head: t('all'), align: 'end' },
        { key: 'last', head: t('last'), align: 'end' },
      ]}
      rows={[
        {
          key: 'times',
          head: t('after'),
          cells: {
            half: time(result.halfBackMs),
            most: time(result.mostBackMs),
            all: time(result.allBackMs),
            last: result.lastDeliveryMs === null ? t('none') : time(result.lastDeliveryMs),
          },
        },
      ]}
    />
  );
}

export function Figures({ result }: { readonly result: StormResult }) {
  const t = useTranslations('reconnectStorm.figures');
  const outcome = useTranslations('fleet.outcomes');
  const format = useFormatter();
  const { devices } = result.scenario.sessions;
  const row = (key: string, head: string, value: number, marked = false): Row => ({
    key,
    head,
    cells: { value: format.number(value) },
    marked,
  });
  const table = (caption: string, rows: readonly Row[]) => (
    <DataTable caption={caption} showCaption columns={[{ key: 'value', head: '', align: 'end' }]} rows={rows} />
  );
  return (
    <Panel title={t('title')}>
      <div className={styles.tables}>
        {table(t('devices'), [
          row('back', t('back'), result.back, result.back < devices),
          row('present', t('present'), result.sessionsPresent, result.sessionsPresent < result.back),
          ...(result.gaveUp === 0 ? [] : [row('gaveUp', t('gaveUp'), result.gaveUp, true)]),
        ])}
        {table(t('attempts', { attempts: result.attempts }), [
          ...ATTEMPT_OUTCOMES.filter((key) => result.outcomes[key] > 0).map((key) => row(key, outcome(key), result.outcomes[key])),
          row('waiting', t('waiting'), result.mostWaiting),
          ...(result.servedInVain === 0 ? [] : [row('inVain', t('inVain'), result.servedInVain)]),
        ])}
        {table(t('messages'), [
          row('waited', t('waited'), result.before.storedMessages),
          row('after', t('afterStart'), result.after.storedMessages, result.after.storedMessages < result.before.storedMessages),
          row('delivered', t('delivered'), result.delivered, result.delivered < result.before.storedMessages),
          ...(result.dropped === 0 ? [] : [row('dropped', t('dropped'), result.dropped, true)]),
        ])}
      </div>
    </Panel>
  );
}

export function SizingPanel({ result }: { readonly result: StormResult }) {
  const t = useTranslations('reconnectStorm.sizing');
  const format = useFormatter();
  const sizing = sizingOf(result);
  const row = (key: 'rule' | 'headRoom' | 'taken' | 'takenAfter' | 'peak' | 'atOnce', value: string): Row => ({
    key,
    head: t(key),
    cells: { value },
  });
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('title')}
        columns={[{ key: 'value', head: '', align: 'end' }]}
        rows={[
          row('rule', writeBothBytes(sizing.rule)),
          row('headRoom', `${writeBothBytes(sizing.headRoomFrom)} – ${writeBothBytes(sizing.headRoomTo)}`),
          row('taken', writeBothBytes(sizing.taken)),
          row('takenAfter', writeBothBytes(sizing.takenAfter)),
          row('peak', writeBothBytes(sizing.peak)),
          row('atOnce', writeBothBytes(sizing.atOnce)),
        ]}
      />
      <Remark>
        {sizing.ratio === null ? t('nothing') : t('ratio', { ratio: format.number(sizing.ratio, { maximumFractionDigits: 2 }) })}{' '}
        {t('before')}
      </Remark>
    </Panel>
  );
}
