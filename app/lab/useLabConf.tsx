// The broker's configuration in a lab on sessions: a line among the knobs, its editor above the bench once it is opened, and the scenario with what is in use.
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import { ConfPanel } from '../conf/ConfPanel.tsx';
import { ConfSummary } from '../conf/ConfSummary.tsx';
import { type TakesConf, useConf } from '../conf/useConf.ts';
import { Button } from '../ui/Button.tsx';
import type { LabRun } from './useLabRun.ts';

export interface LabConf {
  /** What the knobs say, with the configuration in use. */
  readonly base: Scenario;
  /** The same for another scenario of this lab: of a second world, say. */
  apply(scenario: Scenario): Scenario;
  /** The first run may start. */
  readonly isReady: boolean;
  /** Stands among the knobs. */
  readonly summary: ReactNode;
  /** Stands above the bench; `null` while it is closed. */
  panel(lab: LabRun): ReactNode;
}

/** `ofKnobs`: what the knobs say, the same object while they do. */
export function useLabConf(experiment: TakesConf, ofKnobs: Scenario): LabConf {
  const t = useTranslations('conf');
  const conf = useConf(experiment, ofKnobs);
  const { apply, isReady, inUse, text } = conf;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  const base = useMemo(() => apply(ofKnobs), [apply, ofKnobs]);
  const summary = useMemo(
    () => <ConfSummary conf={conf} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} button={button} />,
    [conf, isOpen],
  );
  const panel = (lab: LabRun) => {
    if (!isOpen) return null;
    const run = <Button onClick={() => lab.start()}>{t('run')}</Button>;
    return <ConfPanel conf={conf} onClose={close} run={lab.isStale && inUse === text ? run : null} />;
  };
  return { base, apply, isReady, summary, panel };
}
