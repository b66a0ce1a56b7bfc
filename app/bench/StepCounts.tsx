// What the stage shows where packets are too fast to be seen: at each step of the playhead, how many crossed each link since the step before, and how many vanished.
import { useEffect, useRef, useState } from 'react';
import { useFormatter } from 'use-intl';
import type { DeviceFigures, QoS } from '#simulations';
import type { RunView } from '#simulations/worker';
import type { BenchLane } from './benchLane.ts';
import { shapePath } from './packetShape.ts';
import styles from './Stage.module.css';
import type { LinkLine, StageGeometry } from './stageGeometry.ts';

export interface StepCount {
  readonly crossed: number;
  readonly lost: number;
  /** Copies that the subscriber was given. */
  readonly delivered: number;
}

/** What happened between two standings of one device; nothing when they are not in order. */
export function stepBetween(before: DeviceFigures | undefined, after: DeviceFigures | undefined): StepCount {
  if (before === undefined || after === undefined || after.packets < before.packets) return { crossed: 0, lost: 0, delivered: 0 };
  return {
    crossed: after.packets - before.packets,
    lost: after.packetsLost - before.packetsLost,
    delivered: after.delivered + after.duplicates - before.delivered - before.duplicates,
  };
}

function Count({
  line: { client, broker },
  qos,
  count,
  lost,
}: {
  readonly line: LinkLine;
  readonly qos: QoS;
  readonly count: number;
  readonly lost: number;
}) {
  const format = useFormatter();
  const x = (client.x + broker.x) / 2;
  const y = (client.y + broker.y) / 2;
  if (count === 0) return null;
  return (
    <g>
      <path className={styles[`qos${qos}`]} d={shapePath(qos, 9)} transform={`translate(${x - 14} ${y - 13})`} />
      <text className={styles.label} x={x} y={y - 9}>
        {format.number(count)}
      </text>
      {lost > 0 && (
        <>
          <path className={styles.cross} d={`M${x - 20} ${y + 7}l12 12m0 -12l-12 12`} />
          <text className={styles.labelLost} x={x} y={y + 17}>
            {format.number(lost)}
          </text>
        </>
      )}
    </g>
  );
}

export interface StepCountsProps {
  readonly lanes: readonly BenchLane[];
  readonly geometry: StageGeometry;
  readonly view: RunView | null;
}

export function StepCounts({ lanes, geometry, view }: StepCountsProps) {
  const latest = useRef<RunView | null>(null);
  const [steps, setSteps] = useState<readonly StepCount[]>([]);
  useEffect(() => {
    const before = latest.current;
    latest.current = view;
    if (view === null || before === null || before.at === view.at) return;
    const of = (figures: readonly DeviceFigures[], device: string) => figures.find((figure) => figure.device === device);
    setSteps(lanes.map(({ device }) => stepBetween(of(before.figures, device), of(view.figures, device))));
  }, [view, lanes]);
  return (
    <g>
      {lanes.map(({ device, qos, subscriber }, index) => {
        const place = geometry.lanes[index];
        const step = steps[index];
        if (place === undefined || step === undefined) return null;
        return (
          <g key={device}>
            <Count line={place.deviceLink} qos={qos} count={step.crossed} lost={step.lost} />
            {subscriber !== null && <Count line={place.subscriberLink} qos={qos} count={step.delivered} lost={0} />}
          </g>
        );
      })}
    </g>
  );
}
