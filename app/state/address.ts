// The part of the address after the `?` in the hash (`#/widgets/a?loss=20`): the state that a link carries. The path before it is the router's.

/** The path in the hash, without what follows the `?`. */
export function hashPath(): string {
  return window.location.hash.split('?')[0] ?? '';
}

export function hashSearch(): URLSearchParams {
  const hash = window.location.hash;
  const mark = hash.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : hash.slice(mark + 1));
}

/** The whole address of this page with other parameters. */
export function addressWith(search: URLSearchParams): string {
  const page = new URL(window.location.href);
  page.hash = search.size === 0 ? hashPath() : `${hashPath()}?${search}`;
  return page.href;
}

/** Replaces the parameters without a new entry in the history and without telling the router: the page stays where it is. */
export function replaceHashSearch(search: URLSearchParams): void {
  window.history.replaceState(window.history.state, '', addressWith(search));
}
