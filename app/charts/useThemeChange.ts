// A number that changes whenever the page's colours do: for drawings that look them up, as a canvas must.
import { useEffect, useState } from 'react';

export function useThemeChange(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = () => setChanges((before) => before + 1);
    const chosen = new MutationObserver(changed);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => window.matchMedia?.(query));
    for (const query of queries) query?.addEventListener('change', changed);
    return () => {
      chosen.disconnect();
      for (const query of queries) query?.removeEventListener('change', changed);
    };
  }, []);
  return changes;
}
