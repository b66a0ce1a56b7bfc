// A box that scrolls sideways by itself. While it does, the keyboard can reach it (its arrows scroll) and it has a name; otherwise it is not there.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './ScrollBox.module.css';

export interface ScrollBoxProps {
  /** Id of the element that names what is in it. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

export function ScrollBox({ labelledBy, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth + 1);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className={styles.box} {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy } : {})}>
      {children}
    </div>
  );
}
