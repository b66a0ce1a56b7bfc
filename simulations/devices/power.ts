// What the ESP32 draws in each state. Typical figures of a bare chip at 3.3 V and 25 °C; a board's regulator and USB chip come on top, and draw more than deep sleep does.
// Currents: Espressif, ESP32 Series Datasheet, "Current Consumption Depending on RF Modes" and "... on Power Modes" (older manuals of the ESP-WROOM-32 print others).
// Left out: peaks (calibration of the radio, flash writes), the temperature, and what hangs on the pins.
import type { PowerState } from '../events.ts';

export const SUPPLY_VOLTS = 3.3;

/** The datasheet's lowest and highest typical figure for a mode. Milliamps; both the same where it gives one. */
export interface CurrentRange {
  readonly low: number;
  readonly high: number;
}

/** Radio off, both cores at so many MHz. The radio at beacons comes on top; boards measure about 45 mA (github.com/tobymurray/esp32-mqtt-sntp). */
export const MODEM_SLEEP_MILLIAMPS: Readonly<Record<240 | 160 | 80, CurrentRange>> = {
  240: { low: 30, high: 68 },
  160: { low: 27, high: 44 },
  80: { low: 20, high: 31 },
};

/** Receiver on, 802.11 b, g and n alike. */
export const RECEIVE_MILLIAMPS: CurrentRange = { low: 95, high: 100 };

/** `ulp`: the small coprocessor runs. `ulpOnePercent`: it watches a sensor one hundredth of the time. `timer`: RTC timer and RTC memory alone. */
export const DEEP_SLEEP_MILLIAMPS = { ulp: 0.15, ulpOnePercent: 0.1, timer: 0.01 } as const;

/** The chip switched off by its enable pin while the supply is there; the state `off` is without supply. */
export const DISABLED_MILLIAMPS = 0.001;

function middle({ low, high }: CurrentRange): number {
  return (low + high) / 2;
}

/** Milliamps drawn in each state. */
export const CURRENT_MILLIAMPS: Readonly<Record<PowerState, number>> = {
  off: 0,
  // CPU on at 240 MHz, radio off.
  boot: middle(MODEM_SLEEP_MILLIAMPS[240]),
  // Scanning, authentication, DHCP: the receiver is on.
  associate: RECEIVE_MILLIAMPS.high,
  // Connected without power save, waiting for answers.
  listen: RECEIVE_MILLIAMPS.high,
  // In the Wi-Fi, receiver on at beacons alone, CPU at 240 MHz.
  modemSleep: middle(MODEM_SLEEP_MILLIAMPS[240]),
  lightSleep: 0.8,
  deepSleep: DEEP_SLEEP_MILLIAMPS.timer,
  // RTC timer alone.
  hibernation: 0.005,
};

/** From power-on until the sketch runs. Milliseconds. Typical of a small sketch in flash. */
export const BOOT_MS = 300;

/** One-channel scan (120 ms) and association (650 ms) with the channel known and the address kept. Milliseconds. Programs take the times of wifi.ts instead. */
export const ASSOCIATE_MS = 770;

/** E = U I t. Millijoules from milliamps and microseconds at the supply voltage. 100 mA for 1,000,000 µs: 330 mJ. */
export function energyMillijoules(currentMilliamps: number, durationMicroseconds: number): number {
  return (SUPPLY_VOLTS * currentMilliamps * durationMicroseconds) / 1_000_000;
}
