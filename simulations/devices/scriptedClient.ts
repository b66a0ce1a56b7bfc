// A client that does what the script tells it: packets as they are, the answers that MQTT asks for, nothing else. It holds session state only where the scenario says so.
import type { Appointment } from '../engine/eventQueue.ts';
import { fromMilliseconds } from '../engine/time.ts';
import type { ConnectionStep } from '../events.ts';
import type { ConnackPacket, Packet, PublishPacket } from '../mqtt/packet.ts';
import { encodeUtf8 } from '../mqtt/utf8.ts';
import { Wire } from '../network/wire.ts';
import type { Run } from '../run.ts';
import { type ConnectFields, isHardwareAction, type ScriptAction, type ScriptedClientScenario } from '../script.ts';
import { ClientSession } from './clientSession.ts';
import { receivedEvent } from './receivedEvent.ts';

type ClientAction = Extract<ScriptAction, { readonly client: string }>;

const LARGEST_PACKET_ID = 65_535;
/** Reason codes from here on are errors. [v5.0 §2.4] */
const FIRST_ERROR = 0x80;

export class ScriptedClient {
  readonly #run: Run;
  readonly #scenario: ScriptedClientScenario;
  readonly #wire: Wire;
  /** `null`: it keeps none. */
  readonly #session: ClientSession | null;
  #connect: ConnectFields | null = null;
  /** What goes out first in place of CONNECT; `null`: CONNECT does. */
  #firstBytes: readonly number[] | null = null;
  /** The first CONNECT is to be sent when TCP stands; packets of the script wait for it. */
  #connected = false;
  #answers = true;
  #powered = true;
  #lastPacketId = 0;
  #ping: Appointment | null = null;
  #keepAliveSeconds = 0;

  constructor(run: Run, scenario: ScriptedClientScenario, address: string) {
    this.#run = run;
    this.#scenario = scenario;
    this.#session = scenario.keepsSession === true ? new ClientSession() : null;
    this.#wire = new Wire(
      run,
      { name: scenario.name, address, link: scenario.link, version: scenario.protocolVersion },
      { onOpen: () => this.#opened(), onPacket: (packet) => this.#receive(packet), onLost: () => this.#lost() },
    );
  }

  perform(action: ClientAction): void {
    // Without power it hears nothing, and what befalls its link befalls it all the same.
    if (this.#powered || isHardwareAction(action)) this.#perform(action);
  }

  #perform(action: ClientAction): void {
    switch (action.do) {
      case 'connect':
        return this.#open(action.connect);
      case 'open':
        return this.#open(null, action.bytes);
      case 'subscribe':
        return this.#send({ type: 'SUBSCRIBE', packetId: this.#nextPacketId(), subscriptions: action.subscriptions });
      case 'unsubscribe':
        return this.#send({ type: 'UNSUBSCRIBE', packetId: this.#nextPacketId(), topicFilters: action.topicFilters });
      case 'publish':
        return this.#publish(action);
      case 'send':
        return this.#send(action.packet);
      case 'sendBytes':
        if (this.#wire.isOpen) this.#wire.sendBytes(Uint8Array.from(action.bytes));
        return;
      case 'disconnect':
        return this.#disconnect(action);
      case 'drop':
        return this.#drop('disconnected');
      case 'cutConnection':
        return this.#wire.cut();
      case 'pullCable':
        this.#wire.interrupt('cable');
        return this.#run.tell({ kind: 'cable', at: this.#run.now, client: this.#scenario.name, state: 'out' });
      case 'plugCable':
        this.#wire.restore('cable');
        return this.#run.tell({ kind: 'cable', at: this.#run.now, client: this.#scenario.name, state: 'in' });
      case 'loseWifi':
        return this.#loseWifi();
      case 'restoreWifi':
        this.#wire.restore('radio');
        return this.#run.tell({ kind: 'wifi', at: this.#run.now, client: this.#scenario.name, state: 'joined' });
      case 'powerOff':
        return this.#powerOff();
      case 'powerOn':
        return this.#powerOn();
      case 'restart':
        this.#powerOff();
        return this.#powerOn();
      case 'answer':
        this.#answers = action.answers;
        return this.#pingLater();
    }
  }

  #open(connect: ConnectFields | null, firstBytes: readonly number[] | null = null): void {
    if (this.#wire.isOpen) this.#drop('disconnected');
    this.#connect = connect;
    this.#firstBytes = firstBytes;
    this.#tell('connecting');
    this.#wire.open();
  }

  #opened(): void {
    if (this.#firstBytes !== null) {
      this.#connected = true;
      this.#keepAliveSeconds = 0;
      this.#wire.sendBytes(Uint8Array.from(this.#firstBytes));
      return;
    }
    if (this.#connect === null) return;
    this.#connected = true;
    this.#keepAliveSeconds = this.#connect.keepAliveSeconds;
    this.#send({ type: 'CONNECT', ...this.#connect });
  }

  /** Packets for a connection that does not stand have nowhere to go. */
  #send(packet: Packet): void {
    if (!this.#connected) return;
    this.#session?.sends(packet);
    this.#wire.send(packet);
    this.#pingLater();
  }

  #publish(action: Extract<ClientAction, { readonly do: 'publish' }>): void {
    const { count = 1, first = 1, everyMs = 0 } = action;
    for (let index = 0; index < count; index++) {
      const number = first + index;
      const send = (): void => {
        if (this.#powered) this.#publishOne(action, number);
      };
      if (everyMs === 0 || index === 0) send();
      else this.#run.after(fromMilliseconds(index * everyMs), send);
    }
  }

  #publishOne(action: Extract<ClientAction, { readonly do: 'publish' }>, number: number): void {
    const packet: PublishPacket = {
      type: 'PUBLISH',
      topicName: action.topicName,
      payload: encodeUtf8(action.payload.replaceAll('{n}', String(number))),
      qos: action.qos,
      retain: action.retain ?? false,
      dup: false,
      ...(action.qos === 0 ? {} : { packetId: this.#nextPacketId() }),
      ...(action.properties === undefined ? {} : { properties: action.properties }),
    };
    this.#send(packet);
  }

  #disconnect({ reasonCode, sessionExpirySeconds }: { readonly reasonCode?: number; readonly sessionExpirySeconds?: number }): void {
    this.#send({
      type: 'DISCONNECT',
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(sessionExpirySeconds === undefined ? {} : { properties: { sessionExpirySeconds } }),
    });
    this.#drop('disconnected');
  }

  #loseWifi(): void {
    this.#wire.interrupt('radio');
    this.#run.tell({ kind: 'wifi', at: this.#run.now, client: this.#scenario.name, state: 'lost' });
    if (!this.#wire.isOpen) return;
    this.#wire.abandon();
    this.#lost();
  }

  #powerOff(): void {
    if (!this.#powered) return;
    this.#powered = false;
    this.#session?.forget();
    this.#silence();
    this.#wire.interrupt('power');
    if (this.#wire.isOpen) {
      this.#wire.abandon();
      this.#tell('disconnected');
    }
    this.#run.tell({ kind: 'power', at: this.#run.now, client: this.#scenario.name, state: 'off' });
  }

  #powerOn(): void {
    if (this.#powered) return;
    this.#powered = true;
    this.#wire.restore('power');
    this.#run.tell({ kind: 'power', at: this.#run.now, client: this.#scenario.name, state: 'listen' });
    if (this.#connect !== null) this.#open(this.#connect);
  }

  #drop(step: 'disconnected'): void {
    if (!this.#wire.isOpen) return;
    this.#silence();
    this.#wire.close();
    this.#tell(step);
  }

  #lost(): void {
    this.#silence();
    this.#tell('lost');
    this.#reconnect();
  }

  #silence(): void {
    this.#connected = false;
    if (this.#ping !== null) this.#run.queue.cancel(this.#ping);
    this.#ping = null;
  }

  #reconnect(): void {
    const { reconnect } = this.#scenario;
    const connect = reconnect?.connect ?? this.#connect;
    if (reconnect === undefined || connect === null) return;
    this.#run.after(
      fromMilliseconds(reconnect.afterMs),
      () => {
        if (this.#powered && !this.#wire.isOpen) this.#open(connect);
      },
      { background: true },
    );
  }

  #receive(packet: Packet): void {
    if (packet.type === 'CONNACK') return this.#connack(packet);
    const isNews = this.#session?.receives(packet) ?? true;
    if (packet.type === 'PUBLISH' && isNews) this.#run.tell(receivedEvent(this.#run.now, this.#scenario.name, packet));
    if (this.#answers) this.#answer(packet);
  }

  #connack(packet: ConnackPacket): void {
    const code = packet.returnCode ?? packet.reasonCode ?? 0;
    // The server's wish goes before the client's [v5.0 MQTT-3.2.2-21].
    this.#keepAliveSeconds = packet.properties?.serverKeepAliveSeconds ?? this.#keepAliveSeconds;
    this.#tell(code === 0 ? 'connected' : 'refused', code, code === 0 ? packet.sessionPresent : null);
    this.#pingLater();
    if (code === 0) this.#resume(packet.sessionPresent);
  }

  #resume(sessionPresent: boolean): void {
    if (!sessionPresent) this.#session?.forget();
    for (const packet of this.#session?.again() ?? []) this.#send(packet);
  }

  #answer(packet: Packet): void {
    switch (packet.type) {
      case 'PUBLISH':
        if (packet.packetId !== undefined) this.#send({ type: packet.qos === 1 ? 'PUBACK' : 'PUBREC', packetId: packet.packetId });
        return;
      case 'PUBREC':
        // An error ends the exchange. [v5.0 §4.3.3]
        if ((packet.reasonCode ?? 0) < FIRST_ERROR) this.#send({ type: 'PUBREL', packetId: packet.packetId });
        return;
      case 'PUBREL':
        return this.#send({ type: 'PUBCOMP', packetId: packet.packetId });
      default:
        return;
    }
  }

  /** A ping when nothing was sent for as long as the keep alive allows. */
  #pingLater(): void {
    if (this.#ping !== null) this.#run.queue.cancel(this.#ping);
    this.#ping = null;
    if (!this.#connected || !this.#answers || this.#keepAliveSeconds === 0) return;
    this.#ping = this.#run.after(fromMilliseconds(this.#keepAliveSeconds * 1_000), () => this.#send({ type: 'PINGREQ' }), {
      background: true,
    });
  }

  #nextPacketId(): number {
    this.#lastPacketId = (this.#lastPacketId % LARGEST_PACKET_ID) + 1;
    return this.#lastPacketId;
  }

  #tell(step: ConnectionStep['step'], code: number | null = null, sessionPresent: boolean | null = null): void {
    this.#run.tell({ kind: 'connection', at: this.#run.now, client: this.#scenario.name, step, code, sessionPresent });
  }
}
