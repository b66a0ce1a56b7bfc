// X8: a broker that wants user name and password. Whatever is wrong with them, Mosquitto answers "not authorized" (0x05 in 3.1.1, 0x87 in 5.0), never "bad user name or
// password" (0x04, 0x86): who tries names is not told which exist. Left out: access lists, certificates. [v3.1.1 §3.2.2.3] [v5.0 §3.2.2.2]
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import { encodeUtf8 } from '../../mqtt/utf8.ts';
import type { Scenario } from '../../scenario.ts';
import type { ConnectFields } from '../../script.ts';
import { LISTENER, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export type Credentials = 'right' | 'wrongPassword' | 'unknownUser' | 'onlyUserName' | 'none';

export interface CredentialsSetting {
  readonly protocolVersion: ProtocolVersion;
  readonly credentials: Credentials;
}

/** Of the user `valve-07`, as `mosquitto_passwd` writes it: PBKDF2 with HMAC-SHA-512, 101 rounds, of the password `spring-water`. */
export const PASSWORD_FILE =
  'valve-07:$7$101$dmFsdmUtMDctbGFi$o9EHpdgdqbVzxc22J80wxV8gMO3/XtbuBE0r2m2sohNj6k4RXxMtLorqLQpdRIEQC6DqRl+krdihbofveg9sEg==\n';

const SENT: Readonly<Record<Credentials, Pick<ConnectFields, 'userName' | 'password'>>> = {
  right: { userName: 'valve-07', password: encodeUtf8('spring-water') },
  wrongPassword: { userName: 'valve-07', password: encodeUtf8('tap-water') },
  unknownUser: { userName: 'valve-08', password: encodeUtf8('spring-water') },
  onlyUserName: { userName: 'valve-07' },
  none: {},
};

/** One client, `valve`, connects with the credentials given. */
export function credentialsAtTheDoor({ protocolVersion, credentials }: CredentialsSetting): Scenario {
  return sessionScenario({
    protocolVersion,
    config: [...LISTENER, 'log_type all', 'allow_anonymous false', 'password_file passwords'],
    brokerFiles: { passwords: PASSWORD_FILE },
    clients: [scriptedClient('valve', protocolVersion)],
    script: [{ atMs: 0, client: 'valve', do: 'connect', connect: { ...passing('valve-07'), ...SENT[credentials] } }],
    lastsMs: 1_000,
  });
}
