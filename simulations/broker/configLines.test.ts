import { expect, it } from 'vitest';
import { configNumber, configTruth } from './configLines.ts';

it.each([
  ['max_qos 1', 1],
  ['max_qos 2\nmax_qos 1 # lower', 1],
  ['max_qos = 2', 0],
  ['max_qos 1,000', 1],
  ['max_qos many', 0],
  ['max_qos -1', -1],
  ['# max_qos 1', null],
  ['max_qosx 1', null],
])('%j has a number as Mosquitto reads it: %s', (config, value) => {
  expect(configNumber(config, 'max_qos')).toBe(value);
});

it.each([
  ['persistence true', true],
  ['persistence 1 # on', true],
  ['persistence true\npersistence false', false],
  ['# persistence true', null],
  ['persistence_file true', null],
])('%j has a truth as Mosquitto reads it: %s', (config, value) => {
  expect(configTruth(config, 'persistence')).toBe(value);
});
