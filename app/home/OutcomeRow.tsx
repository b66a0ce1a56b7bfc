// One level of the live run: a mark for each message, and the same in words.
import { useTranslations } from 'use-intl';
import type { QoS } from '#simulations';
import { Mark, type MarkShape, markPath, type Tone, toneColour } from '../ui/Mark.tsx';
import styles from './LiveRun.module.css';
import type { Outcomes } from './outcomes.ts';

const LOOKS: Readonly<Record<QoS, { readonly shape: MarkShape; readonly tone: Tone }>> = {
  0: { shape: 'circle', tone: 'q0' },
  1: { shape: 'triangle', tone: 'q1' },
  2: { shape: 'square', tone: 'q2' },
};

// Units of the drawing, which is scaled to its place; it holds no text.
const PITCH = 16;
const MARK_ROOM = 11;
const COPY_ROOM = 11;
const MOST_COPIES_DRAWN = 3;

export function OutcomeRow({ outcomes }: { readonly outcomes: Outcomes }) {
  const t = useTranslations('home.run');
  const { device, copies, arrived, repeated } = outcomes;
  const ground = MARK_ROOM + COPY_ROOM * Math.min(MOST_COPIES_DRAWN, Math.max(0, Math.max(...copies) - 1));
  return (
    <li className={styles.row}>
      <p className={styles.words}>
        <Mark {...LOOKS[device.qos]} />
        <strong>{t('level', { qos: device.qos })}</strong> {t('outcome', { arrived, messages: copies.length, repeated })}
      </p>
      <svg className={styles.marks} viewBox={`0 0 ${copies.length * PITCH} ${ground + MARK_ROOM}`} aria-hidden="true" focusable="false">
        {copies.map((count, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one message from another
          <g key={index} transform={`translate(${(index + 0.5) * PITCH} ${ground})`}>
            <MessageMark qos={device.qos} copies={count} />
          </g>
        ))}
      </svg>
    </li>
  );
}

function MessageMark({ qos, copies }: { readonly qos: QoS; readonly copies: number }) {
  const { shape, tone } = LOOKS[qos];
  if (copies === 0) return <path d="M-4.5 -4.5 4.5 4.5M4.5 -4.5 -4.5 4.5" className={styles.lost} />;
  const again = Array.from({ length: Math.min(MOST_COPIES_DRAWN, copies - 1) }, (_, index) => -(index + 1) * COPY_ROOM);
  return (
    <>
      <path d={markPath(shape, 6)} fill={toneColour(tone)} />
      {again.map((y) => (
        <path key={y} d={markPath(shape, 3.6)} transform={`translate(0 ${y})`} fill="none" stroke={toneColour(tone)} strokeWidth={1.6} />
      ))}
    </>
  );
}
