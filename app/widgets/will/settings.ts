// What a scenario of this lab asked for, read from its script.
import type { Scenario, ScriptStep, WillEnding } from '#simulations';

export const DEVICE = 'device';
export const DEVICE_ID = 'valve-07';
export const RIVAL = 'rival';
export const WATCHER = 'watcher';
export const LATECOMER = 'latecomer';

export const PATIENCE = 1.5;
const DISCONNECT_WITH_WILL = 0x04;

export interface WillSettings {
  readonly five: boolean;
  readonly ending: WillEnding;
  readonly keepAliveSeconds: number;
  /** `null` in 3.1.1. */
  readonly sessionExpirySeconds: number | null;
  readonly willDelaySeconds: number;
  readonly retain: boolean;
  /** When the connection ends, or the cable is pulled, by the script. Seconds. */
  readonly endsAtSeconds: number;
}

function endingOf(step: ScriptStep): WillEnding | null {
  if (!('client' in step)) return null;
  if (step.client === RIVAL) return step.do === 'connect' ? 'takeOver' : null;
  if (step.client !== DEVICE) return null;
  switch (step.do) {
    case 'disconnect':
      return step.reasonCode === DISCONNECT_WITH_WILL ? 'disconnectWithWill' : 'disconnect';
    case 'drop':
      return 'drop';
    case 'pullCable':
      return 'cable';
    case 'send':
      return step.packet.type === 'CONNECT' ? 'secondConnect' : null;
    case 'sendBytes':
      return 'invalidPacket';
    default:
      return null;
  }
}

export function settingsOf({ script = [], protocolVersion }: Scenario): WillSettings {
  const connect = script.find((step) => step.do === 'connect' && step.client === DEVICE);
  const fields = connect?.do === 'connect' ? connect.connect : null;
  const end = script.flatMap((step) => {
    const ending = endingOf(step);
    return ending === null ? [] : [{ ending, atMs: step.atMs }];
  })[0];
  const five = protocolVersion === '5.0';
  return {
    five,
    ending: end?.ending ?? 'cable',
    endsAtSeconds: (end?.atMs ?? 0) / 1_000,
    keepAliveSeconds: fields?.keepAliveSeconds ?? 0,
    sessionExpirySeconds: five ? (fields?.properties?.sessionExpirySeconds ?? 0) : null,
    willDelaySeconds: fields?.willMessage?.properties?.willDelaySeconds ?? 0,
    retain: fields?.willMessage?.retain ?? false,
  };
}
