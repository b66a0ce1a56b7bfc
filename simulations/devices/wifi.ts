// How long an ESP32 takes to join its Wi-Fi, step by step, and how soon it notices that the access point is gone. Not modelled: the access point's choice to answer late,
// a wrong password, roaming, weak signal (a scan that misses the network), and the random part of each step. The joining is told in the energy as state `associate`.
import type { WifiJoin } from '../program.ts';

/** `scan`: looking for the access point. `authenticate`: authentication, association and the WPA2 handshake. `dhcp`: asking for an address. */
export interface JoinPhase {
  readonly name: 'scan' | 'authenticate' | 'dhcp';
  readonly durationMs: number;
}

/** ESP-IDF Programming Guide, "Wi-Fi Scan": an active scan stays up to 120 ms on each channel, unless told otherwise (WIFI_SCAN_PARAMS_DEFAULT_CONFIG). */
const SCAN_OF_A_CHANNEL_MS = 120;
/** 2.4 GHz in most of the world. */
const CHANNELS = 13;
/** With WPA2 at 240 MHz, 600 to 700 ms: measured, esp32.com forum, topic 8942. */
const AUTHENTICATE_MS = 650;
/** A new lease: offer, request, and lwIP's look whether the address is free. What is left of about 4 s for the whole, measured (J. Mueller, fast connection, ESP8266). */
const DHCP_NEW_LEASE_MS = 1_790;
/** The last lease asked for again (lwIP keeps it, CONFIG_LWIP_DHCP_RESTORE_LAST_IP). What is left of the 1.3 to 1.5 s of the same measurement, its middle. */
const DHCP_KNOWN_LEASE_MS = 630;
/** Channel, address and keys kept, so that one exchange is enough: 170 ms with MQTT and all in the same measurement, on an ESP8266. */
const REJOIN_MS = 170;

const PHASES: Readonly<Record<WifiJoin, readonly JoinPhase[]>> = {
  fullScan: [
    { name: 'scan', durationMs: CHANNELS * SCAN_OF_A_CHANNEL_MS },
    { name: 'authenticate', durationMs: AUTHENTICATE_MS },
    { name: 'dhcp', durationMs: DHCP_NEW_LEASE_MS },
  ],
  knownChannel: [
    { name: 'scan', durationMs: SCAN_OF_A_CHANNEL_MS },
    { name: 'authenticate', durationMs: AUTHENTICATE_MS },
    { name: 'dhcp', durationMs: DHCP_KNOWN_LEASE_MS },
  ],
  everythingKept: [{ name: 'authenticate', durationMs: REJOIN_MS }],
};

/** What joining consists of, in order. `fullScan`: 4,000 ms in all. `knownChannel`: 1,400 ms. `everythingKept`: 170 ms. */
export function joinPhases(join: WifiJoin): readonly JoinPhase[] {
  return PHASES[join];
}

/** All phases together. Milliseconds. */
export function joinMs(join: WifiJoin): number {
  return PHASES[join].reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** Without a beacon for so long, 60 of them, the station becomes suspicious: ESP-IDF, esp_wifi_set_inactive_time, default. Milliseconds. */
export const BEACON_TIMEOUT_MS = 6_000;
/** Then it asks the access point itself, so often (ESP-IDF Programming Guide, "Wi-Fi Beacon Timeout"). */
const PROBES = 5;
/** Between two of these. Milliseconds. The documents do not tell; a device's own log shows it (github.com/espressif/esp-idf, issue 1021). */
const PROBE_INTERVAL_MS = 500;

/** From the loss of the signal until the program is told (WIFI_EVENT_STA_DISCONNECTED, reason 200). Until then it believes that it is connected. Milliseconds: 8,500. */
export const SIGNAL_LOSS_NOTICED_MS = BEACON_TIMEOUT_MS + PROBES * PROBE_INTERVAL_MS;
