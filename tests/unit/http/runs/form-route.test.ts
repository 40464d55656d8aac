import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formRendererFile } from '../../../../playground-server/protocol/index.ts';
import { FakeEngine, accepted, endless, exited, output } from '../fake-engine.ts';
import { siteNotBuilt } from '../../../../playground-server/http/site/site-not-built.ts';
import { maxBodyBytes } from '../../../../playground-server/snippet/parse-run-request.ts';
import { testApp } from '../test-app.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

/** A site that was built, as far as a form needs it. */
function builtSite(): string {
  const dist = temporaryFolder('form');
  for (const lang of ['en', 'fr']) {
    mkdirSync(join(dist, lang, 'run'), { recursive: true });
    writeFileSync(join(dist, lang, 'run', 'index.html'), `template ${lang}`);
  }
  layRenderer(dist, 'JSON.stringify({ template, form, answer })');
  return dist;
}

/** Writes the module of a build, whose answer to a form is this expression. */
function layRenderer(dist: string, expression: string): void {
  const file = join(dist, formRendererFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `export const renderFormRun = (template, form, answer) => ${expression};`);
}

const posted = (fields: Record<string, string>, headers = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});
const form = { language: 'c', source: 'int main(void) {}' };

/** What the test's renderer was given: it writes its arguments as JSON. */
const given = async (response: Response) => JSON.parse(await response.text());

describe('a form', () => {
  it('runs its snippet, and is answered by the page of its language', async () => {
    const { app, engine } = testApp(undefined, builtSite());
    engine.script = async function* () {
      yield* [accepted, exited];
    };
    const conditions = '{"scratch":"tmpfs"}';
    const response = await app.request('/fr/run/', posted({ ...form, conditions }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(engine.requests).toEqual([
      // A page shows no more.
      { ...form, tapeCalls: 300, conditions: { scratch: 'tmpfs' } },
    ]);
    expect(await given(response)).toMatchObject({
      template: 'template fr',
      form: { ...form, conditions },
      answer: {
        kind: 'ran',
        events: [
          { kind: 'accepted', seq: 0 },
          { kind: 'finished', seq: 1 },
        ],
      },
    });
    expect(engine.occupancy().running).toBe(0);
  });

  it('has its rules, its arguments and its input read as a person writes them', async () => {
    const { app, engine } = testApp(undefined, builtSite());
    const rules = 'io_submit:error=EAGAIN:when=2\r\n\r\nio_getevents:retval=1';
    const asked = {
      conditions: '{"scratch":"disk"}',
      rules,
      arguments: "a 'b c'",
      stdin: 'x\r\ny',
    };
    await app.request('/en/run/', posted({ ...form, ...asked, tape: 'aio' }));
    expect(engine.requests).toEqual([
      {
        ...form,
        tapeCalls: 300,
        conditions: {
          scratch: 'disk',
          answer: [
            { call: 'io_submit', errno: 'EAGAIN', from: 2, to: 2 },
            { call: 'io_getevents', returned: 1 },
          ],
        },
        arguments: ['a', 'b c'],
        stdin: 'x\ny',
      },
    ]);
  });

  it('is observed like any other run: by the log, the metrics, the status page and the traces', async () => {
    const { app, metrics, lastHour, lines, traced } = testApp(undefined, builtSite());
    await app.request('/en/run/', posted(form));
    const fields = expect.objectContaining({ runId: 'r1', outcome: { kind: 'exited', status: 0 } });
    expect(lines).toEqual([{ level: 'info', text: 'run', fields }]);
    expect(await metrics.text()).toContain('live_man_runs_total{outcome="exited",role="runner"} 1');
    expect(lastHour.report()).toMatchObject({ runs: 1, outcomes: { exited: 1 } });
    expect(traced).toMatchObject([{ runId: 'r1', events: 2, ending: { kind: 'finished' } }]);
  });

  it('is answered by a page of bounded length, which says what it leaves out', async () => {
    const { app, engine } = testApp(undefined, builtSite());
    engine.script = async function* () {
      for (let made = 0; made < 100; made += 1) yield output('x'.repeat(10_000));
      yield exited;
    };
    const response = await app.request('/en/run/', posted(form));
    const text = await response.text();
    expect(text.length).toBeLessThan(100_000);
    expect(JSON.parse(text).answer.omitted.outputLength).toBeGreaterThan(900_000);
  });

  it('has its line ends as the source had them', async () => {
    const { app, engine } = testApp(undefined, builtSite());
    await app.request('/en/run/', posted({ ...form, source: 'int x;\r\nint y;\r\n' }));
    expect(engine.requests[0]?.source).toBe('int x;\nint y;\n');
  });

  it.each([
    ['another language', { ...form, language: 'go' }, 422, 'unknown-language'],
    ['conditions that are no JSON', { ...form, conditions: '{' }, 400, 'malformed-request'],
    ['an unknown condition', { ...form, conditions: '{"x":1}' }, 422, 'unknown-condition'],
    ['a kernel that is not here', { ...form, kernel: '9.9' }, 422, 'unknown-kernel'],
    ['64 KiB and a byte', { ...form, source: 'x'.repeat(65_537) }, 413, 'source-too-large'],
  ])('with %s is refused on a page that keeps the source', async (_, fields, status, code) => {
    const { app, engine, metrics } = testApp(undefined, builtSite());
    const response = await app.request('/en/run/', posted(fields));
    expect(response.status).toBe(status);
    expect(await given(response)).toMatchObject({
      form: { source: fields.source },
      answer: { kind: 'refused', problem: { code } },
    });
    expect(engine.requests).toEqual([]);
    expect(await metrics.text()).toContain(
      `live_man_problems_total{code="${code}",role="runner"} 1`,
    );
  });

  it('of another media type, or without end, is refused', async () => {
    const { app } = testApp(undefined, builtSite());
    const json = await app.request('/en/run/', posted(form, { 'content-type': 'text/plain' }));
    expect(json.status).toBe(415);
    const endless = await app.request('/en/run/', posted({ source: 'x'.repeat(maxBodyBytes) }));
    expect(endless.status).toBe(413);
  });

  it('is told when to come back, as any client', async () => {
    const engine = new FakeEngine({ slots: 1, waiting: 0, perClient: 9 });
    engine.script = endless;
    const { app } = testApp(engine, builtSite());
    await app.request('/api/v1/runs', {
      ...posted({}),
      body: JSON.stringify(form),
      headers: { 'content-type': 'application/json' },
    });
    const response = await app.request('/en/run/', posted(form));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await given(response)).toMatchObject({ answer: { retryAfterSeconds: 1 } });
  });

  it('that another site has sent is shown, and not run', async () => {
    const { app, engine } = testApp(undefined, builtSite());
    const headers = { 'sec-fetch-site': 'cross-site' };
    const response = await app.request('/en/run/', posted(form, headers));
    expect(await given(response)).toMatchObject({ form, answer: { kind: 'held' } });
    expect(engine.requests).toEqual([]);
  });

  it('in a language that does not exist, or without a built site, is told so', async () => {
    const { app } = testApp(undefined, builtSite());
    expect((await app.request('/de/run/', posted(form))).status).toBe(404);
    expect((await testApp().app.request('/en/run/', posted(form))).status).toBe(503);
  });

  it('is not run where nothing could show its result: the operator is told what to do', async () => {
    const dist = builtSite();
    rmSync(join(dist, formRendererFile));
    const { app, engine } = testApp(undefined, dist);
    const response = await app.request('/en/run/', posted(form));
    expect([response.status, await response.text()]).toEqual([503, siteNotBuilt]);
    expect(engine.requests).toEqual([]);
  });

  it('is answered by the renderer of a build that came while the server ran', async () => {
    const dist = builtSite();
    const { app } = testApp(undefined, dist);
    await app.request('/en/run/', posted(form));
    layRenderer(dist, '`anew: ${template}`');
    const response = await app.request('/en/run/', posted(form));
    expect(await response.text()).toBe('anew: template en');
  });
});
