// What a light client makes of the broker's bytes: every packet is looked at, counted and answered as MQTT asks, without an object for any of them.
// [v3.1.1 §4.3] [v5.0 §4.3]. Left out: what stands in a message; a light client counts, and does not read.
const CONNACK = 2;
const PUBLISH = 3;
const PUBACK = 4;
const PUBREC = 5;
const PUBREL = 6;
const PUBCOMP = 7;
const SUBACK = 9;

/** In 5.0 a packet with a reason code from here on refuses. */
const FIRST_REFUSAL = 0x80;
const FIRST_ANSWERS = 256;

export class PacketTaker {
  /** PUBLISH packets that came. */
  publishes = 0;
  /** Own messages that the broker is done with: PUBACK and PUBCOMP. */
  acknowledged = 0;
  subacks = 0;
  /** The code in CONNACK; `null`: none has come. */
  connackCode: number | null = null;
  sessionPresent = false;
  #answers = new Uint8Array(FIRST_ANSWERS);
  #answered = 0;

  /** Forgets what was counted. */
  reset(): void {
    this.publishes = 0;
    this.acknowledged = 0;
    this.subacks = 0;
    this.connackCode = null;
    this.sessionPresent = false;
    this.#answered = 0;
  }

  get hasAnswers(): boolean {
    return this.#answered > 0;
  }

  /** What is to be sent now, a copy; taken off. */
  takeAnswers(): Uint8Array {
    const answers = this.#answers.slice(0, this.#answered);
    this.#answered = 0;
    return answers;
  }

  /** Takes the whole packets at the beginning. @returns how many bytes those were */
  take(bytes: Uint8Array): number {
    let start = 0;
    while (start + 2 <= bytes.length) {
      let length = 0;
      let at = start + 1;
      let shift = 0;
      let byte = 0x80;
      while (byte & 0x80 && at < bytes.length) {
        byte = bytes[at++] ?? 0;
        length |= (byte & 0x7f) << shift;
        shift += 7;
      }
      if (byte & 0x80 || at + length > bytes.length) break;
      this.#packet(bytes[start] ?? 0, bytes, at, length);
      start = at + length;
    }
    return start;
  }

  /** @param header where the variable header begins */
  #packet(first: number, bytes: Uint8Array, header: number, length: number): void {
    switch (first >> 4) {
      case PUBLISH: {
        this.publishes++;
        const qos = (first >> 1) & 3;
        if (qos === 0) return;
        const topicBytes = ((bytes[header] ?? 0) << 8) | (bytes[header + 1] ?? 0);
        this.#answer(qos === 1 ? PUBACK << 4 : PUBREC << 4, bytes, header + 2 + topicBytes);
        return;
      }
      case PUBREC:
        if (length > 2 && (bytes[header + 2] ?? 0) >= FIRST_REFUSAL) return;
        this.#answer((PUBREL << 4) | 2, bytes, header);
        return;
      case PUBREL:
        this.#answer(PUBCOMP << 4, bytes, header);
        return;
      case PUBACK:
      case PUBCOMP:
        this.acknowledged++;
        return;
      case CONNACK:
        this.sessionPresent = ((bytes[header] ?? 0) & 1) === 1;
        this.connackCode = bytes[header + 1] ?? 0;
        return;
      case SUBACK:
        this.subacks++;
        return;
    }
  }

  #answer(first: number, bytes: Uint8Array, packetIdAt: number): void {
    if (this.#answered + 4 > this.#answers.length) {
      const larger = new Uint8Array(2 * this.#answers.length);
      larger.set(this.#answers);
      this.#answers = larger;
    }
    this.#answers[this.#answered++] = first;
    this.#answers[this.#answered++] = 2;
    this.#answers[this.#answered++] = bytes[packetIdAt] ?? 0;
    this.#answers[this.#answered++] = bytes[packetIdAt + 1] ?? 0;
  }
}
