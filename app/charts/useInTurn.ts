// Drawings take turns: one a task of the browser's, so that a page with many charts answers in between. What a chart shows is therefore a moment behind what it was given.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const waiting: (() => void)[] = [];
let isDrawing = false;

function drawNext(): void {
  waiting.shift()?.();
  isDrawing = waiting.length > 0;
  if (isDrawing) setTimeout(drawNext);
}

function ask(draw: () => void): void {
  waiting.push(draw);
  if (isDrawing) return;
  isDrawing = true;
  setTimeout(drawNext);
}

/** `value` when its turn has come, until then the one before; `null` before the first. Another object is another value. */
export function useInTurn<Value extends object>(value: Value): Value | null {
  const [shown, setShown] = useState<Value | null>(null);
  useEffect(() => {
    let isGone = false;
    // Drawn within this very task, not together with the next one's.
    ask(() => !isGone && flushSync(() => setShown(value)));
    return () => {
      isGone = true;
    };
  }, [value]);
  return shown;
}
