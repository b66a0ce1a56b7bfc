// What SIGUSR2 prints: who is subscribed to what, sorted by topic filter. In our own form: upstream prints its tree's inner state.
import type { SessionView } from '../api.js';

/** One line for each subscription: filter, client, QoS. */
export function subscriptionLines(sessions: readonly SessionView[]): string[] {
  const lines = sessions.flatMap(({ clientId, subscriptions }) =>
    subscriptions.map(
      ({ topicFilter, shareName, qos }) => `${shareName === null ? '' : `$share/${shareName}/`}${topicFilter}: ${clientId} (QoS ${qos})`,
    ),
  );
  return lines.sort();
}
