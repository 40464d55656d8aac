import { formRendererFile, uiLanguages } from '../../protocol/index.ts';
import type { FormAnswer, FormRenderer, RunForm } from '../../protocol/index.ts';
import { parseRunForm, readRunForm } from '../../snippet/parse-run-form.ts';
import type { ParsedRequest } from '../../snippet/parse-run-request.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { acceptSnippet } from './accept-snippet.ts';
import { gatherEvents, standardPageBounds } from './gather-events.ts';
import { mediaTypeOf } from './media-type-of.ts';
import { runDoor } from './run-door.ts';
import { toProblem } from '../problem.ts';
import { readBody } from './read-body.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { requestClient } from '../clients/request-client.ts';
import { loadTemplate } from '../site/load-renderer.ts';
import { siteNotBuilt } from '../site/site-not-built.ts';
import { watchRun } from './watch-run.ts';

const emptyForm: RunForm = {
  source: '',
  language: '',
  conditions: '',
  rules: '',
  kernel: '',
  tape: '',
  arguments: '',
  stdin: '',
  from: '',
};
/** Small enough that a reader who takes them at all takes one within the time for it. */
const pieceBytes = 64 * 1024;
const formType = 'application/x-www-form-urlencoded';

/**
 * POST /{language}/run/, for readers without JavaScript. The form's snippet runs under the same
 * rules as any other; the answer is a page that the site's build has prepared, filled in.
 */
export function addFormRoute(app: App, parts: ServerParts): void {
  app.post(`/:lang{${uiLanguages.join('|')}}/run/`, async (c) => {
    const page = `${c.req.param('lang')}/run`;
    const built = await loadTemplate<FormRenderer>(parts.config.distDir, page, formRendererFile);
    if (built === null) return c.text(siteNotBuilt, 503);
    const { form, answer } = await answerForm(c, parts);
    c.header('cache-control', 'no-store');
    if (answer.kind === 'refused') {
      c.status(answer.problem.status as 400);
      if (answer.retryAfterSeconds !== null) {
        c.header('retry-after', String(answer.retryAfterSeconds));
      }
    }
    return sendPage(c, built.renderer.renderFormRun(built.template, form, answer), parts);
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
  const accepted = await acceptSnippet(c, async () => readRequest(form), parts, runDoor(parts));
  if (accepted.kind === 'rejection') return { form, answer: refused(accepted) };
  const lines = watchRun(c, accepted, c.req.raw.signal, parts);
  return { form, answer: { kind: 'ran', ...(await gatherEvents(lines, standardPageBounds)) } };
}

/** A page does not show more calls, so no more of them are looked at. */
function readRequest(form: RunForm): ParsedRequest {
  const parsed = parseRunForm(form);
  if (parsed.kind !== 'request') return parsed;
  return { ...parsed, request: { ...parsed.request, tapeCalls: standardPageBounds.calls } };
}

/** A reader who takes nothing of the page is not waited for, as with any other run. */
async function sendPage(c: AppContext, page: string, parts: ServerParts): Promise<Response> {
  const stream = await parts.answers.stream(pieces(page), {
    client: requestClient(c, parts.config.trustProxyHops),
    gone: () => undefined,
    disconnect: () => c.env?.outgoing?.destroy(),
  });
  return c.body(stream, { headers: { 'content-type': 'text/html; charset=UTF-8' } });
}

async function* pieces(page: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(page);
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

async function readForm(c: AppContext) {
  if (mediaTypeOf(c.req.raw.headers) === formType) return readBody(c.req.raw);
  return reject('unsupported-media-type', `Send the form as ${formType}.`);
}

const refused = (rejection: Rejection): FormAnswer => ({
  kind: 'refused',
  problem: toProblem(rejection),
  retryAfterSeconds: rejection.retryAfterSeconds ?? null,
});
