// The MQTT side of a program, from one start to its end: it connects as its library does, subscribes as its program says, pings, acknowledges, and comes back. All that it
// knows is in RAM: the next start begins with a new one.
import type { Appointment } from '../../engine/eventQueue.ts';
import type { RandomStream } from '../../engine/random.ts';
import type { ConnectionStep } from '../../events.ts';
import type { ConnackPacket, Packet, PublishPacket, QoS } from '../../mqtt/packet.ts';
import type { Wire } from '../../network/wire.ts';
import type { ProgramScenario } from '../../program.ts';
import type { Run } from '../../run.ts';
import { reconnectWaitMs } from '../behaviours/reconnectWait.ts';
import { connectFields } from '../clients/connectFields.ts';
import type { ClientHabits } from '../clients/habits.ts';
import { receivedEvent } from '../receivedEvent.ts';
import { KeepAlive } from './keepAlive.ts';
import type { Lifetime } from './lifetime.ts';
import type { ProgramIds } from './programIds.ts';

export interface ClientNeeds {
  readonly run: Run;
  readonly program: ProgramScenario;
  readonly habits: ClientHabits;
  readonly wire: Wire;
  readonly life: Lifetime;
  readonly ids: ProgramIds;
  /** For the waits between connections. */
  readonly chance: RandomStream;
  /** It has subscribed in an earlier start, and flash remembers. */
  readonly hasSubscribedOnce: boolean;
  readonly say: (text: string) => void;
}

export interface ClientEnds {
  onConnected(sessionPresent: boolean, receiveMaximum: number | undefined): void;
  onDisconnected(): void;
  onSubscribed(): void;
  onAnswer(packet: Packet): void;
  /** It waits for something, or has ceased to. */
  onBusy(): void;
}

type State = 'idle' | 'opening' | 'connected';

/** Between the connection that wipes and the one that stays. Milliseconds. */
const AFTER_WIPE_MS = 10;

export class ProgramClient {
  readonly #needs: ClientNeeds;
  readonly #ends: ClientEnds;
  #state: State = 'idle';
  #networkUp = false;
  #wiping: boolean;
  #clientId = '';
  /** Connections that the broker accepted since this start, the wiping one not counted. */
  #accepted = 0;
  /** CONNACKs since this start, refusals counted, that of the wiping connection not. */
  #answers = 0;
  #failures = 0;
  /** TCP has stood once since this start. */
  #hasOpened = false;
  #retry: Appointment | null = null;
  #timeout: Appointment | null = null;
  readonly #keepAlive: KeepAlive;
  #keepAliveSeconds = 0;
  #lastPacketId = 0;
  /** Packets that wait for an answer: CONNECT, SUBSCRIBE, PINGREQ. */
  #asked = 0;
  /** QoS 2 messages received and not released yet. [v3.1.1 MQTT-4.3.3-2] */
  readonly #unreleased = new Set<number>();

  constructor(needs: ClientNeeds, ends: ClientEnds) {
    this.#needs = needs;
    this.#ends = ends;
    this.#wiping = needs.program.wipesAtStart;
    this.#keepAlive = new KeepAlive(needs.run, needs.life, needs.habits, {
      ping: () => {
        this.#ask();
        this.send({ type: 'PINGREQ' });
      },
      dead: () => this.#hangUp('no answer to PINGREQ'),
    });
  }

  get isConnected(): boolean {
    return this.#state === 'connected' && !this.#wiping;
  }

  /** It waits for an answer of the network or the broker. */
  get isBusy(): boolean {
    return this.#state === 'opening' || this.#asked > 0;
  }

  /** From now on it tries to connect. */
  networkUp(): void {
    this.#networkUp = true;
    if (this.#state === 'idle' && this.#retry === null) this.#dial();
  }

  /** Its own network tells that it is gone: what stands is lost at once. */
  networkDown(): void {
    this.#networkUp = false;
    this.#cancelRetry();
    if (!this.#needs.wire.isOpen) return;
    this.#needs.wire.abandon();
    this.#lost('lost', 'the network is gone');
  }

  send(packet: Packet): void {
    const { wire } = this.#needs;
    if (!wire.isOpen) return;
    wire.send(packet);
    this.#keepAlive.sent();
  }

  /** DISCONNECT and FIN. */
  leave(): void {
    if (!this.isConnected) return;
    this.send({ type: 'DISCONNECT' });
    this.#needs.wire.close();
    this.#silence();
    this.#tell('disconnected');
  }

  /** TCP stands. */
  opened(): void {
    const { program, habits, ids, life, say } = this.#needs;
    this.#hasOpened = true;
    life.cancel(this.#timeout);
    this.#timeout = life.after(habits.connackTimeoutMs, () => this.#hangUp('no CONNACK in time'));
    this.#clientId = ids.next();
    const fields = connectFields(
      habits,
      this.#wiping ? { ...program, cleanStart: true, sessionExpirySeconds: null } : program,
      this.#clientId,
      this.#answers,
    );
    this.#keepAliveSeconds = fields.keepAliveSeconds;
    const flag = program.protocolVersion === '5.0' ? 'clean start' : 'clean session';
    say(`mqtt: CONNECT as "${this.#clientId}", ${flag} ${fields.cleanStart ? 1 : 0}`);
    this.#ask();
    this.send({ type: 'CONNECT', ...fields });
  }

  receive(packet: Packet): void {
    this.#keepAlive.heard(packet.type);
    this.#act(packet);
  }

  #act(packet: Packet): void {
    switch (packet.type) {
      case 'CONNACK':
        return this.#connack(packet);
      case 'SUBACK':
        this.#answered();
        return this.#needs.say(`mqtt: subscribed, granted ${packet.reasonCodes.join(', ')}`);
      case 'PINGRESP':
        this.#keepAlive.answered();
        return this.#answered();
      case 'PUBLISH':
        return this.#take(packet);
      case 'PUBREL':
        this.#unreleased.delete(packet.packetId);
        return this.send({ type: 'PUBCOMP', packetId: packet.packetId });
      case 'DISCONNECT':
        return this.#needs.say(
          `mqtt: the broker says goodbye, reason 0x${(packet.reasonCode ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
        );
      default:
        return this.#ends.onAnswer(packet);
    }
  }

  /** The broker's side or the network ended the connection. */
  lost(): void {
    this.#lost('lost', 'the connection is lost');
  }

  #dial(): void {
    this.#retry = null;
    if (!this.#networkUp || this.#needs.wire.isOpen) return;
    this.#state = 'opening';
    this.#tell('connecting');
    this.#ends.onBusy();
    this.#timeout = this.#needs.life.after(this.#needs.habits.tcpTimeoutMs, () => this.#hangUp('TCP does not open in time'));
    this.#needs.wire.open();
  }

  /** It ends a connection that is of no use. */
  #hangUp(why: string): void {
    this.#needs.wire.close();
    this.#lost('lost', why);
  }

  #connack(packet: ConnackPacket): void {
    const { life, program, say, ids } = this.#needs;
    life.cancel(this.#timeout);
    this.#answered();
    if (!this.#wiping) this.#answers++;
    const code = packet.returnCode ?? packet.reasonCode ?? 0;
    if (code !== 0) {
      say(`mqtt: refused, code ${code}`);
      this.#needs.wire.close();
      return this.#lost('refused', 'the broker refused', code);
    }
    if (packet.properties?.assignedClientId !== undefined) ids.assigned(packet.properties.assignedClientId);
    this.#state = 'connected';
    this.#failures = 0;
    this.#tell('connected', code, packet.sessionPresent);
    say(`mqtt: connected, session present ${packet.sessionPresent ? 1 : 0}`);
    if (this.#wiping) return this.#leaveAfterWipe();
    // The server's wish goes before the client's [v5.0 MQTT-3.2.2-21].
    this.#keepAlive.begin(packet.properties?.serverKeepAliveSeconds ?? this.#keepAliveSeconds);
    this.#accepted++;
    if (!packet.sessionPresent) this.#unreleased.clear();
    if (program.subscriptions.length > 0 && this.#subscribesNow(packet.sessionPresent)) this.#subscribe();
    this.#ends.onConnected(packet.sessionPresent, packet.properties?.receiveMaximum);
    this.#ends.onBusy();
  }

  #leaveAfterWipe(): void {
    this.#needs.wire.send({ type: 'DISCONNECT' });
    this.#needs.wire.close();
    this.#tell('disconnected');
    this.#needs.say('mqtt: wiped what an earlier start had left');
    this.#wiping = false;
    this.#state = 'idle';
    this.#retry = this.#needs.life.after(AFTER_WIPE_MS, () => this.#dial());
  }

  #subscribesNow(sessionPresent: boolean): boolean {
    const { program, habits, hasSubscribedOnce } = this.#needs;
    const { resubscribes } = habits;
    const byLibrary = this.#accepted > 1 && (resubscribes === 'everyConnection' || (resubscribes === 'withoutSession' && !sessionPresent));
    switch (program.subscribes) {
      case 'everyConnection':
        return true;
      case 'newSession':
        return !sessionPresent || byLibrary;
      case 'everyStart':
        return this.#accepted === 1 || byLibrary;
      case 'once':
        return (this.#accepted === 1 && !hasSubscribedOnce) || byLibrary;
    }
  }

  #subscribe(): void {
    const { program, habits } = this.#needs;
    const subscriptions = program.subscriptions.map(({ topicFilter, qos }) => ({
      topicFilter,
      qos: Math.min(qos, habits.subscribeQos) as QoS,
    }));
    this.#ask();
    this.send({ type: 'SUBSCRIBE', packetId: this.nextPacketId(), subscriptions });
    this.#ends.onSubscribed();
  }

  #take(packet: PublishPacket): void {
    const { run, program, habits } = this.#needs;
    const { packetId, qos } = packet;
    const again = habits.remembersReceived && qos === 2 && packetId !== undefined && this.#unreleased.has(packetId);
    if (!again) run.tell(receivedEvent(run.now, program.name, packet));
    if (packetId === undefined) return;
    if (qos === 2) this.#unreleased.add(packetId);
    this.send({ type: qos === 1 ? 'PUBACK' : 'PUBREC', packetId });
  }

  #lost(step: 'lost' | 'refused', why: string, code: number | null = null): void {
    const wasConnected = this.#state === 'connected';
    this.#silence();
    this.#tell(step, code);
    this.#failures = wasConnected ? 1 : this.#failures + 1;
    this.#ends.onDisconnected();
    this.#retryLater(why, step);
    this.#ends.onBusy();
  }

  #retryLater(why: string, step: 'lost' | 'refused'): void {
    const { program, habits, chance, life, say } = this.#needs;
    const { afterRefusal, afterFailedStart } = habits.comesBack;
    const staysAway = (step === 'refused' && !afterRefusal) || (!this.#hasOpened && !afterFailedStart);
    const waitMs =
      program.reconnect.kind === 'library' && staysAway ? null : reconnectWaitMs(program.reconnect, habits, this.#failures, chance);
    if (waitMs === null) return say(`mqtt: ${why}; it does not connect again by itself`);
    say(`mqtt: ${why}; next try in ${(waitMs / 1_000).toFixed(1)} s`);
    this.#retry = life.after(waitMs, () => this.#dial());
  }

  #silence(): void {
    const { life } = this.#needs;
    life.cancel(this.#timeout);
    this.#keepAlive.end();
    this.#cancelRetry();
    this.#state = 'idle';
    this.#asked = 0;
  }

  #cancelRetry(): void {
    this.#needs.life.cancel(this.#retry);
    this.#retry = null;
  }

  #ask(): void {
    this.#asked++;
    this.#ends.onBusy();
  }

  #answered(): void {
    this.#asked = Math.max(0, this.#asked - 1);
    this.#ends.onBusy();
  }

  nextPacketId(): number {
    this.#lastPacketId = (this.#lastPacketId % 65_535) + 1;
    return this.#lastPacketId;
  }

  #tell(step: ConnectionStep['step'], code: number | null = null, sessionPresent: boolean | null = null): void {
    const { run, program } = this.#needs;
    run.tell({ kind: 'connection', at: run.now, client: program.name, step, code, sessionPresent });
  }
}
