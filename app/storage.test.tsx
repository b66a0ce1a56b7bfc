import { afterEach, describe, expect, it, vi } from 'vitest';
import { recall, remember } from './storage.ts';

afterEach(() => vi.restoreAllMocks());

describe('storage', () => {
  it('keeps values in the browser under a prefix of its own', () => {
    remember('a', 'x');
    expect(window.localStorage.getItem('session-lab:a')).toBe('x');
    expect(recall('a')).toBe('x');
  });

  it('knows nothing of what was never kept', () => {
    expect(recall('never')).toBeNull();
  });

  it('remembers for the page where reading the storage throws', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(recall('b')).toBeNull();
    remember('b', 'y');
    expect(recall('b')).toBe('y');
  });

  it('remembers for the page where the storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    remember('c', 'z');
    expect(recall('c')).toBe('z');
  });

  it('has the newest value even when the storage kept an older one', () => {
    remember('d', 'old');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    remember('d', 'new');
    expect(recall('d')).toBe('new');
  });
});
