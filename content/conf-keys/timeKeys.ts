// How long a silent client is taken for alive, and how long one that is away is remembered.
import type { ConfKey } from './key.ts';

export const TIME_KEYS: readonly ConfKey[] = [
  {
    name: 'persistent_client_expiration',
    group: 'time',
    value: 'duration',
    meaning: 'Forgets a session whose client has been away this long, in every version of MQTT.',
    range: 'A whole number and a unit: h hours, d days, w weeks, m months of 30 days, y years. No minutes, no seconds.',
    standard: 'Never: an orphan stays for ever.',
    standardValue: null,
    sessions: 'In MQTT 5.0 the shorter of this and the client’s own session expiry counts.',
    lab: 'orphans',
    example: 'persistent_client_expiration 1h',
    mistakes: [
      { line: 'persistent_client_expiration 60s', outcome: 'refused', why: 'The shortest unit is the hour.' },
      { line: 'persistent_client_expiration 30', outcome: 'refused', why: 'The unit is missing.' },
      {
        line: 'persistent_client_expiration 2m',
        outcome: 'silent',
        means: 'persistent_client_expiration 60d',
        why: 'm is for months, not minutes.',
      },
    ],
  },
  {
    name: 'max_keepalive',
    group: 'time',
    value: 'number',
    meaning: 'The longest keep alive that a client may ask for.',
    range: '0 to 65,535 seconds. 0: any, and none as well.',
    standard: 'Any. The manual says 65,535; this broker lets in a client without keep alive too.',
    standardValue: '0',
    sessions:
      'The broker gives a silent client up after one and a half times its keep alive. MQTT 5.0 is told the shorter time; 3.1.1 is refused with 0x02, which has nothing to do with the client id here.',
    lab: 'connack-clinic',
    example: 'max_keepalive 60',
    mistakes: [
      { line: 'max_keepalive 70000', outcome: 'refused', why: 'MQTT has two bytes for it: 65,535 is the most.' },
      {
        line: 'max_keepalive 60s',
        outcome: 'silent',
        means: 'max_keepalive 60',
        why: 'Reading ends at the first character that is no digit. Here it does no harm.',
      },
    ],
  },
];
