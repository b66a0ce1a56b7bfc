// A virtual ESP32 on one wake-up: it boots, joins the Wi-Fi, connects, publishes its messages, disconnects and sleeps. When the broker closes the connection it connects
// again at once and takes up its session. It leaves out what the sketch computes, Wi-Fi power save and keep alive (0: off).
import { fromMilliseconds } from '../engine/time.ts';
import type { ConnectionStep, PowerState } from '../events.ts';
import type { ConnackPacket, Packet } from '../mqtt/packet.ts';
import { Wire } from '../network/wire.ts';
import type { Run } from '../run.ts';
import type { DeviceScenario } from '../scenario.ts';
import { connectPacket } from './connectPacket.ts';
import { Outbox } from './outbox.ts';
import { ASSOCIATE_MS, BOOT_MS } from './power.ts';

/** A device that was thrown out so often gives up; far above what any setting of the experiments brings about. */
const MOST_RECONNECTS = 1_000;
/** On TCP a connection may fail by chance: so many in a row before the device gives up. Where packets vanish the first one tells that nobody wants it. */
const MOST_FAILURES_ON_TCP = 10;

export class Esp32 {
  readonly #run: Run;
  readonly #device: DeviceScenario;
  readonly #wire: Wire;
  readonly #outbox: Outbox;
  #connections = 0;
  /** Connections in a row that the broker did not accept. */
  #failures = 0;
  #connected = false;
  #asleep = false;

  constructor(run: Run, device: DeviceScenario, address: string) {
    this.#run = run;
    this.#device = device;
    this.#wire = new Wire(
      run,
      { name: device.name, address, link: device.link, version: run.scenario.protocolVersion },
      { onOpen: () => this.#connect(), onPacket: (packet) => this.#receive(packet), onLost: () => this.#lost() },
    );
    this.#outbox = new Outbox(
      run,
      device,
      (packet) => this.#wire.send(packet),
      () => this.#finish(),
    );
  }

  powerOn(): void {
    this.#power('boot');
    this.#run.after(fromMilliseconds(BOOT_MS), () => {
      this.#power('associate');
      this.#run.after(fromMilliseconds(ASSOCIATE_MS), () => {
        this.#power('listen');
        this.#open();
      });
    });
  }

  #open(): void {
    this.#connection('connecting', null);
    this.#wire.open();
  }

  #connect(): void {
    this.#wire.send(connectPacket(this.#device.macAddress, this.#run.scenario.protocolVersion));
  }

  #receive(packet: Packet): void {
    if (packet.type === 'CONNACK') this.#connack(packet);
    else this.#outbox.receive(packet);
  }

  #connack(packet: ConnackPacket): void {
    const code = packet.returnCode ?? packet.reasonCode ?? 0;
    if (code !== 0) {
      this.#connection('refused', code);
      this.#wire.close();
      this.#giveUp();
      return;
    }
    this.#connection('connected', code, packet.sessionPresent);
    this.#connected = true;
    this.#failures = 0;
    // The broker may take fewer at a time than the device would send [v5.0 MQTT-3.3.4-9].
    this.#outbox.resume(Math.min(this.#device.inFlightLimit, packet.properties?.receiveMaximum ?? this.#device.inFlightLimit));
    if (this.#connections++ === 0) this.#publishNext(1);
  }

  #publishNext(message: number): void {
    if (this.#asleep) return;
    if (message < this.#device.messages) {
      this.#run.after(fromMilliseconds(this.#device.publishIntervalMs), () => this.#publishNext(message + 1));
    }
    this.#outbox.publish(message);
  }

  #lost(): void {
    this.#connection('lost', null);
    this.#outbox.pause();
    const wasConnected = this.#connected;
    this.#connected = false;
    if (!wasConnected) this.#failures++;
    const mostFailures = this.#device.link.transport === 'tcp' ? MOST_FAILURES_ON_TCP : 1;
    if (this.#failures < mostFailures && this.#connections <= MOST_RECONNECTS) this.#open();
    else this.#giveUp();
  }

  #giveUp(): void {
    this.#outbox.abandon();
    this.#sleep();
  }

  /** All messages are settled. Without a connection there is nobody to take leave of. */
  #finish(): void {
    if (this.#connected) {
      this.#wire.send({ type: 'DISCONNECT' });
      this.#wire.close();
      this.#connection('disconnected', null);
    }
    this.#sleep();
  }

  #sleep(): void {
    if (this.#asleep) return;
    this.#asleep = true;
    this.#power('deepSleep');
  }

  #power(state: PowerState): void {
    this.#run.tell({ kind: 'power', at: this.#run.now, client: this.#device.name, state });
  }

  #connection(step: ConnectionStep['step'], code: number | null, sessionPresent: boolean | null = null): void {
    this.#run.tell({ kind: 'connection', at: this.#run.now, client: this.#device.name, step, code, sessionPresent });
  }
}
