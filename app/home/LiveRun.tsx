// The small picture on the home page: a real run, each message with what became of it. It waits for nothing that the learner does, and a laboratory
// that does not start costs the page no more than this picture.
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { QOS_DELIVERY_DEFAULTS, qosDeliveryScenario, START } from '#simulations';
import { type Failure, failureOf } from '../state/failure.ts';
import { restartLaboratory, viewRun } from '../state/laboratory.ts';
import { cancel, startRun, useRun } from '../state/run.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './LiveRun.module.css';
import { OutcomeRow } from './OutcomeRow.tsx';
import { type Outcomes, outcomesOf } from './outcomes.ts';

const CHANNEL = 'home';
const MESSAGES = 20;

interface Seen {
  readonly rows: readonly Outcomes[] | null;
  readonly failure: Failure | null;
}

export default function LiveRun() {
  const t = useTranslations('home.run');
  const format = useFormatter();
  const [asked, setAsked] = useState({ seed: QOS_DELIVERY_DEFAULTS.seed, attempt: 0 });
  const [seen, setSeen] = useState<Seen>({ rows: null, failure: null });
  const { result, failure: runFailure } = useRun(CHANNEL);

  useEffect(() => {
    void startRun(CHANNEL, qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, messages: MESSAGES, seed: asked.seed }));
    return () => cancel(CHANNEL);
  }, [asked]);

  useEffect(() => {
    if (result === null) return;
    let gone = false;
    viewRun({ runId: result.runId, at: result.endsAt, from: START, to: result.endsAt, logLines: 0 }).then(
      ({ events }) => !gone && setSeen({ rows: result.scenario.devices.map((device) => outcomesOf(device, events)), failure: null }),
      (cause: unknown) => !gone && setSeen({ rows: null, failure: failureOf(cause) }),
    );
    return () => {
      gone = true;
    };
  }, [result]);

  function tryAgain(code: Failure['code']): void {
    if (code === 'worker') restartLaboratory();
    setSeen({ rows: null, failure: null });
    setAsked({ ...asked, attempt: asked.attempt + 1 });
  }

  const failure = runFailure ?? seen.failure;
  if (failure !== null) {
    const again = <Button onClick={() => tryAgain(failure.code)}>{t('tryAgain')}</Button>;
    return (
      <Notice kind="problem" announce="polite" actions={again}>
        {t('failed', { cause: failure.message })}
      </Notice>
    );
  }
  const { rows } = seen;
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
        <Button icon="replay" onClick={() => setAsked({ seed: result.scenario.seed + 1, attempt: 0 })}>
          {t('again')}
        </Button>
      </div>
    </figure>
  );
}
