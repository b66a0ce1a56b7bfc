// Each figure of each level three times: what this run gave, what the closed form expects, and what the course's table says, with what becomes of that.
import { memo, useId } from 'react';
import { useTranslations } from 'use-intl';
import { COURSE_NOTES, COURSE_SETUP } from '#content';
import type { DeviceScenario, ExpectedDelivery } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { Empty } from '../../lab/Empty.tsx';
import { Details } from '../../ui/Details.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Comparison.module.css';
import { ComparisonRow } from './ComparisonRow.tsx';
import { COMPARED } from './figures.ts';
import { SYMBOLS } from './formulas.tsx';
import { useSentence } from './useSentence.ts';

export interface ComparisonProps {
  readonly result: RunResult | null;
  /** Of the result's scenario, one for each level. */
  readonly expected: readonly ExpectedDelivery[];
  readonly stale: boolean;
  /** No room for the reasons beside the figures. */
  readonly narrow: boolean;
}

export const Comparison = memo(function Comparison({ result, expected, stale, narrow }: ComparisonProps) {
  const t = useTranslations('qosDelivery.comparison');
  const sentence = useSentence();
  const device = result?.scenario.devices[0];
  if (result === null || device === undefined) {
    return (
      <Panel title={t('title')}>
        <Empty>{t('empty')}</Empty>
      </Panel>
    );
  }
  return (
    <Panel title={t('title')} aside={stale ? t('stale') : undefined}>
      <p className={styles.lead}>{t('lead')}</p>
      <OtherSetup device={device} />
      {device.link.transport === 'tcp' && <Notice kind="incomparable">{t('otherLoss')}</Notice>}
      <ComparisonTable result={result} expected={expected} device={device} narrow={narrow} />
      <div className={styles.more}>
        <Details summary={t('symbols')}>
          <dl className={styles.symbols}>
            {SYMBOLS.map(([name, maths]) => (
              <div key={name}>
                <dt>{maths}</dt>
                <dd>{t(`symbol.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </Details>
        <Details summary={t('notes')}>
          {COURSE_NOTES.map((note) => (
            <p key={note.text}>{sentence(note)}</p>
          ))}
        </Details>
      </div>
    </Panel>
  );
});

type TableProps = Pick<ComparisonProps, 'expected' | 'narrow'> & { readonly result: RunResult; readonly device: DeviceScenario };

function ComparisonTable({ result, expected, device, narrow }: TableProps) {
  const t = useTranslations('qosDelivery');
  const id = useId();
  return (
    <ScrollBox labelledBy={id}>
      <table className={narrow ? `${styles.table} ${styles.narrow}` : styles.table}>
        <caption id={id}>
          <VisuallyHidden>{t('comparison.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('comparison.figure')}</th>
            <th scope="col">{t('comparison.run')}</th>
            <th scope="col" className={styles.expected}>
              {t('comparison.expected')}
            </th>
            <th scope="col">{t('comparison.course')}</th>
            {!narrow && (
              <th scope="col" className={styles.reasons}>
                {t('comparison.verdict')}
              </th>
            )}
          </tr>
        </thead>
        {COMPARED.map((figure) => (
          <tbody key={figure.name} aria-labelledby={`${id}-${figure.name}`}>
            <tr>
              <th scope="rowgroup" id={`${id}-${figure.name}`} colSpan={narrow ? 4 : 5} className={styles.group}>
                {t(`figures.${figure.name}`)}
              </th>
            </tr>
            {result.figures.map((figures, level) => {
              const [qos0] = result.figures;
              const [expected0] = expected;
              const ofLevel = expected[level];
              if (qos0 === undefined || expected0 === undefined || ofLevel === undefined) return null;
              const row = { figure, figures, qos0, expected: ofLevel, expected0, device, narrow };
              return <ComparisonRow key={figures.device} {...row} />;
            })}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

function OtherSetup({ device }: { readonly device: DeviceScenario }) {
  const t = useTranslations('qosDelivery.comparison');
  const { messages, lossRatio, publishIntervalMs } = COURSE_SETUP;
  const asInCourse = device.messages === messages && device.link.lossRatio === lossRatio && device.publishIntervalMs === publishIntervalMs;
  if (asInCourse) return null;
  return (
    <Notice kind="incomparable">
      {t('otherSetup', {
        messages,
        loss: lossRatio,
        interval: publishIntervalMs,
        yourMessages: device.messages,
        yourLoss: device.link.lossRatio,
        yourInterval: device.publishIntervalMs,
      })}
    </Notice>
  );
}
