// Many packets of one direction on one stretch of a link, as a figure beside their shape; those that were lost there under a cross, aside.
import { useFormatter } from 'use-intl';
import type { FlightCount } from './flights.ts';
import { shapePath } from './packetShape.ts';
import styles from './Stage.module.css';
import { type LinkLine, pointOnLink } from './stageGeometry.ts';

/** Lost ones stand aside of a level link, and between the stretches of an upright one. Pixels. */
const ASIDE = 20;
const BETWEEN = 12;

export function CrowdMark({ group: { direction, qos, way, lost, count }, link }: { readonly group: FlightCount; readonly link: LinkLine }) {
  const format = useFormatter();
  const { x, y } = pointOnLink(link, direction, way);
  const upright = link.client.x === link.broker.x;
  const left = direction === 'uplink' && upright;
  const dy = !lost ? 0 : upright ? BETWEEN : direction === 'uplink' ? -ASIDE : ASIDE;
  return (
    <g transform={`translate(${x} ${y + dy})`}>
      {lost ? (
        <path className={styles.cross} d="M-5 -5L5 5M5 -5L-5 5" />
      ) : (
        <path className={qos === null ? styles.control : styles[`qos${qos}`]} d={shapePath(qos, 8)} />
      )}
      <text className={lost ? styles.labelLost : styles.label} x={left ? -11 : 11} y={4} textAnchor={left ? 'end' : 'start'}>
        {format.number(count)}
      </text>
    </g>
  );
}
