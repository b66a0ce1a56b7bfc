// What the ESP32 draws in each state, and how long a packet is on the air. Typical figures of a bare chip at 3.3 V; a board's regulator and USB chip come on top.
// Currents: Espressif, ESP32 Series Datasheet, "Current Consumption Depending on RF Modes" and "... on Power Modes". Times: typical reports from the field, see each.
import type { PowerState } from '../events.ts';

export const SUPPLY_VOLTS = 3.3;

/** Milliamps drawn in each state. */
export const CURRENT_MILLIAMPS: Readonly<Record<PowerState, number>> = {
  off: 0,
  // CPU on at 240 MHz, radio off: the datasheet's 30 to 68 mA, its middle.
  boot: 49,
  // Scanning, authentication, DHCP: the receiver is on (95 to 100 mA).
  associate: 100,
  // Connected without power save, waiting for answers.
  listen: 100,
  // In the Wi-Fi, receiver on at beacons alone, CPU at 240 MHz: 30 to 68 mA, its middle.
  modemSleep: 49,
  lightSleep: 0.8,
  // RTC timer and RTC memory.
  deepSleep: 0.01,
  // RTC timer alone.
  hibernation: 0.005,
};

/** Sending, 802.11b at 1 Mbit/s, +19.5 dBm. Milliamps. The most robust rate and the dearest. */
export const TRANSMIT_MILLIAMPS = 240;

/** From power-on until the sketch runs. Milliseconds. Typical of a small sketch in flash. */
export const BOOT_MS = 300;

/** One-channel scan (120 ms) and association (650 ms) with the channel known and the address kept. Milliseconds. A full scan with DHCP takes about 4,000. */
export const ASSOCIATE_MS = 770;

/** IPv4 and TCP headers without options. */
const TCP_IP_BYTES = 40;
/** 802.11 header, CCMP, LLC/SNAP and frame check sequence: 24 + 16 + 8 + 4. */
const WIFI_FRAME_BYTES = 52;
/** Long preamble and PLCP header. Microseconds. */
const PREAMBLE_MICROSECONDS = 192;
/** At 1 Mbit/s a byte takes eight microseconds. */
const MICROSECONDS_PER_BYTE = 8;

/**
 * Time that one MQTT packet of `mqttBytes` occupies the air when the device sends it as one frame. Microseconds.
 * t = 192 + 8 (L + 40 + 52), L: MQTT bytes. A PUBLISH of 28 bytes: 1,152.
 */
export function airtimeMicroseconds(mqttBytes: number): number {
  return PREAMBLE_MICROSECONDS + MICROSECONDS_PER_BYTE * (mqttBytes + TCP_IP_BYTES + WIFI_FRAME_BYTES);
}

/** E = U I t. Millijoules from milliamps and microseconds at the supply voltage. */
export function energyMillijoules(currentMilliamps: number, durationMicroseconds: number): number {
  return (SUPPLY_VOLTS * currentMilliamps * durationMicroseconds) / 1_000_000;
}
