import { uiLanguages } from '../../protocol/index.ts';
import type { FormAnswer, RunForm } from '../../protocol/index.ts';
import { parseRunForm, readRunForm } from '../../snippet/parse-run-form.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { acceptSnippet, type AcceptedSnippet } from './accept-snippet.ts';
import { admitRun } from './admit-run.ts';
import { loadFormPage } from './load-form-page.ts';
import { toProblem } from '../problem.ts';
import { readBody } from './read-body.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { siteNotBuilt } from '../site/site-not-built.ts';
import { watchRun } from './watch-run.ts';

const emptyForm: RunForm = { source: '', language: '', conditions: '', from: '' };
const formType = 'application/x-www-form-urlencoded';

/**
 * POST /{language}/run/, for readers without JavaScript. The form's snippet runs under the same
 * rules as any other; the answer is a page that the site's build has prepared, filled in.
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
  // The reader has not seen what another site sends in their name: they must press Run themselves.
  if (c.req.header('sec-fetch-site') === 'cross-site') return { form, answer: { kind: 'held' } };
  const admit = (client: string, kernel: string) => admitRun(client, kernel, parts);
  const watched = (run: AcceptedSnippet) => watchRun(c, run, c.req.raw.signal, parts);
  const accepted = await acceptSnippet(c, Promise.resolve(parseRunForm(form)), parts, admit);
  const answer =
    accepted.kind === 'rejection'
      ? refused(accepted)
      : ({ kind: 'ran', events: await Array.fromAsync(watched(accepted)) } as const);
  return { form, answer };
}

async function readForm(c: AppContext) {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === formType) return readBody(c.req.raw);
  return reject('unsupported-media-type', `Send the form as ${formType}.`);
}

const refused = (rejection: Rejection): FormAnswer => ({
  kind: 'refused',
  problem: toProblem(rejection),
  retryAfterSeconds: rejection.retryAfterSeconds ?? null,
});
