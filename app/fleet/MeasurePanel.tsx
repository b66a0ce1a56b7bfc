// "Measure it": the fleet of a memory calculator on the real broker, heap before and after each step, beside the formula, and the formula set right by what was measured.
import { useFormatter, useTranslations } from 'use-intl';
import { type FleetMemory, type MemoryConstants, type Problem, type RestResult, type RestScenario, recalibrated } from '#simulations';
import { whole } from '../calculator/PresetTable.tsx';
import { writeDecimalBytes } from '../calculator/writeBothBytes.ts';
import { writeDuration } from '../calculator/writeDuration.ts';
import { BinChart } from '../charts/BinChart.tsx';
import { Failed } from '../lab/Failed.tsx';
import { LaboratoryDown } from '../lab/LaboratoryDown.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Panel } from '../ui/Panel.tsx';
import { binsForChart } from './binsForChart.ts';
import { CutNotice } from './CutNotice.tsx';
import { type MeasuredItem, measuredItems } from './measuredItems.ts';
import { Remark } from './Remark.tsx';
import styles from './RunFleet.module.css';
import { Problems } from './RunFleet.tsx';
import { useFleetRun } from './useFleetRun.ts';

export interface MeasurePanelProps {
  /** The calculator's own. */
  readonly name: string;
  /** What is run; the same object while the inputs are the same. */
  readonly scenario: RestScenario;
  /** The learner's fleet; more than the scenario's where a tab could not carry it, or not fast enough. */
  readonly devices: number;
  /** The formula for the scenario's own fleet. */
  readonly formulaFor: (scenario: RestScenario) => FleetMemory;
  readonly constants: MemoryConstants;
  readonly onRecalibrate: (constants: MemoryConstants) => void;
}

export function MeasurePanel({ name, scenario, devices, formulaFor, constants, onRecalibrate }: MeasurePanelProps) {
  const t = useTranslations('fleet.measure');
  const { run, problems, isStale, start, stop } = useFleetRun(name, scenario, { startsByItself: false });
  const { state, update, result, failure } = run;
  const running = state === 'running';
  return (
    <Panel title={t('title')}>
      <p>{t('lead', { devices: scenario.sessions.devices, away: writeDuration(scenario.awaySeconds) })}</p>
      {scenario.sessions.devices < devices && <Notice>{t('part', { devices: scenario.sessions.devices, all: devices })}</Notice>}
      <div className={styles.after}>
        {running ? (
          <Button onClick={stop}>{t('stop')}</Button>
        ) : (
          <Button onClick={() => start()} disabled={problems.length > 0}>
            {t('run')}
          </Button>
        )}
        {running && (
          <progress
            className={styles.progress}
            aria-label={t('title')}
            max={1}
            value={update === null || update.phase !== 'rest' ? 0 : update.done}
          />
        )}
        <p className={styles.state} role="status">
          {running && t('running', { now: writeDuration((update?.nowMs ?? 0) / 1_000) })}
          {state === 'cancelled' && t('stopped')}
          {!running && isStale && t('stale')}
        </p>
        <Problems problems={problems as readonly Problem[]} />
        {failure !== null && state === 'failed' && <Failed failure={failure} onAgain={() => start()} />}
        <LaboratoryDown onRestarted={() => start()} />
        <CutNotice result={result} />
      </div>
      {result !== null && (
        <Measured
          result={result}
          formula={formulaFor(result.scenario)}
          onRecalibrate={() => onRecalibrate(constantsOf(result, formulaFor(result.scenario), constants))}
        />
      )}
    </Panel>
  );
}

function constantsOf(result: RestResult, { kept }: FleetMemory, before: MemoryConstants): MemoryConstants {
  const { sessions, messages } = result.scenario;
  const { devices, subscriptionsEach, topicBytes } = sessions;
  return recalibrated(
    { ...result, devices, subscriptionsEach, topicBytes, keptEach: kept, payloadBytes: messages.payloadBytes, shared: messages.shared },
    before,
  );
}

interface MeasuredProps {
  readonly result: RestResult;
  readonly formula: FleetMemory;
  readonly onRecalibrate: () => void;
}

function Measured({ result, formula, onRecalibrate }: MeasuredProps) {
  const t = useTranslations('fleet.measure');
  const format = useFormatter();
  const bytes = (value: number) => (value >= 10_000 ? writeDecimalBytes(value) : `${format.number(value, { maximumFractionDigits: 1 })} B`);
  const items = measuredItems(result, formula);
  const cells = ({ measured, reckoned }: MeasuredItem) => ({
    measured: whole(bytes(measured)),
    reckoned: whole(bytes(reckoned)),
    error:
      reckoned === 0
        ? '–'
        : format.number(reckoned / measured - 1, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
  });
  const back = result.end.heapBytes - result.subscribed.heapBytes;
  return (
    <div className={styles.measured}>
      <DataTable
        caption={t('table')}
        columns={[
          { key: 'measured', head: t('measured'), align: 'end' },
          { key: 'reckoned', head: t('reckoned'), align: 'end' },
          { key: 'error', head: t('error'), align: 'end' },
        ]}
        rows={items.map((item) => ({ key: item.key, head: t(`items.${item.key}`, { count: item.count }), cells: cells(item) }))}
      />
      <Button onClick={onRecalibrate}>{t('recalibrate')}</Button>
      <HeapOverTime result={result} />
      <ul className={styles.problems}>
        <li>{t('messages', { sent: result.sent, stored: result.away.storedMessages, dropped: result.dropped })}</li>
        <li>
          {t('returned', { delivered: result.delivered, present: result.sessionsPresent, back: writeDecimalBytes(Math.max(0, back)) })}
        </li>
        <li>{t('counter', { version: result.brokerVersion })}</li>
      </ul>
      <Remark>{t('fingerprint', { digest: result.digest })}</Remark>
    </div>
  );
}

const MOST_BINS = 100;
const HOURS_FROM_SECONDS = 10_800;

function HeapOverTime({ result }: { readonly result: RestResult }) {
  const t = useTranslations('fleet.measure');
  const bins = binsForChart(result.over, MOST_BINS);
  const inHours = result.scenario.awaySeconds >= HOURS_FROM_SECONDS;
  const heap = bins.most('heapBytes').map((value) => value / 1e6);
  return (
    <BinChart
      title={t('chart')}
      sentence={t('sentence', { peak: writeDecimalBytes(result.heapPeakBytes), empty: writeDecimalBytes(result.empty.heapBytes) })}
      timeAxis={{ label: t('away'), unit: inHours ? 'h' : 'min' }}
      axis={{ label: t('heap'), unit: 'MB' }}
      edges={bins.edges.map((edge) => edge / (inHours ? 3_600 : 60))}
      series={[{ key: 'heap', label: t('heap'), tone: 'broker', kind: 'amount', values: heap }]}
    />
  );
}
