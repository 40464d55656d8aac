import { lookup } from 'node:dns/promises';

/** Where runners are: one at an address, or one at each address that the DNS has for a name. */
export type RunnerSource =
  { kind: 'one'; url: string } | { kind: 'each-address'; host: string; port: string };

type Resolve = (host: string) => Promise<string[]>;

const addressesOf: Resolve = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => (family === 6 ? `[${address}]` : address));
};

/** The current URLs of one source's runners. Rejects if the DNS does not know the name. */
export async function urlsOf(
  source: RunnerSource,
  resolve: Resolve = addressesOf,
): Promise<string[]> {
  if (source.kind === 'one') return [source.url];
  const addresses = await resolve(source.host);
  return addresses.map((address) => `http://${address}:${source.port}`);
}
