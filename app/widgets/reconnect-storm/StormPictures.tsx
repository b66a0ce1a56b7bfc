// What happens in the storm, over time: who tries, who is back, what is handed over, what waits, and the broker's heap.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { BinChart } from '../../charts/BinChart.tsx';
import { ReadTogether } from '../../charts/reading/ReadTogether.tsx';
import { AttemptChart } from '../../fleet/AttemptChart.tsx';
import { AttemptRasterChart } from '../../fleet/AttemptRasterChart.tsx';
import { binsForChart } from '../../fleet/binsForChart.ts';
import { FleetReplay } from '../../fleet/replay/FleetReplay.tsx';
import { stormMarks } from '../../fleet/stormMarks.ts';
import { Panel } from '../../ui/Panel.tsx';

const MOST_BINS = 120;
const MEGA = 1e6;

export const StormPictures = memo(function StormPictures({ result }: { readonly result: StormResult }) {
  const t = useTranslations('reconnectStorm.pictures');
  const fleet = useTranslations('fleet');
  const name = fleet(`strategies.${result.scenario.backoff.kind}`);
  const untilMs = untilOf(result);
  const bins = binsForChart(result.over, MOST_BINS, untilMs);
  const shared = {
    timeAxis: { label: fleet('charts.time'), unit: fleet('charts.seconds') },
    edges: bins.edges,
    marks: stormMarks(result).map(({ key, at }) => ({ at, label: fleet(`charts.${key}`) })),
  };
  const stored = bins.atEnd('stored');
  const delivered = bins.rate('delivered');
  const heap = bins.most('heapBytes').map((bytes) => bytes / MEGA);
  const rule = (result.scenario.sessions.devices * result.scenario.queuedEach * result.scenario.messages.payloadBytes) / MEGA;
  const width = writeDuration((bins.edges[1] ?? 0) - (bins.edges[0] ?? 0));
  return (
    <ReadTogether>
      <FleetReplay results={[result]} untilMs={untilMs} />
      <Panel title={t('coming')}>
        <AttemptChart result={result} name={name} untilMs={untilMs} />
        <BinChart
          {...shared}
          title={t('back')}
          sentence={t('backSentence', { back: result.back, devices: result.scenario.sessions.devices, waiting: result.mostWaiting })}
          axis={{ label: t('devices') }}
          series={[{ key: 'back', label: t('backSoFar'), tone: 'broker', kind: 'level', values: bins.atEnd('backSoFar') }]}
        />
      </Panel>
      {result.scenario.queuedEach > 0 && (
        <Panel title={t('messages')}>
          <BinChart
            {...shared}
            title={t('delivered')}
            sentence={t('deliveredSentence', { delivered: result.delivered, most: Math.round(Math.max(0, ...delivered)), width })}
            axis={{ label: t('messages'), unit: fleet('charts.perSecond') }}
            series={[
              {
                key: 'delivered',
                label: t('delivered'),
                tone: result.scenario.messages.qos === 1 ? 'q1' : 'q2',
                kind: 'amount',
                values: delivered,
              },
            ]}
          />
          <BinChart
            {...shared}
            title={t('waiting')}
            sentence={t(stored.at(-1) === 0 ? 'drained' : 'notDrained', { stored: stored.at(-1) ?? 0 })}
            axis={{ label: t('messages') }}
            series={[{ key: 'stored', label: t('waiting'), tone: 'broker', kind: 'amount', values: stored }]}
          />
        </Panel>
      )}
      <Panel title={t('heap')}>
        <BinChart
          {...shared}
          title={t('heap')}
          sentence={t('heapSentence', { peak: Math.max(...heap), before: result.before.heapBytes / MEGA })}
          axis={{ label: t('heap'), unit: 'MB' }}
          series={[{ key: 'heap', label: t('heapLine'), tone: 'broker', kind: 'level', values: heap }]}
          {...(rule === 0 ? {} : { limit: { value: rule, label: t('rule') } })}
        />
      </Panel>
      <Panel title={t('raster')}>
        <AttemptRasterChart result={result} name={name} untilMs={untilMs} />
      </Panel>
    </ReadTogether>
  );
});

/** Until everybody is back and everything handed over; where that never is, until the end. Not nothing, so that the axis has a length. */
function untilOf({ allBackMs, lastDeliveryMs, endsAtMs }: StormResult): number {
  return Math.max(1_000, allBackMs === null ? endsAtMs : 1.02 * Math.max(allBackMs, lastDeliveryMs ?? 0));
}
