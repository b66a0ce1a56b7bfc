// Where a fleet's parts stand: knobs, pictures and what came out, side by side where there is room, else one below the other with the answer first. Measures itself, not the window.
import type { ReactNode, RefObject } from 'react';
import { Panel } from '../ui/Panel.tsx';
import styles from './FleetFrame.module.css';

/** From here on three columns. Pixels. */
const SIDE_BY_SIDE = 1_040;

export interface FleetFrameProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Of the widget. Pixels. */
  readonly width: number;
  readonly knobs: ReactNode;
  /** The outcome in a sentence; read out when it has changed. */
  readonly headline: string;
  /** Below the sentence: notices, and a table of the figures that matter most. */
  readonly answer?: ReactNode;
  readonly pictures: ReactNode;
  readonly aside: ReactNode;
}

export function FleetFrame({ frame, width, knobs, headline, answer, pictures, aside }: FleetFrameProps) {
  const result = (
    <Panel label={headline}>
      <p className={styles.headline} role="status">
        {headline}
      </p>
      {answer}
    </Panel>
  );
  return (
    <div ref={frame}>
      {width >= SIDE_BY_SIDE ? (
        <div className={styles.columns}>
          <div className={styles.knobs}>{knobs}</div>
          <div className={styles.stack}>
            {result}
            {pictures}
          </div>
          <div className={styles.stack}>{aside}</div>
        </div>
      ) : (
        <div className={styles.stack}>
          {result}
          <div className={styles.knobs}>{knobs}</div>
          {pictures}
          {aside}
        </div>
      )}
    </div>
  );
}
