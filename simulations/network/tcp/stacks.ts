// The two TCPs that meet: lwIP on the ESP32 and Linux at the broker, each with its defaults and habits.
// Left out on both sides: delayed acknowledgement and Nagle's algorithm (a client library and Mosquitto's `set_tcp_nodelay` turn the latter off; without it no arrival
// depends on the former), SACK and timestamps (lwIP offers neither by default), window scaling, full send buffers, keep-alive probes.
import type { Microseconds } from '../../engine/time.ts';
import { LinuxTimer } from './linuxTimer.ts';
import { LwipTimer } from './lwipTimer.ts';
import type { RetransmissionTimer } from './retransmissionTimer.ts';

export interface TcpStack {
  /** Most data in one segment. Bytes. */
  readonly largestSegment: number;
  /** What it takes before its program has read it. Bytes. */
  readonly receiveWindow: number;
  /** What it sends at first before anything is acknowledged. Bytes. */
  readonly firstCongestionWindow: number;
  /** Small segments that are sent again travel together. */
  readonly joinsWhenResending: boolean;
  /** In fast recovery, an acknowledgement that shows the next gap has that resent too. [RFC 6582] */
  readonly resendsNextGap: boolean;
  /** Data for a program that has closed is answered with a reset; else it is taken and thrown away. */
  readonly resetsWhenClosed: boolean;
  /** For a connection that begins now. */
  readonly newTimer: (now: Microseconds, role: 'client' | 'broker') => RetransmissionTimer;
}

/** ESP-IDF 5: CONFIG_LWIP_TCP_MSS 1,440; CONFIG_LWIP_TCP_WND_DEFAULT 5,760, four segments; first window as lwIP's LWIP_TCP_CALC_INITIAL_CWND [RFC 3390]. */
export const LWIP_ON_ESP32: TcpStack = {
  largestSegment: 1_440,
  receiveWindow: 5_760,
  firstCongestionWindow: 4_380,
  joinsWhenResending: false,
  resendsNextGap: false,
  resetsWhenClosed: false,
  newTimer: (now) => new LwipTimer(now),
};

/** Linux: segments for Ethernet's 1,500 bytes; the largest window without scaling; TCP_INIT_CWND 10 segments [RFC 6928]; tcp_retrans_collapse. */
export const LINUX: TcpStack = {
  largestSegment: 1_460,
  receiveWindow: 65_535,
  firstCongestionWindow: 14_600,
  joinsWhenResending: true,
  resendsNextGap: true,
  resetsWhenClosed: true,
  newTimer: (_now, role) => new LinuxTimer(role),
};
