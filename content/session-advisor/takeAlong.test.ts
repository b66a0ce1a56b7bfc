// What can be taken along says what the advice says; the broker reads every configuration, without a remark.
import { describe, expect, it } from 'vitest';
import { confText } from '../client-code/confText.ts';
import { clientPrograms } from '../client-code/programs.ts';
import { answerTo, OPEN } from '../conf-keys/probes.test-data.ts';
import { advise } from './advise.ts';
import { everyAnswer } from './everyAnswer.test-data.ts';
import { roomOf } from './practice.ts';
import { type Amounts, ROLES } from './roles.ts';
import { brokerSettings, clientCode } from './takeAlong.ts';

const AMOUNTS: readonly Amounts[] = [
  { awaySeconds: 1, messagesPerHour: 0, payloadBytes: 1, usefulSeconds: 1 },
  { awaySeconds: 3_600, messagesPerHour: 12, payloadBytes: 100, usefulSeconds: 300 },
  { awaySeconds: 31_536_000, messagesPerHour: 1_000_000, payloadBytes: 100_000, usefulSeconds: 31_536_000 },
];

describe('mosquitto.conf', () => {
  it('the broker takes it, whatever the answers and the amounts', async () => {
    const texts = new Set(
      everyAnswer().flatMap((answers) => AMOUNTS.map((amounts) => confText('Sessions', brokerSettings(advise(answers), amounts)))),
    );
    expect(texts.size).toBeGreaterThan(6);
    for (const text of texts) expect([text, await answerTo(`${OPEN}${text}`)]).toEqual([text, { ok: true, warnings: [] }]);
  });

  it('a clean session asks nothing of the broker', () => {
    for (const answers of everyAnswer()) {
      for (const amounts of AMOUNTS)
        expect(brokerSettings(advise(answers), amounts).length === 0).toBe(advise(answers).session === 'clean');
    }
  });
});

describe('client code', () => {
  it.each(ROLES.map((role) => [role.title, role] as const))('%s: CONNECT and SUBSCRIBE as advised', (_, { answers, amounts }) => {
    const advice = advise(answers);
    const room = roomOf(advice, amounts);
    for (const version of ['3.1.1', '5.0'] as const) {
      const setting = clientCode(advice, answers, amounts, version, 'Sessions');
      expect(setting).toMatchObject({ cleanStart: advice.session === 'clean', protocolVersion: version });
      expect(setting.sessionExpirySeconds).toBe(version === '5.0' && room !== null ? room.expirySeconds : null);
      expect(setting.subscribe?.qos ?? null).toBe(advice.subscription?.qos ?? null);
      const programs = clientPrograms(setting);
      const text = (language: string) => programs.find((program) => program.language === language)?.text ?? '';
      expect(text('arduino')).toContain(`mqtt.setCleanSession(${advice.session === 'clean'});`);
      expect(text('mqttJs')).toContain(`clean: ${advice.session === 'clean'},`);
      expect(text('mqttJs').includes('sessionExpiryInterval')).toBe(version === '5.0' && room !== null);
      expect(text('pahoPython').includes('client.subscribe')).toBe(advice.subscription !== null);
      // An id for this use is drawn anew; any other stays.
      expect(text('pahoPython').includes('client-id.txt')).toBe(advice.clientId === 'drawnOnce');
      expect(text('espIdf').includes('nvs_get_str')).toBe(advice.clientId === 'drawnOnce');
      expect(text('pahoPython').includes('client.publish')).toBe(advice.publishing !== null);
    }
  });
});
