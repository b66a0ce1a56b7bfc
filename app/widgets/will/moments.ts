// The story as a list of instants: what was measured, and between it what the rule says, each worked out from the measured instant before it.
import { PATIENCE, type WillSettings } from './settings.ts';
import type { How, Story } from './story.ts';

export type Moment =
  | { readonly kind: 'lastPacket'; readonly at: number; readonly type: string }
  | { readonly kind: 'ended'; readonly at: number }
  /** 1.5 × keep alive after the last packet. */
  | { readonly kind: 'patience'; readonly at: number; readonly from: number; readonly keepAlive: number }
  | { readonly kind: 'closed'; readonly at: number; readonly how: How; readonly line: string; readonly late: number | null }
  /** The earlier of will delay and session expiry after the close. */
  | { readonly kind: 'delay'; readonly at: number; readonly from: number; readonly delay: number; readonly expiry: number }
  | { readonly kind: 'back'; readonly at: number }
  | { readonly kind: 'expired'; readonly at: number }
  | { readonly kind: 'published'; readonly at: number; readonly late: number | null }
  | { readonly kind: 'told'; readonly at: number; readonly qos: number }
  | { readonly kind: 'deviceLost'; readonly at: number };

/** Moments that are worked out, not measured. */
export const RULES: ReadonlySet<Moment['kind']> = new Set(['patience', 'delay']);

/** In order; moments at one instant as one leads to the other. */
export function timelineOf(story: Story, settings: WillSettings): readonly Moment[] {
  const { closed, will, lastPacket, cut } = story;
  const { keepAliveSeconds: keepAlive, willDelaySeconds: delay, sessionExpirySeconds: expiry, ending } = settings;
  const silent = cut !== null && lastPacket !== null;
  const deadline = silent && keepAlive > 0 && (closed === null || closed.how === 'timeout') ? lastPacket.at + PATIENCE * keepAlive : null;
  // A goodbye throws the will away, a take-over is a return: no delay runs.
  const delays = delay > 0 && ending !== 'disconnect' && ending !== 'takeOver';
  const due = closed !== null && expiry !== null && delays ? closed.at + Math.min(delay, expiry) : null;
  const moments: (Moment | null)[] = [
    silent ? { kind: 'lastPacket', ...lastPacket } : null,
    { kind: 'ended', at: story.endedAt },
    deadline === null || lastPacket === null ? null : { kind: 'patience', at: deadline, from: lastPacket.at, keepAlive },
    closed === null
      ? null
      : { kind: 'closed', at: closed.at, how: closed.how, line: closed.line, late: deadline === null ? null : closed.at - deadline },
    due === null || closed === null || expiry === null ? null : { kind: 'delay', at: due, from: closed.at, delay, expiry },
    story.backAt === null ? null : { kind: 'back', at: story.backAt },
    // After the will it no longer matters here.
    story.expiredAt === null || (will !== null && story.expiredAt > will.publishedAt) ? null : { kind: 'expired', at: story.expiredAt },
    will === null ? null : { kind: 'published', at: will.publishedAt, late: due === null ? null : will.publishedAt - due },
    will === null ? null : { kind: 'told', at: will.toldAt, qos: will.qos },
    story.deviceLostAt === null ? null : { kind: 'deviceLost', at: story.deviceLostAt },
  ];
  return moments.filter((moment): moment is Moment => moment !== null).sort((one, other) => one.at - other.at);
}
