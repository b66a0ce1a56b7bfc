// Width of an element as laid out, so that a drawing is made for it and not shrunk into it.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Where nothing is laid out (a test's document), drawings take this width. Pixels. */
const UNMEASURED = 800;

export function useWidth<Box extends HTMLElement>(): readonly [RefObject<Box | null>, number] {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth || UNMEASURED);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
