// Fleets where learners have them: in Chromium, in the laboratory's worker. A storm of 10,000 beside a native Mosquitto, a day of rest, how cost grows with the fleet, whether the page stays free, and
// whether memory is given back.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { fleetAtRest } from '../experiments/fleet/fleetAtRest.ts';
import { type ReconnectStormSetting, reconnectStorm } from '../experiments/fleet/reconnectStorm.ts';
import type { FleetScenario, ServerModel } from '../fleet/fleetScenario.ts';
import { openBrowser, type Stand } from './browser.ts';
import { type Figure, median } from './figure.ts';
import { nativeStorm } from './nativeStorm.ts';
import type { TimedFleet } from './page/page.ts';

const RUNS = 3;
const SIZES = [100, 300, 1_000, 3_000, 10_000, 20_000];
const STORMS_IN_A_ROW = 10;
const [DEVICES, EACH, PAYLOAD] = [10_000, 50, 100];
const PAGE_FOLDER = join(process.cwd(), '.cache/bench-page');

/** So fast that what is measured is the page's own work, not virtual waiting. */
const BOUNDLESS: ServerModel = {
  connectionsPerSecond: 1_000_000,
  messagesPerSecond: 10_000_000,
  backlog: 65_535,
  whenFull: 'refuse',
  handshakeRoundTrips: 1,
  linkBitsPerSecond: 1e11,
  memoryBytes: 1e12,
};

function storm(setting: Partial<ReconnectStormSetting> = {}): FleetScenario {
  const fast = { broker: 'running', persistence: false, maxQueuedMessages: 0, server: BOUNDLESS, patienceMs: 600_000 } as const;
  return reconnectStorm({ ...fast, devices: DEVICES, queuedEach: EACH, payloadBytes: PAYLOAD, ...setting });
}

/** A day, 1,000 devices, a message a minute each; each wakes once an hour. */
const DAY_OF_REST = fleetAtRest({ devices: 1_000, awaySeconds: 3_600, wakes: 24, wakeSpreadSeconds: 3_600 });

/** Nothing where no browser is installed. */
export async function fleetFigures(): Promise<Figure[]> {
  await build({
    root: join(process.cwd(), 'simulations/bench/page'),
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: PAGE_FOLDER, emptyOutDir: true, target: 'es2022' },
  });
  const stand = await openBrowser(PAGE_FOLDER);
  if (stand === null) return [];
  try {
    return [...(await stormFigures(stand)), ...(await growthFigures(stand)), ...(await memoryFigures(stand)), ...(await siteFigures())];
  } finally {
    await stand.close();
  }
}

async function freshPage(stand: Stand): Promise<Page> {
  const page = await stand.browser.newPage();
  await page.goto(`${stand.address}/`);
  await page.waitForFunction(() => 'timeFleet' in window);
  return page;
}

const timeFleet = (page: Page, scenario: FleetScenario): Promise<TimedFleet> =>
  page.evaluate(
    (asked) => (window as unknown as { timeFleet: (scenario: FleetScenario) => Promise<TimedFleet> }).timeFleet(asked),
    scenario,
  );

async function stormFigures(stand: Stand): Promise<Figure[]> {
  const page = await freshPage(stand);
  const storms: TimedFleet[] = [];
  const days: TimedFleet[] = [];
  const natives: { seconds: number; cpu: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    storms.push(await timeFleet(page, storm()));
    days.push(await timeFleet(page, DAY_OF_REST));
    const native = await nativeStorm(DEVICES, EACH, PAYLOAD);
    if (native !== null) natives.push({ seconds: native.seconds, cpu: native.brokerCpuSeconds ?? Number.NaN });
  }
  await page.close();
  const of = (timed: readonly TimedFleet[], phase: string) => median(timed.map(({ seconds }) => seconds[phase] ?? Number.NaN));
  const wasm = of(storms, 'storm');
  const [one] = storms;
  const waiting = one === undefined ? Number.NaN : one.fullHeapBytes - one.emptyHeapBytes;
  const native = median(natives.map(({ seconds }) => seconds));
  return [
    { name: 'storm: 10,000 devices, 50 messages each, Chromium', value: wasm, unit: 's', aim: '<= 1.5' },
    ...(natives.length === 0
      ? []
      : [
          { name: 'the same storm, native Mosquitto over loopback', value: native, unit: 's', aim: null },
          { name: 'of it, the native broker’s own processor time', value: median(natives.map(({ cpu }) => cpu)), unit: 's', aim: null },
          { name: 'storm: in the page to native over loopback', value: native / wasm, unit: 'times', aim: null },
        ]),
    { name: '10,000 persistent sessions, Chromium', value: of(storms, 'sessions'), unit: 's', aim: '<= 0.5' },
    { name: '500,000 messages of 100 bytes queued, Chromium', value: of(storms, 'messages'), unit: 's', aim: '<= 1.5' },
    { name: 'heap of a device, its session, subscription and 50 messages', value: waiting / DEVICES, unit: 'bytes', aim: null },
    { name: 'a day of 1,000 devices, a message a minute, 24 wake-ups, Chromium', value: of(days, 'rest'), unit: 's', aim: '<= 5' },
    {
      name: 'longest task of the page meanwhile',
      value: Math.max(...[...storms, ...days].map(({ longestTaskMs }) => longestTaskMs)),
      unit: 'ms',
      aim: '<= 50',
    },
  ];
}

async function growthFigures(stand: Stand): Promise<Figure[]> {
  const page = await freshPage(stand);
  const figures: Figure[] = [];
  for (const devices of SIZES) {
    const timed: TimedFleet[] = [];
    for (let run = 0; run < RUNS; run++) timed.push(await timeFleet(page, storm({ devices })));
    const seconds = (phase: string) => median(timed.map((one) => one.seconds[phase] ?? 0));
    const setUp = seconds('sessions') + seconds('messages');
    figures.push(
      { name: `${devices.toLocaleString('en')} devices x 50: set up`, value: setUp, unit: 's', aim: null },
      { name: `${devices.toLocaleString('en')} devices x 50: storm`, value: seconds('storm'), unit: 's', aim: null },
      {
        name: `${devices.toLocaleString('en')} devices x 50: broker heap`,
        value: (timed[0]?.fullHeapBytes ?? Number.NaN) / 1e6,
        unit: 'MB',
        aim: null,
      },
    );
  }
  await page.close();
  return figures;
}

/** The largest process of the browser is the tab's. Linux only. */
function tabMebibytes(): number | null {
  let most: number | null = null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      const resident = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
      most = Math.max(most ?? 0, resident);
    } catch {
      // It has ended meanwhile.
    }
  }
  return most;
}

async function memoryFigures(stand: Stand): Promise<Figure[]> {
  if (process.platform !== 'linux') return [];
  const page = await freshPage(stand);
  const after: number[] = [];
  for (let run = 0; run < STORMS_IN_A_ROW; run++) {
    await timeFleet(page, storm());
    after.push(tabMebibytes() ?? Number.NaN);
  }
  const cancelled = await page.evaluate(
    (asked) => (window as unknown as { timeCancel: (scenario: FleetScenario, afterMs: number) => Promise<number> }).timeCancel(asked, 300),
    storm(),
  );
  await page.close();
  return [
    { name: 'tab after the third of ten storms in a row', value: after[2] ?? Number.NaN, unit: 'MiB', aim: null },
    {
      name: 'tab after the tenth, to after the third',
      value: (after[9] ?? Number.NaN) / (after[2] ?? Number.NaN),
      unit: 'times',
      aim: '<= 1.2',
    },
    { name: 'from Stop until the page knows', value: cancelled, unit: 'ms', aim: '<= 50' },
  ];
}

/** The widget itself, on the built site: from Run to the answer, and the longest task of its thread. */
async function siteFigures(): Promise<Figure[]> {
  const stand = await openBrowser('dist');
  if (stand === null) return [];
  try {
    const page = await stand.browser.newPage();
    await page.goto(`${stand.address}/#/alone/reconnect-storm?devices=10000&rate=1000&backlog=100&seed=5`);
    await page.getByText('Run with seed 5').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_000);
    const { seconds, longestMs, longestAfterMs } = await page.evaluate(timeStormOnPage);
    const played = await page.evaluate(watchReplay);
    return [
      { name: 'storm page: 10,000 devices, restart from its file, Run to answer', value: seconds, unit: 's', aim: null },
      { name: 'storm page: longest task while the fleet runs, 0: none of 50 ms', value: longestMs, unit: 'ms', aim: '<= 50' },
      { name: 'storm page: longest task while the answer is drawn', value: longestAfterMs, unit: 'ms', aim: null },
      { name: 'storm page: longest task while it is played, 0: none of 50 ms', value: played.longestMs, unit: 'ms', aim: '<= 50' },
      { name: 'storm page: pictures a second while it is played', value: played.framesPerSecond, unit: '/s', aim: null },
    ];
  } finally {
    await stand.close();
  }
}

/** In the page: presses Run, and watches the page's thread until the answer is drawn. */
function timeStormOnPage(): Promise<{ seconds: number; longestMs: number; longestAfterMs: number }> {
  const run = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Run');
  return new Promise((resolve, reject) => {
    if (run === undefined) return reject(new Error('the page has no button "Run"'));
    const told: PerformanceEntry[] = [];
    const tasks = new PerformanceObserver((list) => told.push(...list.getEntries()));
    tasks.observe({ entryTypes: ['longtask'] });
    const started = performance.now();
    let began = false;
    const observer = new MutationObserver(() => {
      const running = document.querySelector('progress') !== null;
      began ||= running;
      if (!began || running) return;
      observer.disconnect();
      const ended = performance.now();
      const longest = (of: (begun: number) => boolean): number =>
        Math.max(0, ...told.filter(({ startTime }) => of(startTime)).map(({ duration }) => duration));
      // The answer is still being drawn, and a task is told of after it has ended.
      setTimeout(() => {
        tasks.disconnect();
        resolve({
          seconds: (ended - started) / 1_000,
          longestMs: longest((begun) => begun < ended),
          longestAfterMs: longest((begun) => begun >= ended),
        });
      }, 1_500);
    });
    observer.observe(document.body, { subtree: true, childList: true });
    run.click();
  });
}

/** In the page: plays the storm for three seconds. */
function watchReplay(): Promise<{ longestMs: number; framesPerSecond: number }> {
  const play = [...document.querySelectorAll('button')].find((button) => button.getAttribute('aria-label')?.startsWith('Play'));
  return new Promise((resolve, reject) => {
    if (play === undefined) return reject(new Error('the page has no button "Play"'));
    let longestMs = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
    });
    tasks.observe({ entryTypes: ['longtask'] });
    const started = performance.now();
    let frames = 0;
    const frame = (now: number) => {
      frames++;
      if (now - started < 3_000) return void requestAnimationFrame(frame);
      // A task is told of after it has ended.
      setTimeout(() => {
        tasks.disconnect();
        resolve({ longestMs, framesPerSecond: (frames * 1_000) / (now - started) });
      }, 500);
    };
    requestAnimationFrame(frame);
    play.click();
  });
}
