/** The /48 of a client that is an IPv6 network: what one customer usually has. null for others. */
export function siteOf(client: string): string | null {
  const [, site] = /^((?:[\da-f]+:){3})[\da-f]+::\/64$/.exec(client) ?? [];
  return site === undefined ? null : `${site}:/48`;
}
