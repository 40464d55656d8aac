import { expect, it } from 'vitest';
import { siteOf } from '../../../../playground-server/run/queue/site-of.ts';

it.each([
  ['2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['0:0:0:0::/64', '0:0:0::/48'],
  ['192.0.2.1', null],
  ['unknown', null],
])('a site is the /48 of an IPv6 client, and of no other: %s is of %s', (client, site) => {
  expect(siteOf(client)).toBe(site);
});
