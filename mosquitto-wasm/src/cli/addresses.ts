// Which addresses of this machine a listener binds to.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { ListenerSettings } from './configuration.js';

export interface BindAddress {
  readonly host: string;
  readonly family: 4 | 6;
}

/** A problem that the user can mend in the configuration. */
export class AddressProblem extends Error {}

const asFamily = (family: number): 4 | 6 => (family === 6 ? 6 : 4);

function ofInterface(name: string, bindAddress: string | null): BindAddress[] {
  const found = networkInterfaces()[name];
  if (found === undefined) throw new AddressProblem(`Error: Interface ${name} does not exist.`);
  const addresses = found.map(({ address, family, scopeid }) => ({
    // A link-local address means something on its interface only.
    host: scopeid ? `${address}%${name}` : address,
    family: family === 'IPv6' ? (6 as const) : (4 as const),
  }));
  if (bindAddress === null) return addresses;
  const matching = addresses.filter(({ host }) => host === bindAddress);
  if (matching.length === 0) {
    throw new AddressProblem(`Error: Interface address for ${name} does not match specified listener address (${bindAddress}).`);
  }
  return matching;
}

/**
 * @param bindAddress as the broker names it; `null`: every address, of IPv4 and of IPv6
 * @param settings what else the configuration says of that listener
 * @throws AddressProblem
 */
export async function addressesOf(
  bindAddress: string | null,
  settings?: Pick<ListenerSettings, 'bindInterface' | 'family'>,
): Promise<BindAddress[]> {
  const addresses = await everyAddressOf(bindAddress, settings?.bindInterface ?? null);
  const wanted = settings?.family ?? null;
  return wanted === null ? addresses : addresses.filter(({ family }) => family === wanted);
}

async function everyAddressOf(bindAddress: string | null, bindInterface: string | null): Promise<BindAddress[]> {
  if (bindInterface !== null) return ofInterface(bindInterface, bindAddress);
  if (bindAddress === null) {
    return [
      { host: '0.0.0.0', family: 4 },
      { host: '::', family: 6 },
    ];
  }
  const family = isIP(bindAddress.split('%')[0] ?? '');
  if (family !== 0) return [{ host: bindAddress, family: asFamily(family) }];
  try {
    return (await lookup(bindAddress, { all: true })).map((found) => ({ host: found.address, family: asFamily(found.family) }));
  } catch {
    throw new AddressProblem('Error creating listener: Name or service not known.');
  }
}
