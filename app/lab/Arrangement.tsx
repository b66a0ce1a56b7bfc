// Where a lab's parts stand: three columns where there is room, else one with the less urgent parts behind tabs. Measures the lab, not the window.
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../ui/Panel.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Arrangement.module.css';

/** From here on knobs, stage and figures stand side by side. Pixels. */
const SIDE_BY_SIDE = 1_040;
/** Below, the time bar leaves the stage and stays at the lower edge of the screen, within a thumb's reach. Pixels. */
const PHONE = 560;

/** The lab is so narrow that Run and the time bar stand at the lower edge of the screen. */
export function isPhone(width: number): boolean {
  return width < PHONE;
}

export interface ArrangementProps {
  /** Of the lab. Pixels. */
  readonly width: number;
  readonly knobs: ReactNode;
  readonly stage: ReactNode;
  readonly timeBar: ReactNode;
  /** Below the stage and its time bar; a lab without switches leaves it out. */
  readonly steps?: ReactNode;
  /** What a second world beside this one is. */
  readonly compare?: ReactNode;
  /** Which of two worlds wire, packet, log and notes belong to; then the parts of both stand above it. A lab with one world leaves it out. */
  readonly follow?: ReactNode;
  /** Stands beside the time bar on a phone; elsewhere the knobs have it. */
  readonly runButton: ReactNode;
  /** The broker's session table; a lab without one leaves it out. */
  readonly sessions?: ReactNode;
  readonly figures: ReactNode;
  readonly wire: ReactNode;
  /** A panel of its own, below the wire. */
  readonly packet: ReactNode;
  readonly log: ReactNode;
  /** The serial monitor; a lab without programs leaves it out. */
  readonly serial?: ReactNode;
  readonly notice: ReactNode;
  /** What the tabs of a narrow lab are called where the usual word does not fit its parts. */
  readonly tabLabels?: TabLabels;
}

type TabId = 'sessions' | 'figures' | 'wire' | 'log' | 'serial' | 'notice';
export type TabLabels = Partial<Readonly<Record<TabId, string>>>;

export function Arrangement(props: ArrangementProps) {
  const { width, knobs, stage, timeBar, figures, notice, sessions, follow } = props;
  const t = useTranslations('lab');
  const phone = isPhone(width);
  // Two stages are taller than a screen: their time bar stays in sight, too.
  const docks = phone || follow !== undefined;
  const theStage = (
    <Panel key="stage" label={t('stage')} className={styles.stage}>
      {stage}
      {!docks && timeBar}
      {props.steps}
    </Panel>
  );
  const theDock = docks && (
    <div className={styles.dock}>
      {phone && props.runButton}
      {timeBar}
    </div>
  );
  const theKnobs = <div key="knobs">{knobs}</div>;
  if (width < SIDE_BY_SIDE) {
    return (
      <div className={docks ? `${styles.column} ${styles.docked}` : styles.column}>
        {theStage}
        {theDock}
        {props.compare}
        {theKnobs}
        {follow}
        <Tabbed {...props} />
      </div>
    );
  }
  const theSessions = sessions !== undefined && <Panel title={t('sessions')}>{sessions}</Panel>;
  const theWire = (
    <>
      <Panel title={t('wire')}>{props.wire}</Panel>
      {props.packet}
    </>
  );
  const theLogs = (
    <>
      {props.serial !== undefined && <Panel title={t('serial')}>{props.serial}</Panel>}
      <Panel title={t('log')}>{props.log}</Panel>
      {notice}
    </>
  );
  if (follow !== undefined) {
    return (
      <div className={`${styles.columns} ${styles.besides}`}>
        {theKnobs}
        <div className={`${styles.stack} ${styles.docked}`}>
          {props.compare}
          {theStage}
          {theDock}
          {theSessions}
          {figures}
          {follow}
          <div className={styles.followed}>
            <div className={styles.stack}>{theWire}</div>
            <div className={styles.stack}>{theLogs}</div>
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.columns}>
      {theKnobs}
      <div className={styles.stack}>
        {props.compare}
        {theStage}
        {theSessions}
        {theWire}
      </div>
      <div className={styles.stack}>
        {figures}
        {theLogs}
      </div>
    </div>
  );
}

function Tabbed({ figures, sessions, wire, packet, log, serial, notice, tabLabels = {} }: ArrangementProps) {
  const t = useTranslations('lab');
  const tab = (id: TabId, content: ReactNode) => ({ id, label: tabLabels[id] ?? t(`tabs.${id}`), content });
  const tabs = [
    ...(sessions === undefined ? [] : [tab('sessions', <Panel label={t('sessions')}>{sessions}</Panel>)]),
    tab('figures', <div className={styles.stack}>{figures}</div>),
    tab(
      'wire',
      <div className={styles.stack}>
        <Panel label={t('wire')}>{wire}</Panel>
        {packet}
      </div>,
    ),
    ...(serial === undefined ? [] : [tab('serial', <Panel label={t('serial')}>{serial}</Panel>)]),
    tab('log', <Panel label={t('log')}>{log}</Panel>),
    tab('notice', <div className={styles.stack}>{notice}</div>),
  ];
  const [chosen, setChosen] = useState<TabId | null>(null);
  // A tab that a newer run does not have falls back to the first.
  const value = tabs.find(({ id }) => id === chosen)?.id ?? tabs[0]?.id ?? 'figures';
  return <Tabs label={t('tabs.label')} value={value} onChange={setChosen} tabs={tabs} />;
}
