// The reconnection storm simulator: a fleet comes back to a broker that was restarted, on the real broker, and what its machine can take is set by the learner.
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CutNotice } from '../../fleet/CutNotice.tsx';
import { FleetFrame } from '../../fleet/FleetFrame.tsx';
import { HonestPanel } from '../../fleet/HonestPanel.tsx';
import { useFleetRun } from '../../fleet/useFleetRun.ts';
import { Sentences } from '../../lab/Sentences.tsx';
import { useResetShortcut } from '../../lab/useResetShortcut.ts';
import { useExperiment } from '../../state/experiment.ts';
import { standardValues } from '../../state/knobs.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { Answer, Figures, SizingPanel } from './Figures.tsx';
import { GrowthPanel } from './GrowthPanel.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { KNOBS, type StormValues, stormOf } from './knobs.ts';
import { StormPictures } from './StormPictures.tsx';

const NOTES = ['keepAlive', 'memory', 'window', 'machine', 'file'] as const;
const MOST_LOG_LINES = 5;

export default function ReconnectStorm() {
  const t = useTranslations('reconnectStorm');
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<StormValues>(KNOBS);
  const { values } = experiment;
  const storm = useFleetRun(
    'reconnect-storm',
    useMemo(() => stormOf(values), [values]),
  );
  const reset = useCallback(() => {
    experiment.reset();
    storm.start(stormOf(standardValues<StormValues>(KNOBS)));
  }, [experiment, storm]);
  useResetShortcut(frame, reset);
  const { result } = storm.run;
  const headline = useHeadline(result);
  // While a run is on its way it tells how far it is many times a second: what shows its result has no part in that.
  const answer = useMemo(() => result !== null && <Outcome result={result} />, [result]);
  const pictures = useMemo(
    () => (
      <>
        {result === null ? <Panel title={t('pictures.coming')}>{t('pictures.empty')}</Panel> : <StormPictures result={result} />}
        <GrowthPanel values={values} />
      </>
    ),
    [result, values, t],
  );
  const aside = useMemo(() => <Aside result={result} />, [result]);
  return (
    <FleetFrame
      frame={frame}
      width={width}
      headline={headline}
      answer={answer}
      knobs={<KnobPanel experiment={experiment} storm={storm} onReset={reset} />}
      pictures={pictures}
      aside={aside}
    />
  );
}

function Outcome({ result }: { readonly result: StormResult }) {
  return (
    <>
      <CutNotice result={result} />
      <Answer result={result} />
    </>
  );
}

function Aside({ result }: { readonly result: StormResult | null }) {
  const t = useTranslations('reconnectStorm');
  return (
    <>
      {result !== null && (
        <>
          <Figures result={result} />
          <SizingPanel result={result} />
          {result.log.length > 0 && (
            <Notice title={t('log')}>
              {result.log.slice(0, MOST_LOG_LINES).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the broker may say the same twice.
                <p key={index}>{line}</p>
              ))}
            </Notice>
          )}
        </>
      )}
      <Sentences
        title={t('notice.title')}
        empty={t('notice.empty')}
        sentences={result === null ? [] : NOTES.map((key) => t(`notice.${key}`))}
      />
      <HonestPanel result={result} />
    </>
  );
}

function useHeadline(result: StormResult | null): string {
  const t = useTranslations('reconnectStorm.headline');
  if (result === null) return t('waiting');
  const { scenario, back, gaveUp, delivered, before, sessionsPresent, allBackMs } = result;
  const facts = {
    devices: scenario.sessions.devices,
    back,
    missing: scenario.sessions.devices - back,
    gaveUp,
    delivered,
    lost: before.storedMessages - delivered,
    time: writeDuration((allBackMs ?? 0) / 1_000),
  };
  if (result.attempts === 0) return t('neverBegan', facts);
  if (allBackMs === null) return t('notAll', facts);
  if (before.storedMessages > 0 && sessionsPresent === 0) return t('forgotten', facts);
  if (delivered < before.storedMessages) return t('some', facts);
  return t(before.storedMessages === 0 ? 'back' : 'all', facts);
}
