// Lines for a mosquitto.conf to take along: comments and keys.
import { comment } from './setting.ts';

export interface ConfSetting {
  readonly key: string;
  readonly value: string | number | boolean;
  /** Stands above it. */
  readonly why: string;
}

/** `purpose`: stands at the top. */
export function confText(purpose: string, settings: readonly ConfSetting[]): string {
  const lines = settings.flatMap(({ key, value, why }) => ['', ...comment('#', why), `${key} ${value}`]);
  return `${[...comment('#', purpose), ...lines].join('\n')}\n`;
}
