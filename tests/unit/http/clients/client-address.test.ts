import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../../playground-server/http/clients/client-address.ts';

const from = (socketAddress: string | undefined, forwardedFor?: string, hops = 0) =>
  clientAddress({ socketAddress, forwardedFor }, hops);

describe('one client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001::1', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1:2:3:4::', '1:2:3:4::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ])('is an IPv4 address or an IPv6 network: %s is %s', (address, client) => {
    expect(from(address)).toBe(client);
  });

  it('is whom the last trusted proxy saw, whatever the client wrote before that', () => {
    expect(from('10.0.0.1', '1.1.1.1, 192.0.2.7', 1)).toBe('192.0.2.7');
    expect(from('10.0.0.1', '1.1.1.1, 192.0.2.7, 10.0.0.2', 2)).toBe('192.0.2.7');
  });

  it('is the socket when no proxy is trusted, or none said anything that is an address', () => {
    expect(from('192.0.2.1', '1.1.1.1')).toBe('192.0.2.1');
    expect(from('192.0.2.1', undefined, 1)).toBe('192.0.2.1');
    expect(from('192.0.2.1', 'unknown', 1)).toBe('192.0.2.1');
    expect(from('192.0.2.1', '1.1.1.1', 2)).toBe('192.0.2.1');
  });

  it('has a name even without a socket', () => {
    expect(from(undefined)).toBe('unknown');
  });
});
