// Whether something has been true since the component is there. For what opens by itself and must not close under a hand.
import { useState } from 'react';

export function useOnceTrue(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return now || was;
}
