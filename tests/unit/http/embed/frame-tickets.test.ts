import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createFrameTickets,
  frameTicketKey,
  ticketLifetimeMs,
} from '../../../../playground-server/http/embed/frame-tickets.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';
import { FakeEngine } from '../fake-engine.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const server = 'http://127.0.0.1:4321';
const frame = '/en/embed/io_setup-first/';
/** As a browser sends it from a sandbox: whatever made it, it has no origin. */
const sandboxed = { origin: 'null', 'sec-fetch-site': 'cross-site' };

let dist: string;
beforeAll(() => {
  dist = temporaryFolder('tickets');
  mkdirSync(join(dist, frame), { recursive: true });
  writeFileSync(join(dist, frame, 'index.html'), '<html><head><title>x</title></head></html>');
});

/** A server behind a proxy, which tells it the addresses of clients; and one without. */
const behindProxy = () => testApp(new FakeEngine(), dist, 1);
const from = (client: string) => ({ 'x-forwarded-for': client });
type Tested = ReturnType<typeof testApp>;

async function ticketOf({ app }: Tested, headers: Record<string, string>, origin = server) {
  const response = await app.request(`${origin}${frame}?sandboxed=`, { headers });
  const page = await response.text();
  return { response, ticket: /name="live-man-ticket" content="([^"]*)"/.exec(page)?.[1] };
}

async function ask({ app }: Tested, headers: Record<string, string>, path = '/api/v1/runs') {
  const response = await app.request(`${server}${path}`, postRun(snippet, headers));
  return [response.status, response.headers.get('access-control-allow-origin')];
}

describe('a frame in a sandbox', () => {
  it('runs and checks snippets with the ticket of its page, and reads the answers', async () => {
    const tested = behindProxy();
    const { ticket } = await ticketOf(tested, from('192.0.2.1'));
    const headers = { ...sandboxed, ...from('192.0.2.1'), 'live-man-ticket': ticket! };
    expect(await ask(tested, headers)).toEqual([200, 'null']);
    expect((await ask(tested, headers, '/api/v1/checks'))[0]).toBe(200);
  });

  it('may send it, by what the browser asks beforehand', async () => {
    const { app } = testApp();
    const preflight = async (wanted: string) => {
      const headers = {
        origin: 'null',
        'access-control-request-method': 'POST',
        'access-control-request-headers': wanted,
      };
      const response = await app.request(`${server}/api/v1/runs`, { method: 'OPTIONS', headers });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await preflight('content-type,live-man-ticket')).toBe('null');
    expect(await preflight('content-type')).toBeNull();
  });

  it('has its ticket in a page that no cache keeps and no other page reads', async () => {
    const { response } = await ticketOf(behindProxy(), from('192.0.2.1'));
    const { headers } = response;
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('last-modified')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

describe('nobody runs snippets at the cost of others', () => {
  it.each([
    ['a page that made up a ticket', { 'live-man-ticket': `9999999999999.${'A'.repeat(43)}` }],
    ['a page whose ticket is none', { 'live-man-ticket': 'x' }],
    ['a page that has none', {}],
  ])('%s', async (_, headers) => {
    const asked = { ...sandboxed, ...from('192.0.2.1'), ...headers };
    expect(await ask(behindProxy(), asked)).toEqual([403, null]);
  });

  it('with a ticket that their own server has fetched for the readers of their page', async () => {
    const tested = behindProxy();
    const { ticket } = await ticketOf(tested, from('203.0.113.9'));
    const headers = { ...sandboxed, ...from('192.0.2.1'), 'live-man-ticket': ticket! };
    expect(await ask(tested, headers)).toEqual([403, null]);
  });

  it('from a page that has an origin, or to keep something', async () => {
    const tested = behindProxy();
    const { ticket } = await ticketOf(tested, from('192.0.2.1'));
    const shown = { ...from('192.0.2.1'), 'live-man-ticket': ticket! };
    const evil = { ...shown, origin: 'https://evil.example' };
    expect(await ask(tested, evil)).toEqual([403, null]);
    expect((await ask(tested, { ...shown, ...sandboxed }, '/api/v1/links'))[0]).toBe(403);
  });

  it('through a name that merely resolves to this machine', async () => {
    const tested = testApp(new FakeEngine(), dist);
    expect((await ticketOf(tested, {})).ticket).toBeDefined();
    expect((await ticketOf(tested, {}, 'http://evil.example:4321')).ticket).toBeUndefined();
  });

  it('with an old ticket, one whose time was changed, or that of another server', () => {
    const tickets = createFrameTickets();
    const ticket = tickets.issue('192.0.2.1', 1000);
    expect(tickets.isValid(ticket, '192.0.2.1', 1000 + ticketLifetimeMs - 1)).toBe(true);
    expect(tickets.isValid(ticket, '192.0.2.1', 1000 + ticketLifetimeMs)).toBe(false);
    const later = ticket.replace(/^\d+/, (ms) => String(Number(ms) + 1));
    expect(tickets.isValid(later, '192.0.2.1', 1000)).toBe(false);
    expect(createFrameTickets().isValid(ticket, '192.0.2.1', 1000)).toBe(false);
  });
});

it('instances that share a Redis share the key, and each has its own without', async () => {
  const kept = new Map<string, string>();
  const redis = {
    set: async (name: string, value: string) => void (kept.has(name) || kept.set(name, value)),
    get: async (name: string) => kept.get(name) ?? null,
  } as never;
  const key = await frameTicketKey(redis);
  expect(key).toHaveLength(32);
  expect(await frameTicketKey(redis)).toEqual(key);
  const gone = { set: () => Promise.reject(new Error('gone')) } as never;
  expect(await frameTicketKey(gone)).not.toEqual(key);
  expect(await frameTicketKey(null)).toHaveLength(32);
});
