// The ladder as a picture: the stretch of the run around the playhead, moving up under a line that stays. What is below the line has not happened yet.
// To assistive technology it is a list box of packets; arrow keys up and down go through them.
import { type KeyboardEvent, memo, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { type Delivered, fromMicroseconds, type PacketSent } from '#simulations';
import styles from './Ladder.module.css';
import { LadderArrowPart } from './LadderArrowPart.tsx';
import { GUTTER, LaneHeads, type LaneNames, LifeLines, lanePlaces, ResentMark } from './LadderLanes.tsx';
import { keysOf, type LadderResend, momentOf } from './ladderEvents.ts';
import { type Anchor, anchorOf, type Half, type LadderPacket, ladderLayout, packetsNear } from './ladderLayout.ts';
import type { Playback } from './usePlayback.ts';
import { usePlayhead } from './usePlayhead.ts';
import { useSentence } from './useSentence.ts';
import { useVirtualTime } from './useVirtualTime.ts';

const PLAYHEAD_SHARE = 0.58;
/** The line stands just below the playhead's instant, so that it does not strike out what happens at that instant. Pixels. */
const BELOW_INSTANT = 9;
/** Wall time between two drawings while it plays. Milliseconds. */
const DRAW_EVERY_MS = 120;
/** Above this speed gliding is a blur: the picture goes in steps with the drawings. */
const FASTEST_GLIDE = 1;
/** What is drawn beyond the edges, so that nothing is missing until the next drawing. Pixels. */
const MARGIN = 240;

/** With more packets under way at once than this, long arrows are drawn only where they start and end: the rest would be a thicket. */
const MOST_WHOLE = 24;
/** Arrows no higher than this stay whole. Pixels. */
const LONGEST_WHOLE = 160;

export interface LadderPictureProps {
  readonly packets: readonly LadderPacket[];
  /** Messages that a subscriber was given once more. */
  readonly repeats: readonly Delivered[];
  /** What TCP sent again. */
  readonly resends: readonly LadderResend[];
  readonly playback: Playback;
  readonly width: number;
  readonly height: number;
  /** Which links are shown: both, or one where there is no room. */
  readonly halves: 'both' | Half;
  /** What a packet usually takes over the device's link. Microseconds, above 0. */
  readonly typicalDelay: number;
  readonly laneNames: LaneNames;
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export const LadderPicture = memo(function LadderPicture(props: LadderPictureProps) {
  const { packets, repeats, resends, playback, width, height, halves, typicalDelay, laneNames, selected, onSelect } = props;
  const t = useTranslations('bench.ladder');
  const write = useVirtualTime();
  const sentence = useSentence();
  const id = useId();
  const { clock, speed, calm } = playback;
  const at = usePlayhead(clock, DRAW_EVERY_MS);
  const moving = useRef<SVGSVGElement>(null);
  const anchor = useRef<Anchor | null>(null);

  const shown = useMemo(() => (halves === 'both' ? packets : packets.filter(({ half }) => half === halves)), [packets, halves]);
  const near = useMemo(() => packetsNear(shown, at), [shown, at]);
  const resendKeys = useMemo(() => keysOf(resends.map(({ segment }) => segment)), [resends]);
  const layout = useMemo(() => ladderLayout(near, typicalDelay, anchor.current), [near, typicalDelay]);
  useEffect(() => {
    anchor.current = anchorOf(layout, at);
  }, [layout, at]);

  const playheadY = Math.round(height * PLAYHEAD_SHARE);
  const glides = speed <= FASTEST_GLIDE && !calm;
  // The drawing reaches from `top` beyond both edges of the frame; the compositor moves it, nothing is painted anew for that.
  const currentY = layout.yAt(at);
  const top = Math.round(currentY) - playheadY - MARGIN;
  const follow = () => {
    const instant = glides ? clock.now() : at;
    if (moving.current !== null) moving.current.style.transform = `translateY(${(playheadY + top - layout.yAt(instant)).toFixed(1)}px)`;
  };
  // The frames follow what is drawn: an older drawing's `follow` would put the newer one elsewhere for a frame.
  const followDrawn = useRef(follow);
  useLayoutEffect(() => {
    followDrawn.current = follow;
    follow();
  });
  useEffect(() => (glides ? clock.subscribe(() => followDrawn.current()) : undefined), [clock, glides]);

  const places = lanePlaces(width, halves);
  const isNear = (y: number) => y > currentY - playheadY - MARGIN && y < currentY + height - playheadY + MARGIN;
  const crowded = layout.arrows.filter(({ sentY, endY }) => sentY <= currentY && endY > currentY).length > MOST_WHOLE;
  const arrows = layout.arrows.filter(({ sentY, endY }) => isNear(sentY) || isNear(endY) || (sentY < currentY && endY > currentY));

  const select = useCallback(
    (packet: PacketSent) => {
      playback.pause();
      playback.seek(fromMicroseconds(momentOf(packet)));
      onSelect(packet);
    },
    [playback, onSelect],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
    event.preventDefault();
    const index = layout.arrows.findIndex(({ packet }) => packet.packet === selected?.packet);
    const sent = layout.arrows.findLastIndex(({ packet }) => packet.at <= clock.now());
    const here = index >= 0 ? index : sent;
    const next = index < 0 || event.key === 'Enter' ? Math.max(0, here) : here + (event.key === 'ArrowDown' ? 1 : -1);
    const packet = layout.arrows[next]?.packet;
    if (packet !== undefined) select(packet);
  };
  const optionId = (packet: number) => `${id}-${packet}`;
  const active =
    selected !== null && arrows.some(({ packet }) => packet.packet === selected.packet) ? optionId(selected.packet) : undefined;

  // A list box without options is none: where no packet is near, it is a group that the keys still work in.
  return (
    <div>
      <LaneHeads places={places} names={laneNames} width={width} />
      <div
        {...(arrows.length === 0 ? { role: 'group' } : { role: 'listbox', 'aria-activedescendant': active })}
        {...{ tabIndex: 0, 'aria-label': t('packets'), onKeyDown }}
        className={styles.frame}
      >
        <svg width={width} height={height} aria-hidden="true" className={styles.drawing}>
          <LifeLines places={places} height={height} />
        </svg>
        <svg
          ref={moving}
          role="presentation"
          className={styles.moving}
          width={width}
          height={height + 2 * MARGIN}
          viewBox={`0 ${top} ${width} ${height + 2 * MARGIN}`}
        >
          {layout.ticks.map((tick) =>
            isNear(tick.y) ? (
              <text key={tick.at} className={styles.tick} x={GUTTER - 8} y={tick.y + 4}>
                {write(tick.at)}
              </text>
            ) : null,
          )}
          {repeats.map(({ at: given, client, message, copy }) =>
            places.subscriber !== null && isNear(layout.yAt(given)) ? (
              <text key={`${client} ${message} ${copy}`} className={styles.copy} x={places.subscriber + 7} y={layout.yAt(given) + 4}>
                {t('copy', { copy })}
              </text>
            ) : null,
          )}
          {resends.map(({ segment, half }, index) => {
            const x = segment.direction === 'downlink' ? places.broker : half === 'device' ? places.device : places.subscriber;
            const y = layout.yAt(segment.at);
            if (x === null || !isNear(y)) return null;
            return <ResentMark key={resendKeys[index]} x={x} y={y} />;
          })}
          {arrows.map(({ packet, half, sentY, endY, lossNamed }) => {
            const clientX = half === 'device' ? places.device : places.subscriber;
            const brokerX = places.broker;
            if (clientX === null || brokerX === null) return null;
            const up = packet.direction === 'uplink';
            return (
              <LadderArrowPart
                key={packet.packet}
                id={optionId(packet.packet)}
                packet={packet}
                sentX={up ? clientX : brokerX}
                endX={up ? brokerX : clientX}
                sentY={sentY}
                endY={endY}
                lossNamed={lossNamed}
                stub={crowded && endY - sentY > LONGEST_WHOLE}
                selected={packet.packet === selected?.packet}
                sentenceOf={sentence}
                onSelect={select}
              />
            );
          })}
        </svg>
        <div className={styles.future} style={{ top: `${playheadY + BELOW_INSTANT}px` }} />
        {near.length === 0 && <p className={styles.none}>{t('none')}</p>}
      </div>
    </div>
  );
});
