// The same run where learners have it: in Chromium, on the built site, from the click on Run until the result is on the screen.

import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import sirv from 'sirv';
import { type Figure, median } from './figure.ts';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';
const RUNS = 5;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** A browser and a folder's files served to it. */
export interface Stand {
  readonly browser: Browser;
  /** Without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** `null` where no browser is installed; says so. */
export async function openBrowser(folder: string): Promise<Stand | null> {
  const program = existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : chromium.executablePath();
  if (!existsSync(program)) {
    process.stdout.write('No Chromium is installed: what runs in the browser is left out.\n');
    return null;
  }
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: program, args: FLAGS });
  return {
    browser,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Nothing where no browser is installed. */
export async function browserFigures(): Promise<Figure[]> {
  const stand = await openBrowser('dist');
  if (stand === null) return [];
  try {
    const page = await stand.browser.newPage({ reducedMotion: 'reduce' });
    const address = (seed: number): string => `${stand.address}/#/alone/qos-delivery?messages=1000&seed=${seed}`;
    await page.goto(address(100));
    await page.getByText('Run with seed 100:').waitFor();
    const seconds: number[] = [];
    for (let run = 1; run <= RUNS; run++) {
      await page.goto(address(100 + run));
      seconds.push((await page.evaluate(timeOneRun, `Run with seed ${100 + run}:`)) / 1_000);
    }
    return [
      { name: 'run of 3 x 1,000 messages at 20 % loss, Chromium, from click to result', value: median(seconds), unit: 's', aim: '<= 1' },
    ];
  } finally {
    await stand.close();
  }
}

/** In the page: presses Run and waits until the text of a finished run is there. Milliseconds. */
function timeOneRun(finished: string): Promise<number> {
  const run = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Run');
  return new Promise((resolve, reject) => {
    if (run === undefined) return reject(new Error('the page has no button "Run"'));
    const started = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.body.textContent?.includes(finished)) return;
      observer.disconnect();
      resolve(performance.now() - started);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    run.click();
  });
}

function serve(folder: string): Promise<Server> {
  const server = createServer(sirv(folder));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
