// Two worlds in a lab: the button that opens the second one, the panel that says what it is, and each part of the bench for both. With one world each part stands alone.
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Microseconds } from '#simulations';
import type { Experiment } from '../../state/experiment.ts';
import type { KnobSpecs } from '../../state/knobs.ts';
import type { OtherSetting } from '../../state/otherSetting.ts';
import { Button } from '../../ui/Button.tsx';
import type { KnobsOnScreen } from '../knobsOnScreen.ts';
import type { StageParts } from '../LabBench.tsx';
import type { LabRun } from '../useLabRun.ts';
import { ComparePanel, OtherCorrections } from './ComparePanel.tsx';
import { FollowChoice } from './FollowChoice.tsx';
import { anotherValue } from './settings.ts';
import { TwoStages } from './TwoStages.tsx';
import type { OtherRun } from './useOtherRun.ts';
import { useParting } from './useParting.ts';
import { useSettings, type World } from './useSecondWorld.ts';
import { type WorldName, Worlds } from './Worlds.tsx';

export interface TwoWorldsOptions<Values extends object> {
  readonly specs: KnobSpecs<Values>;
  /** The setting to begin with, where no knob has been turned. */
  readonly comparesFirst?: string | undefined;
  readonly knobs: KnobsOnScreen;
  readonly experiment: Experiment<Values>;
  readonly lab: LabRun;
  readonly otherRun: OtherRun;
  readonly first: World;
  readonly second: World;
}

export interface TwoWorlds {
  /** Whose ladder, packet, log and notes are shown. */
  readonly followed: World;
  /** Opens the second world; `null` while it is open, and where no setting has another position. */
  readonly button: ReactNode;
  /** What the second world is; what in the address about one could not be used. */
  readonly panel: ReactNode;
  /** Left out with one world. */
  readonly follow?: ReactNode;
  /** When packets vanished in either. */
  readonly lossInstants: readonly Microseconds[];
  each(label: 'sessions' | 'figures', part: (world: World) => ReactNode): ReactNode;
  /** `whose`: what the summary of a stage begins with, where there are two. */
  stage(parts: StageParts, draw: (parts: StageParts, world: WorldName, whose?: string) => ReactNode): ReactNode;
}

export function useTwoWorlds<Values extends object>(options: TwoWorldsOptions<Values>): TwoWorlds {
  const { specs, comparesFirst, knobs, experiment, lab, otherRun, first, second } = options;
  const t = useTranslations('twoWorlds');
  const { values, other, corrections, compare } = experiment;
  const { all, shown } = useSettings(specs, knobs, experiment, lab.isStale);
  const turned = useTurned(values);
  const parting = useParting(other === null ? null : first.result, otherRun.beside);
  const [chosen, setChosen] = useState<WorldName>('a');
  const [byHand, setByHand] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const closing = useRef(false);

  const { isStale, start } = lab;
  const isStopped = lab.run.state === 'cancelled';
  const open = useCallback(() => {
    const named = (name: string | null | undefined) => all.find((one) => one.name === name);
    const setting = named(turned) ?? named(comparesFirst) ?? all[0];
    if (setting === undefined) return;
    const now = (values as Readonly<Record<string, number | string>>)[setting.name] ?? setting.knob.standard;
    setByHand(true);
    compare({ name: setting.name, value: anotherValue(setting.knob, now) });
    // Two worlds are of the same knobs.
    if (isStale || isStopped) start();
  }, [all, turned, comparesFirst, values, compare, isStale, isStopped, start]);
  const onCompare = useCallback(
    (next: OtherSetting | null) => {
      closing.current = next === null;
      compare(next);
    },
    [compare],
  );
  // Whoever closed the panel by keyboard goes on at the button that opens it.
  const takeButton = useCallback((element: HTMLButtonElement | null) => {
    button.current = element;
    if (element === null || !closing.current) return;
    closing.current = false;
    element.focus();
  }, []);

  const lossesOfFirst = first.result?.lossInstants;
  const lossesOfSecond = other === null ? undefined : otherRun.beside?.lossInstants;
  const lossInstants = useMemo(
    () => [...(lossesOfFirst ?? []), ...(lossesOfSecond ?? [])].sort((one, another) => one - another),
    [lossesOfFirst, lossesOfSecond],
  );
  const openButton = useMemo(
    () =>
      all.length === 0 ? null : (
        <Button ref={takeButton} title={t('openHint')} onClick={open}>
          {t('open')}
        </Button>
      ),
    [all.length, open, t, takeButton],
  );

  if (other === null || shown === null) {
    return {
      followed: first,
      button: openButton,
      panel: <OtherCorrections corrections={corrections} />,
      lossInstants,
      each: (_, part) => part(first),
      stage: (parts, draw) => draw(parts, 'a'),
    };
  }
  const worlds = { a: first, b: second };
  const { label, a, b } = shown;
  const settings = { a: t('isSet', { label, value: a }), b: t('isSet', { label, value: b }) };
  return {
    followed: worlds[chosen],
    button: null,
    panel: (
      <ComparePanel
        settings={all}
        other={other}
        values={values as Readonly<Record<string, number | string>>}
        corrections={corrections}
        onCompare={onCompare}
        shownSettings={shown}
        run={otherRun}
        onAgain={() => start()}
        parting={parting}
        playback={first.played.shared}
        takesFocus={byHand}
      />
    ),
    follow: <FollowChoice value={chosen} onChange={setChosen} />,
    lossInstants,
    each: (what, part) => <Worlds label={t(what)} settings={settings} of={(world) => part(worlds[world])} />,
    stage: (parts, draw) => (
      <TwoStages label={t('stage')} settings={settings} worlds={worlds} follows={chosen} onFollow={setChosen} parts={parts} stage={draw} />
    ),
  };
}

/** The knob that was turned last; `null`: none yet. */
function useTurned(values: object): string | null {
  const [seen, setSeen] = useState<{ readonly values: object; readonly turned: string | null }>({ values, turned: null });
  if (seen.values === values) return seen.turned;
  const before = seen.values as Readonly<Record<string, unknown>>;
  const changed = Object.entries(values).filter(([name, value]) => before[name] !== value);
  // Several at once: a reset, or another link.
  const turned = changed.length === 1 ? (changed[0]?.[0] ?? null) : changed.length === 0 ? seen.turned : null;
  setSeen({ values, turned });
  return turned;
}
