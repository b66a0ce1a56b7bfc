// MQTT.js for the tests: a client that keeps what arrives until it is asked for.
import mqtt, { type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt';

export type Arrival = IPublishPacket & { readonly text: string };

export class TestClient {
  readonly mqtt: MqttClient;
  readonly #arrived: Arrival[] = [];
  readonly #waiting: ((arrival: Arrival) => void)[] = [];

  private constructor(client: MqttClient) {
    this.mqtt = client;
    // A connection that the broker ends is for each test to look at.
    client.on('error', () => undefined);
  }

  /** Connects once, without trying again. Rejects with the client's error. */
  static connect(url: string, options: IClientOptions = {}): Promise<TestClient> {
    return new Promise((resolve, reject) => {
      const raw = mqtt.connect(url, { reconnectPeriod: 0, connectTimeout: 8_000, ...options });
      const client = new TestClient(raw);
      raw.on('message', (_topic, payload, packet) => client.#hear({ ...packet, text: payload.length > 1000 ? '' : payload.toString() }));
      raw.once('connect', () => resolve(client));
      raw.once('error', reject);
      raw.once('close', () => reject(new Error('closed before CONNACK')));
    });
  }

  /** The next message. */
  next(): Promise<Arrival> {
    const arrival = this.#arrived.shift();
    return arrival === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(arrival);
  }

  /** What arrived and was not asked for yet. */
  get waiting(): readonly Arrival[] {
    return this.#arrived;
  }

  /** Everything the broker sent before this is here when it settles: one message to oneself, behind all others. */
  async settled(): Promise<void> {
    const topic = `settled/${this.mqtt.options.clientId}`;
    await this.mqtt.subscribeAsync(topic);
    await this.mqtt.publishAsync(topic, '');
    const others: Arrival[] = [];
    for (let arrival = await this.next(); arrival.topic !== topic; arrival = await this.next()) others.push(arrival);
    this.#arrived.unshift(...others);
    await this.mqtt.unsubscribeAsync(topic);
  }

  end(): Promise<void> {
    return this.mqtt.endAsync();
  }

  /** Gone without DISCONNECT. */
  vanish(): Promise<void> {
    return new Promise((resolve) => {
      this.mqtt.once('close', () => resolve());
      this.mqtt.stream.destroy();
    });
  }

  #hear(arrival: Arrival): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#arrived.push(arrival);
    else next(arrival);
  }
}
