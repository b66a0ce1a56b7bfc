// The emergency stop as it went in one run: what the panel sent, what the broker passed on, how often the controller acted. From the events.
import { type PacketSent, type RunEvent, STOP_CONTROLLER, STOP_PANEL } from '#simulations';
import type { RunView } from '#simulations/worker';

export interface StopStory {
  /** PUBLISH packets that the panel sent, and those of them with DUP. */
  readonly sent: number;
  readonly sentWithDup: number;
  /** The level at which it sent them; `null`: it sent none. */
  readonly level: number | null;
  /** What the cut took on the panel's link, by packet type. */
  readonly taken: readonly string[];
  /** What the last CONNACK told the panel about a session; `null`: there was none. */
  readonly foundSession: boolean | null;
  /** PUBLISH packets from the broker to the controller, and those of them that say they are a repetition. */
  readonly passedOn: number;
  readonly passedOnWithDup: number;
  /** How often the controller was told to stop. */
  readonly acted: number;
}

function isMessage(event: RunEvent, client: string, direction: PacketSent['direction']): event is PacketSent {
  return event.kind === 'packetSent' && event.client === client && event.direction === direction && event.type === 'PUBLISH';
}

/** `whole`: the view of the whole run. What came after `at` is left out. */
export function stopStoryAt(whole: RunView, at: number): StopStory {
  const past = whole.events.filter((event) => event.at <= at);
  const sent = past.filter((event) => isMessage(event, STOP_PANEL, 'uplink'));
  const passedOn = past.filter((event) => isMessage(event, STOP_CONTROLLER, 'downlink'));
  const accepted = past.filter((event) => event.kind === 'connection' && event.client === STOP_PANEL && event.step === 'connected');
  const last = accepted.at(-1);
  return {
    sent: sent.length,
    sentWithDup: sent.filter(({ dup }) => dup).length,
    level: sent[0]?.qos ?? null,
    taken: past.flatMap((event) => (event.kind === 'packetSent' && event.client === STOP_PANEL && event.lost ? [event.type] : [])),
    foundSession: accepted.length > 1 && last?.kind === 'connection' ? last.sessionPresent : null,
    passedOn: passedOn.length,
    passedOnWithDup: passedOn.filter(({ dup }) => dup).length,
    acted: past.filter((event) => event.kind === 'received' && event.client === STOP_CONTROLLER).length,
  };
}
