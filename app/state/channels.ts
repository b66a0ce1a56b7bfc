// What becomes of work that is asked of the laboratory, one entry for each channel. A newer question on a channel takes the place of an older one.
import { create } from 'zustand';
import type { Scenario } from '#simulations';
import { type Failure, failureOf } from './failure.ts';

export interface Channel<Update, Result, Asked = Scenario> {
  readonly state: 'idle' | 'running' | 'finished' | 'cancelled' | 'failed';
  /** What is being run, or was last. */
  readonly scenario: Asked | null;
  /** The latest word from the work under way. */
  readonly update: Update | null;
  /** The last one that finished; it stays while a newer one runs. */
  readonly result: Result | null;
  readonly failure: Failure | null;
}

const IDLE: Channel<never, never, never> = { state: 'idle', scenario: null, update: null, result: null, failure: null };

export interface Channels<Update, Result, Asked = Scenario> {
  /** Asks for work and records what becomes of it. Never rejects: what goes wrong stands in the channel. */
  start(channel: string, scenario: Asked, work: (onUpdate: (update: Update) => void) => Promise<Result>): Promise<void>;
  now(channel: string): Channel<Update, Result, Asked>;
  /** A component's view of one channel. */
  use(channel: string): Channel<Update, Result, Asked>;
  /** Forgets everything; for tests, which share one page. */
  forget(): void;
}

export function createChannels<Update, Result, Asked = Scenario>(): Channels<Update, Result, Asked> {
  const useChannels = create<Readonly<Record<string, Channel<Update, Result, Asked>>>>()(() => ({}));
  const now = (channel: string): Channel<Update, Result, Asked> => useChannels.getState()[channel] ?? IDLE;
  const change = (channel: string, to: Partial<Channel<Update, Result, Asked>>) =>
    useChannels.setState({ [channel]: { ...now(channel), ...to } });

  // An answer counts only while its question is the newest one on the channel.
  const newest = new Map<string, symbol>();

  return {
    async start(channel, scenario, work) {
      const question = Symbol(channel);
      newest.set(channel, question);
      const isNewest = () => newest.get(channel) === question;
      change(channel, { state: 'running', scenario, update: null, failure: null });
      try {
        const result = await work((update) => {
          if (isNewest()) change(channel, { update });
        });
        if (isNewest()) change(channel, { state: 'finished', result });
      } catch (cause) {
        const failure = failureOf(cause);
        if (isNewest()) change(channel, failure.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', failure });
      }
    },
    now,
    use: (channel) => useChannels((channels) => channels[channel] ?? IDLE),
    forget: () => {
      newest.clear();
      useChannels.setState({}, true);
    },
  };
}
