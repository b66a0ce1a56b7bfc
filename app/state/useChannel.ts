// Names for the laboratory's channels: the same one each time a widget is opened, so that its last run's recording is replaced and not piled up;
// another one for a second copy of it on the same page.
import { useEffect, useState } from 'react';

const taken = new Set<string>();

function claim(name: string): string {
  let channel = name;
  for (let copy = 2; taken.has(channel); copy++) channel = `${name}/${copy}`;
  taken.add(channel);
  return channel;
}

/** `name`, or `name/2`, `name/3` ... while other components hold those. */
export function useChannel(name: string): string {
  const [channel] = useState(() => claim(name));
  useEffect(() => {
    taken.add(channel);
    return () => void taken.delete(channel);
  }, [channel]);
  return channel;
}
