import { uiLanguages } from '../../protocol/index.ts';
import type { FormAnswer, RunEvent, RunForm } from '../../protocol/index.ts';
import { parseRunForm, readRunForm } from '../../snippet/parse-run-form.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { acceptSnippet, type AcceptedSnippet } from './accept-snippet.ts';
import { admitRun } from './admit-run.ts';
import { loadFormPage } from './load-form-page.ts';
import { toProblem } from '../problem.ts';
import { readBody } from './read-body.ts';
import { recordRun } from './record-run.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { siteNotBuilt } from '../site/site-not-built.ts';
import { stampEvents } from './stamp-events.ts';

const emptyForm: RunForm = { source: '', language: '', conditions: '', from: '' };
const formType = 'application/x-www-form-urlencoded';

/**
 * POST /{language}/run/: for readers without JavaScript. The snippet of a form runs under the same
 * rules as any other, and the answer is a page that the site's build has prepared, filled in.
 */
export function addFormRoute(app: App, parts: ServerParts): void {
  app.post(`/:lang{${uiLanguages.join('|')}}/run/`, async (c) => {
    const fillPage = await loadFormPage(parts.config.distDir, c.req.param('lang'));
    if (fillPage === null) return c.text(siteNotBuilt, 503);
    const { form, answer } = await answerForm(c, parts);
    c.header('cache-control', 'no-store');
    if (answer.kind === 'refused') {
      c.status(answer.problem.status as 400);
      if (answer.retryAfterSeconds !== null) {
        c.header('retry-after', String(answer.retryAfterSeconds));
      }
    }
    return c.html(fillPage(form, answer));
  });
}

async function answerForm(
  c: AppContext,
  parts: ServerParts,
): Promise<{ form: RunForm; answer: FormAnswer }> {
  const body = await readForm(c);
  if (body.kind === 'rejection') {
    parts.metrics.problem(body.code);
    return { form: emptyForm, answer: refused(body) };
  }
  const form = readRunForm(body.bytes);
  // What another site sends in a reader's name, the reader has not read: they press Run themselves.
  if (c.req.header('sec-fetch-site') === 'cross-site') return { form, answer: { kind: 'held' } };
  const admit = (client: string) => admitRun(client, parts);
  const accepted = await acceptSnippet(c, Promise.resolve(parseRunForm(form)), parts, admit);
  const answer =
    accepted.kind === 'rejection'
      ? refused(accepted)
      : ({ kind: 'ran', events: await runToItsEnd(c, accepted, parts) } as const);
  return { form, answer };
}

async function readForm(c: AppContext) {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === formType) return readBody(c.req.raw);
  return reject('unsupported-media-type', `Send the form as ${formType}.`);
}

async function runToItsEnd(
  c: AppContext,
  { request, admission }: AcceptedSnippet,
  { engine, log, metrics }: ServerParts,
): Promise<RunEvent[]> {
  const acceptedNs = process.hrtime.bigint();
  const events = engine.run(request, admission, c.req.raw.signal);
  const stamped = stampEvents(events, acceptedNs, (err) => log.error({ err }, 'engine threw'));
  return Array.fromAsync(recordRun(stamped, { log, metrics }));
}

const refused = (rejection: Rejection): FormAnswer => ({
  kind: 'refused',
  problem: toProblem(rejection),
  retryAfterSeconds: rejection.retryAfterSeconds ?? null,
});
