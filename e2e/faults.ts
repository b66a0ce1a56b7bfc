// What no page of the lab may ever do: log an error, break the content security policy, ask another host for anything.
import { expect, type Page } from '@playwright/test';

/** Fails the test as soon as a fault has happened by its end; call it before the first page is opened. */
export function watchFaults(page: Page): void {
  page.on('console', (message) => expect.soft(message.type(), `console: ${message.text()}`).not.toBe('error'));
  page.on('pageerror', (error) => expect.soft(error.message, 'uncaught error').toBe(''));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) expect.soft(host, `request to ${request.url()}`).toBe('127.0.0.1:4180');
  });
}
