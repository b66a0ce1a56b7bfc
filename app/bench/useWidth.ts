// The width that an element got, so that drawings fit it instead of being scaled.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Where there is no layout (a test without a browser). Pixels. */
const WIDTH_WITHOUT_LAYOUT = 800;

/** Content width of the element that the ref is given to. Whole CSS pixels. */
export function useWidth<Target extends HTMLElement>(): readonly [RefObject<Target | null>, number] {
  const target = useRef<Target>(null);
  const [width, setWidth] = useState(WIDTH_WITHOUT_LAYOUT);
  // Before the first painting, so that no wrong drawing flashes up.
  useLayoutEffect(() => {
    const now = target.current?.clientWidth ?? 0;
    if (now > 0) setWidth(now);
  }, []);
  useEffect(() => {
    const element = target.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [target, width];
}
