import { OpenAPIHono } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { addSecurityTxt } from '../../../../playground-server/http/site/security-txt.ts';
import type { AppEnv } from '../../../../playground-server/http/server-parts.ts';

async function told(contact: string | null): Promise<Response> {
  const app = new OpenAPIHono<AppEnv>();
  addSecurityTxt(app, contact);
  return app.request('/.well-known/security.txt');
}

test('security.txt names the contact that the operator gave, and is never out of date', async () => {
  const answer = await told('mailto:security@live-man.example');
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const fields = new Map(
    (await answer.text())
      .trim()
      .split('\n')
      .map((line) => line.split(': ') as [string, string]),
  );
  expect(fields.get('Contact')).toBe('mailto:security@live-man.example');
  expect(Date.parse(fields.get('Expires') ?? '')).toBeGreaterThan(Date.now());
  expect(fields.get('Preferred-Languages')).toBe('en, fr, ru');
});

test('nobody is sent to a contact that nobody reads', async () => {
  expect((await told(null)).status).toBe(404);
});
