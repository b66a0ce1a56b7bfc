import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useInTurn } from './useInTurn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const drawn: string[] = [];

function Drawing({ given }: { readonly given: { readonly name: string } }) {
  const shown = useInTurn(given);
  if (shown !== null) drawn.push(shown.name);
  return <p>{shown?.name ?? 'waits'}</p>;
}

it('draws one a task, in the order in which they came, and forgets who has gone', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name }));
  const all = (...given: ({ readonly name: string } | undefined)[]) =>
    given.flatMap((one) => (one === undefined ? [] : [<Drawing key={one.name} given={one} />]));
  const page = render(<div>{all(a, b, c)}</div>);
  const told = () => page.container.textContent;
  expect(told()).toBe('waitswaitswaits');
  act(() => void vi.advanceTimersToNextTimer());
  expect(told()).toBe('awaitswaits');
  page.rerender(<div>{all(a, c)}</div>);
  act(() => void vi.advanceTimersToNextTimer());
  expect(told()).toBe('awaits');
  act(() => void vi.advanceTimersToNextTimer());
  expect(told()).toBe('ac');
  expect(new Set(drawn)).toEqual(new Set(['a', 'c']));
});

it('keeps what it showed until the new one’s turn', () => {
  const page = render(<Drawing given={{ name: 'old' }} />);
  act(() => void vi.runAllTimers());
  page.rerender(<Drawing given={{ name: 'new' }} />);
  expect(page.container.textContent).toBe('old');
  act(() => void vi.runAllTimers());
  expect(page.container.textContent).toBe('new');
});
