// The switches on the stage: which a client has, how they stand at the playhead, and what a press does.
import type { ClientState, Microseconds } from '#simulations';
import { type BenchClient, hasSignal } from './benchClients.ts';

export type ClientSwitch = 'cable' | 'wifi' | 'power';
export type SwitchAction =
  | { readonly do: 'pullCable' | 'plugCable' | 'loseWifi' | 'restoreWifi' | 'powerOff' | 'powerOn'; readonly client: string }
  | { readonly do: 'stopBroker' | 'killBroker' | 'startBroker' };

/** What the stage is told of its switches. */
export interface StageSwitching {
  /** Why they do nothing now; `null`: they work. */
  readonly idle: 'noRun' | 'running' | 'stale' | 'tooMany' | null;
  /** At the playhead. */
  flip(action: SwitchAction): void;
}

/** A cable and power for everybody; Wi-Fi is a matter of an ESP32. */
export function switchesOf({ program }: BenchClient): readonly ClientSwitch[] {
  return program?.hardware === 'esp32' ? ['cable', 'wifi', 'power'] : ['cable', 'power'];
}

/** `true`: in, there, on. What has not been told of is as usual. */
export function isOn(one: ClientSwitch, client: BenchClient, state: ClientState | undefined, at: Microseconds): boolean {
  switch (one) {
    case 'cable':
      return state?.cable !== 'out';
    case 'wifi':
      return hasSignal(client, at);
    case 'power':
      return state?.power !== 'off';
  }
}

const FLIPS = {
  cable: { off: 'pullCable', on: 'plugCable' },
  wifi: { off: 'loseWifi', on: 'restoreWifi' },
  power: { off: 'powerOff', on: 'powerOn' },
} as const;

/** What a press on a switch that stands so does. */
export function flipOf(one: ClientSwitch, on: boolean, client: string): SwitchAction {
  return { do: on ? FLIPS[one].off : FLIPS[one].on, client };
}
