// A virtual ESP32 on one wake-up: it boots, joins the Wi-Fi, connects, publishes its messages, disconnects and sleeps. It leaves out what the sketch computes,
// Wi-Fi power save and keep alive (0: off); a lost connection ends the wake-up.
import { fromMilliseconds } from '../engine/time.ts';
import type { ConnectionStep, PowerState } from '../events.ts';
import type { Packet } from '../mqtt/packet.ts';
import { Wire } from '../network/wire.ts';
import type { Run } from '../run.ts';
import type { DeviceScenario } from '../scenario.ts';
import { clientIdFromMac } from './identity.ts';
import { Outbox } from './outbox.ts';
import { ASSOCIATE_MS, BOOT_MS } from './power.ts';

export class Esp32 {
  readonly #run: Run;
  readonly #device: DeviceScenario;
  readonly #wire: Wire;
  #outbox: Outbox | null = null;
  #asleep = false;

  constructor(run: Run, device: DeviceScenario, address: string) {
    this.#run = run;
    this.#device = device;
    this.#wire = new Wire(
      run,
      { name: device.name, address, link: device.link },
      { onOpen: () => this.#connect(), onPacket: (packet) => this.#receive(packet), onLost: () => this.#lost() },
    );
  }

  powerOn(): void {
    this.#power('boot');
    this.#run.after(fromMilliseconds(BOOT_MS), () => {
      this.#power('associate');
      this.#run.after(fromMilliseconds(ASSOCIATE_MS), () => {
        this.#power('listen');
        this.#connection('connecting', null);
        this.#wire.open();
      });
    });
  }

  #connect(): void {
    this.#wire.send({ type: 'CONNECT', clientId: clientIdFromMac(this.#device.macAddress), cleanStart: true, keepAliveSeconds: 0 });
  }

  #receive(packet: Packet): void {
    if (packet.type !== 'CONNACK') {
      this.#outbox?.receive(packet);
      return;
    }
    const code = packet.returnCode ?? packet.reasonCode ?? 0;
    if (code !== 0) {
      this.#connection('refused', code);
      this.#sleep();
      return;
    }
    this.#connection('connected', code);
    // The broker may take fewer at a time than the device would send [v5.0 MQTT-3.3.4-9].
    const limit = Math.min(this.#device.inFlightLimit, packet.properties?.receiveMaximum ?? this.#device.inFlightLimit);
    const outbox = new Outbox(
      this.#run,
      this.#device,
      limit,
      (outgoing) => this.#wire.send(outgoing),
      () => this.#disconnect(),
    );
    this.#outbox = outbox;
    this.#publishNext(outbox, 1);
  }

  #publishNext(outbox: Outbox, message: number): void {
    if (this.#asleep) return;
    if (message < this.#device.messages) {
      this.#run.after(fromMilliseconds(this.#device.publishIntervalMs), () => this.#publishNext(outbox, message + 1));
    }
    outbox.publish(message);
  }

  #disconnect(): void {
    this.#wire.send({ type: 'DISCONNECT' });
    this.#wire.close();
    this.#connection('disconnected', null);
    this.#sleep();
  }

  #lost(): void {
    if (this.#asleep) return;
    this.#connection('lost', null);
    this.#outbox?.abandon();
    this.#sleep();
  }

  #sleep(): void {
    this.#asleep = true;
    this.#power('deepSleep');
  }

  #power(state: PowerState): void {
    this.#run.tell({ kind: 'power', at: this.#run.now, client: this.#device.name, state });
  }

  #connection(step: ConnectionStep['step'], code: number | null): void {
    this.#run.tell({ kind: 'connection', at: this.#run.now, client: this.#device.name, step, code });
  }
}
