// The small picture on the home page: a real run, each message with what became of it. It waits for nothing that the learner does, and a laboratory
// that does not start costs the page no more than this picture.
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { QOS_DELIVERY_DEFAULTS, qosDeliveryScenario, START } from '#simulations';
import { viewRun } from '../state/laboratory.ts';
import { cancel, startRun, useRun } from '../state/run.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './LiveRun.module.css';
import { OutcomeRow } from './OutcomeRow.tsx';
import { type Outcomes, outcomesOf } from './outcomes.ts';

const CHANNEL = 'home';
const MESSAGES = 20;

export default function LiveRun() {
  const t = useTranslations('home.run');
  const format = useFormatter();
  const [seed, setSeed] = useState(QOS_DELIVERY_DEFAULTS.seed);
  const [rows, setRows] = useState<readonly Outcomes[] | null>(null);
  const { result, failure } = useRun(CHANNEL);

  useEffect(() => {
    void startRun(CHANNEL, qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, messages: MESSAGES, seed }));
    return () => cancel(CHANNEL);
  }, [seed]);

  useEffect(() => {
    if (result === null) return;
    let gone = false;
    viewRun({ runId: result.runId, at: result.endsAt, from: START, to: result.endsAt, logLines: 0 }).then(
      ({ events }) => !gone && setRows(result.scenario.devices.map((device) => outcomesOf(device, events))),
      // A newer run has taken its place, and brings its own rows.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [result]);

  if (failure !== null) return <Notice kind="problem">{t('failed', { cause: failure.message })}</Notice>;
  if (rows === null || result === null) {
    return (
      <p className={styles.waiting} role="status">
        {t('waiting', { messages: MESSAGES })}
      </p>
    );
  }
  const loss = format.number(QOS_DELIVERY_DEFAULTS.lossRatio, { style: 'percent' });
  return (
    <figure className={styles.run}>
      <figcaption className={styles.caption}>
        {t('caption', { messages: MESSAGES, broker: result.brokerVersion, loss, seed: result.scenario.seed })}
      </figcaption>
      <ul className={styles.rows} aria-live="polite">
        {rows.map((row) => (
          <OutcomeRow key={row.device.name} outcomes={row} />
        ))}
      </ul>
      <div className={styles.foot}>
        <p className={styles.key}>{t('key')}</p>
        <Button icon="replay" onClick={() => setSeed(seed + 1)}>
          {t('again')}
        </Button>
      </div>
    </figure>
  );
}
