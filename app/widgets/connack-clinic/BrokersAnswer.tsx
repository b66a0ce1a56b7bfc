// What the broker really answered: the code with its name and the packet's bytes, or that there was no packet; what the newcomer saw; and whether it is mended.
import { useTranslations } from 'use-intl';
import type { ConnectionStep, DoorstepFinding, ProtocolVersion, RunEvent } from '#simulations';
import { NEWCOMER } from '#simulations';
import { hexText } from '../../bench/inspector/byteText.ts';
import { Empty } from '../../lab/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { codeName, meaningOf } from './answers.ts';
import styles from './BrokersAnswer.module.css';

export interface BrokersAnswerProps {
  readonly version: ProtocolVersion;
  /** `null` before the run. */
  readonly finding: DoorstepFinding | null;
  /** Of the whole run. */
  readonly events: readonly RunEvent[];
  /** A mend is being tried. */
  readonly mending: boolean;
}

export function BrokersAnswer({ version, finding, events, mending }: BrokersAnswerProps) {
  const t = useTranslations('connackClinic.answer');
  return (
    <Panel title={t('title')}>
      {finding === null ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <div className={styles.answer}>
          <Code finding={finding} version={version} />
          <p className={styles.small}>{t('stepsTitle')}</p>
          <ol className={styles.steps}>
            {stepsOf(events).map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no other name, and their order is fixed.
              <li key={index}>{t(step.step, { code: step.code === null ? '' : codeName(step.code) })}</li>
            ))}
          </ol>
          <Outcome finding={finding} mending={mending} />
        </div>
      )}
    </Panel>
  );
}

function stepsOf(events: readonly RunEvent[]): ConnectionStep[] {
  return events.filter((event): event is ConnectionStep => event.kind === 'connection' && event.client === NEWCOMER);
}

function Code({ finding: { code, connack, sent }, version }: { readonly finding: DoorstepFinding; readonly version: ProtocolVersion }) {
  const t = useTranslations('connackClinic.answer');
  if (code === null || connack === null) {
    return (
      <>
        <p className={styles.code}>{t('closed')}</p>
        <p className={styles.words}>{t(sent ? 'closedText' : 'unsentText')}</p>
      </>
    );
  }
  return (
    <>
      <p className={styles.code}>
        {codeName(code)} <span className={styles.name}>{meaningOf(version, code)}</span>
      </p>
      <p className={styles.words}>
        {t('bytes')} <code>{hexText(connack.bytes)}</code>
      </p>
    </>
  );
}

function Outcome({ finding: { code, well, thrownOut }, mending }: { readonly finding: DoorstepFinding; readonly mending: boolean }) {
  const t = useTranslations('connackClinic.answer');
  const cost = code === 0 && !well ? t('thrownOut', { names: thrownOut.join(', ') }) : null;
  const verdict = well ? t(mending ? 'mended' : 'nothingToMend') : t(mending ? 'notMended' : 'broken');
  return (
    <Notice kind={well ? 'info' : 'problem'} announce="polite">
      {cost !== null && <p className={styles.words}>{cost}</p>}
      <p className={styles.words}>{verdict}</p>
    </Notice>
  );
}
