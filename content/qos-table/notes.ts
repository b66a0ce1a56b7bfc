// What a reader of the course's table should know about how it came to be.
import type { Sentence } from '../schema.ts';
import { COURSE_SETUP } from './stated.ts';

export const COURSE_NOTES: readonly Sentence[] = [
  {
    text: 'The course’s sketch makes its loss itself: it draws a number below 100 and, when that is below {loss}, leaves out the call of publish. No packet is lost, so no acknowledgement either.',
    numbers: { loss: { kind: 'computed', value: COURSE_SETUP.lossRatio * 100, decimals: 0 } },
  },
  {
    text: 'Its client library, PubSubClient, publishes at QoS 0 only. The rows for QoS 1 and QoS 2 cannot have been measured with it.',
    numbers: {},
  },
];
