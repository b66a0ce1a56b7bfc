import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Router, useLocation } from 'wouter';
import { navigate, pathInHash, useHashLocation } from './hashLocation.ts';

beforeEach(() => window.history.replaceState(null, '', '/sub/path/index.html'));
afterEach(cleanup);

describe('the path in the hash', () => {
  it.each([
    ['', '/'],
    ['#', '/'],
    ['#/', '/'],
    ['#/about', '/about'],
    ['#about', '/about'],
    ['#/widgets/a?loss=20', '/widgets/a'],
    ['#?loss=20', '/'],
  ])('%j is %j', (hash, path) => {
    window.history.replaceState(null, '', `/sub/path/index.html${hash}`);
    expect(pathInHash()).toBe(path);
  });

  it('leaves the rest of the address alone', () => {
    navigate('/widgets/a?loss=20');
    expect(window.location.pathname).toBe('/sub/path/index.html');
    expect(window.location.hash).toBe('#/widgets/a?loss=20');
  });
});

function Where() {
  return <p>{useLocation()[0]}</p>;
}

it('tells the router when the address changes, not when only its parameters do', async () => {
  render(
    <Router hook={useHashLocation}>
      <Where />
    </Router>,
  );
  expect(screen.getByText('/')).toBeTruthy();
  await act(async () => {
    const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    navigate('/about?x=1');
    await changed;
  });
  expect(screen.getByText('/about')).toBeTruthy();
});
