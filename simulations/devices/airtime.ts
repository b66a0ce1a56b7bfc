// How long a packet that the ESP32 sends is on the air, and what the transmitter draws meanwhile, at three rates of 802.11.
// Currents: ESP32 Series Datasheet, "Current Consumption Depending on RF Modes". Frames: IEEE 802.11-2020, clauses 15 (1 Mbit/s), 18 with 17 (54 Mbit/s), 19 (MCS 7).
// Left out: waiting for a free channel, the access point's acknowledgement, Wi-Fi's own retries, the rate's choice by signal, the two bytes of a QoS data header.
/** A rate as the datasheet names it; the slower, the farther it reaches and the dearer it is. */
export type WifiRate = '802.11b' | '802.11g' | '802.11n';

export interface Transmission {
  readonly milliamps: number;
  /** Output power. dBm. */
  readonly outputDbm: number;
  readonly megabitsPerSecond: number;
}

export const TRANSMISSIONS: Readonly<Record<WifiRate, Transmission>> = {
  '802.11b': { milliamps: 240, outputDbm: 19.5, megabitsPerSecond: 1 },
  '802.11g': { milliamps: 190, outputDbm: 16, megabitsPerSecond: 54 },
  // MCS 7 on 20 MHz with the long guard interval.
  '802.11n': { milliamps: 180, outputDbm: 14, megabitsPerSecond: 65 },
};

/** The most robust rate and the dearest: what a run counts with. */
export const TRANSMIT_MILLIAMPS = TRANSMISSIONS['802.11b'].milliamps;

/** IPv4 and TCP headers without options. */
const TCP_IP_BYTES = 40;
/** 802.11 header, CCMP, LLC/SNAP and frame check sequence: 24 + 16 + 8 + 4. */
const WIFI_FRAME_BYTES = 52;

/** Long preamble and PLCP header. Microseconds. */
const LONG_PREAMBLE = 192;
/** At 1 Mbit/s. */
const MICROSECONDS_PER_BYTE = 8;

/** Preamble and header of an OFDM frame, microseconds, and bits that one symbol carries. */
const OFDM = { '802.11g': { preamble: 20, bitsPerSymbol: 216 }, '802.11n': { preamble: 36, bitsPerSymbol: 260 } } as const;
const SYMBOL_MICROSECONDS = 4;
/** In the 2.4 GHz band each OFDM frame is followed by silence. Microseconds. */
const SIGNAL_EXTENSION = 6;
/** Around the frame: 16 bits before (service), 6 after (tail). */
const SERVICE_AND_TAIL_BITS = 22;

/**
 * Time that one MQTT packet of `mqttBytes` occupies the air when the device sends it as one frame. Microseconds. L: MQTT bytes, 40 of TCP/IP and 52 of Wi-Fi.
 * b: t = 192 + 8 L. g: t = 20 + 4 ⌈(22 + 8 L) / 216⌉ + 6. n: t = 36 + 4 ⌈(22 + 8 L) / 260⌉ + 6. A PUBLISH of 28 bytes: 1,152; 46; 58.
 */
export function airtimeMicroseconds(mqttBytes: number, rate: WifiRate = '802.11b'): number {
  const bytes = mqttBytes + TCP_IP_BYTES + WIFI_FRAME_BYTES;
  if (rate === '802.11b') return LONG_PREAMBLE + MICROSECONDS_PER_BYTE * bytes;
  const { preamble, bitsPerSymbol } = OFDM[rate];
  return preamble + SYMBOL_MICROSECONDS * Math.ceil((SERVICE_AND_TAIL_BITS + 8 * bytes) / bitsPerSymbol) + SIGNAL_EXTENSION;
}
