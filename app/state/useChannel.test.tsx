import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useChannel } from './useChannel.ts';

afterEach(cleanup);

it('keeps copies on one page apart, and gives a name again that has become free', () => {
  const first = renderHook(() => useChannel('lab'));
  const second = renderHook(() => useChannel('lab'));
  expect([first.result.current, second.result.current]).toEqual(['lab', 'lab/2']);
  first.rerender();
  expect(first.result.current).toBe('lab');
  first.unmount();
  expect(renderHook(() => useChannel('lab')).result.current).toBe('lab');
});
