// A number that changes whenever the page's colours or the screen's pixels do: for drawings that look them up, as a canvas must.
import { useEffect, useState } from 'react';

export function useThemeChange(): number {
  const [changes, setChanges] = useState(0);
  // Anew after each change: the screen's pixels are asked for by their present number.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    const changed = () => setChanges((before) => before + 1);
    const chosen = new MutationObserver(changed);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const asked = ['(prefers-color-scheme: dark)', 'print', `(resolution: ${window.devicePixelRatio || 1}dppx)`];
    const queries = asked.map((query) => window.matchMedia?.(query));
    for (const query of queries) query?.addEventListener('change', changed);
    return () => {
      chosen.disconnect();
      for (const query of queries) query?.removeEventListener('change', changed);
    };
  }, [changes]);
  return changes;
}
