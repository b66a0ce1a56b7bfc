// What the second world has that the first has not, and where the two part. Closing it leaves one world.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Playback } from '../../bench/usePlayback.ts';
import { type Correction, type NumberKnob, shown } from '../../state/knobs.ts';
import { OTHER_PARAMETER, type OtherSetting } from '../../state/otherSetting.ts';
import { Button } from '../../ui/Button.tsx';
import { Knob } from '../../ui/Knob.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Failed } from '../Failed.tsx';
import { rangeOf } from '../knobFields.tsx';
import styles from './ComparePanel.module.css';
import { PartingWords } from './PartingWords.tsx';
import { anotherValue, type Setting } from './settings.ts';
import type { OtherRun } from './useOtherRun.ts';
import type { Parting } from './useParting.ts';
import type { WorldSettings } from './Worlds.tsx';

const TIDIED = 1e6;

export interface ComparePanelProps {
  /** All that may be set apart, the one that is among them. */
  readonly settings: readonly Setting[];
  readonly other: OtherSetting;
  /** The first world's knobs, by name. */
  readonly values: Readonly<Record<string, number | string>>;
  readonly corrections: readonly Correction[];
  readonly onCompare: (other: OtherSetting | null) => void;
  /** How the two worlds are set that are shown. */
  readonly shownSettings: { readonly label: string } & WorldSettings;
  readonly run: OtherRun;
  /** Runs both worlds again. */
  readonly onAgain: () => void;
  readonly parting: Parting;
  /** The playhead that the two share. */
  readonly playback: Playback;
  /** It was opened by hand just now: the focus goes to it. */
  readonly takesFocus: boolean;
}

export function ComparePanel(props: ComparePanelProps) {
  const { settings, other, values, corrections, onCompare, shownSettings, run, onAgain, parting, playback, takesFocus } = props;
  const t = useTranslations('twoWorlds');
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens.
  useEffect(() => {
    if (takesFocus) select.current?.focus();
  }, []);
  const setting = settings.find(({ name }) => name === other.name);
  const { label, a, b } = shownSettings;
  return (
    <Panel
      title={t('title')}
      className={styles.room}
      aside={
        <Button kind="quiet" onClick={() => onCompare(null)}>
          {t('close')}
        </Button>
      }
    >
      <div className={styles.parts}>
        <div className={styles.choice}>
          <label className={styles.label} htmlFor={`${id}setting`}>
            {t('setting')}
          </label>
          <select
            ref={select}
            id={`${id}setting`}
            className={styles.select}
            value={other.name}
            onChange={({ target: { value: name } }) => {
              const next = settings.find((one) => one.name === name);
              if (next !== undefined) onCompare({ name, value: anotherValue(next.knob, values[name] ?? next.knob.standard) });
            }}
          >
            {settings.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label}
              </option>
            ))}
          </select>
          {setting !== undefined && (
            <OtherValue
              setting={setting}
              first={values[other.name] ?? setting.knob.standard}
              value={other.value}
              onChange={(value) => onCompare({ name: other.name, value })}
            />
          )}
          <OtherCorrections corrections={corrections} />
        </div>
        <div className={styles.story}>
          <p className={styles.sentence}>
            {a === b ? t('same', { label, a }) : t.rich('differs', { label, a, b, strong: (text) => <b>{text}</b> })}
          </p>
          <RunWords run={run} onAgain={onAgain}>
            <PartingWords parting={parting} playback={playback} />
          </RunWords>
        </div>
      </div>
    </Panel>
  );
}

interface OtherValueProps {
  readonly setting: Setting;
  /** The first world's. */
  readonly first: number | string;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
}

/** The other options of a choice, a number to type. */
function OtherValue({ setting, first, value, onChange }: OtherValueProps) {
  const t = useTranslations('twoWorlds');
  const id = useId();
  const { knob, unit, nameOf } = setting;
  if (knob.kind === 'number') return <OtherNumber knob={knob} unit={unit} value={Number(value)} onChange={onChange} />;
  // The present one stays in sight even when the first world has come to have it, too.
  const options = knob.options.filter((option) => option !== first || option === value);
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {t('inWorldB')}
      </label>
      <select id={id} className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </>
  );
}

interface OtherNumberProps {
  readonly knob: NumberKnob;
  readonly unit: string | null;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function OtherNumber({ knob, unit, value, onChange }: OtherNumberProps) {
  const t = useTranslations('twoWorlds');
  return (
    <Knob
      label={t('inWorldB')}
      value={shown(knob, value)}
      range={rangeOf(knob)}
      slider={false}
      onChange={(next) => onChange(Math.round((next / knob.shownPer) * TIDIED) / TIDIED)}
      {...(unit === null ? {} : { unit })}
    />
  );
}

/** What in the address about a second world could not be used; also where there is none for that. */
export function OtherCorrections({ corrections }: Pick<ComparePanelProps, 'corrections'>) {
  const t = useTranslations('lab.address');
  return corrections
    .filter(({ parameter }) => parameter === OTHER_PARAMETER)
    .map(({ given, used, why }) => (
      <Notice key={given} announce="polite">
        {t(why, { parameter: OTHER_PARAMETER, given, used: used ?? '' })}
      </Notice>
    ));
}

/** What the second world's run is doing, until it is there. */
function RunWords({
  run: { run, beside },
  onAgain,
  children,
}: Pick<ComparePanelProps, 'run' | 'onAgain'> & { readonly children: ReactNode }) {
  const t = useTranslations('twoWorlds');
  if (beside !== null) return children;
  if (run.state === 'failed' && run.failure !== null) return <Failed failure={run.failure} onAgain={onAgain} />;
  return (
    <p className={styles.quiet} role="status">
      {run.state === 'cancelled' ? t('stopped') : t('starting')}
    </p>
  );
}
