// The worker's own file: starts the broker's code once and lends it to every run.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import type { Request } from './messages.ts';
import { LaboratoryServer } from './server.ts';

// Compiled while the page still asks. A failure is reported by the first run that needs the code; each later run tries again.
loadMosquitto().catch(() => undefined);

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const server = new LaboratoryServer({
  ready: async () => {
    const module = await loadMosquitto();
    return (options) => startBroker({ ...options, module });
  },
  answer: (answer) => postMessage(answer),
  // A message to oneself comes after those already in the queue, and, unlike a timer, at once.
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  wallMs: () => performance.now(),
});

addEventListener('message', (event: MessageEvent<Request>) => server.receive(event.data));
