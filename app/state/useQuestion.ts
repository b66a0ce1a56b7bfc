// A question to the laboratory that takes several runs: only the newest one's answers count, and it ends with the component.
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { laboratory } from './laboratory.ts';
import { useChannel } from './useChannel.ts';

export interface Question {
  /** Where its runs are asked for. */
  readonly channel: string;
  /** Ends an older question. @returns whether this one is still the newest */
  begin(): () => boolean;
  end(): void;
}

/** `name`: as for `useChannel`. */
export function useQuestion(name: string): Question {
  const channel = useChannel(name);
  const newest = useRef<symbol | null>(null);
  const end = useCallback(() => {
    newest.current = null;
    laboratory().cancel(channel);
  }, [channel]);
  useEffect(() => end, [end]);
  return useMemo(
    () => ({
      channel,
      end,
      begin: () => {
        end();
        const question = Symbol(channel);
        newest.current = question;
        return () => newest.current === question;
      },
    }),
    [channel, end],
  );
}
