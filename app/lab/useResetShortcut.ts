// Alt+R, as in other simulations for teaching: everything back to the start. Only when the focus is in the widget, or nowhere.
import { type RefObject, useEffect, useRef } from 'react';

export function useResetShortcut(frame: RefObject<HTMLElement | null>, reset: () => void): void {
  const latest = useRef(reset);
  latest.current = reset;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // By place, not by letter: Alt makes other characters on some keyboards.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyR') return;
      const { activeElement } = document;
      const nowhere = activeElement === null || activeElement === document.body;
      if (!nowhere && !frame.current?.contains(activeElement)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [frame]);
}
