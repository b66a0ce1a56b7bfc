// For component tests of labs: opens one over a laboratory that runs nothing, at a width with room for everything, without frames that would move the playhead.
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { vi } from 'vitest';
import { type ClientState, fromMilliseconds } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { type FakeLaboratory, someResult } from '../state/fakeLaboratory.test-data.ts';
import { forgetRuns } from '../state/run.ts';

export function prepareLab(laboratory: FakeLaboratory, width = 1_400): void {
  laboratory.reset();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  vi.stubGlobal('requestAnimationFrame', () => 0);
}

export function leaveLab(): void {
  cleanup();
  forgetRuns();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}

export function openLab(Lab: ComponentType, address: string): void {
  window.location.hash = address;
  render(<Lab />, { wrapper: Translations });
}

/** The playhead to the end of the run: there the outcome is told. */
export async function goToTheEnd(): Promise<void> {
  screen.getByRole('slider', { name: 'Playhead' }).focus();
  await userEvent.keyboard('{End}');
  await settle();
}

export const settle = (): Promise<void> => act(async () => undefined);

/** The newest run comes to its end, and every view of it shows this. */
export async function finishRun(laboratory: FakeLaboratory, shows: Partial<RunView>): Promise<void> {
  const question = laboratory.runs.at(-1);
  if (question === undefined) throw new Error('nothing was run');
  laboratory.shows = shows;
  question.resolve(someResult(question.scenario, laboratory.runs.length));
  await settle();
}

/** A client as it may stand at the end of a run, but for the change. */
export function someClient(client: string, change: Partial<ClientState>): ClientState {
  return {
    client,
    address: '192.0.2.120',
    clientId: 'valve-07',
    power: null,
    wifi: null,
    buffered: 0,
    bufferLost: 0,
    connection: 'connected',
    connectionSince: fromMilliseconds(1_000),
    sessionPresent: false,
    subscriptions: [],
    cable: 'in',
    served: true,
    inFlight: 0,
    received: 0,
    connects: 1,
    losses: 0,
    packets: 4,
    bytes: 100,
    ...change,
  };
}
