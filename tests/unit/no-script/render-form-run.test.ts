import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import type { FormAnswer, RunForm } from '../../../playground-server/protocol/index.ts';
import { renderFormRun } from '../../../site/no-script/render-form-run.ts';
import { slot } from '../../../site/no-script/slot.ts';
import { scriptJson } from '../../../site/markup/script-json.ts';
import { sharedFactsId } from '../../../site/playground/view/playground-facts.ts';
import { accepted, compiled, einval, entry, exit, finished, stamped } from '../client/events.ts';

const einvalPlace = { page: 'io_setup', group: 'einval', conditions: [] };
const facts = { lang: 'en', strings: en, errnos: { io_setup: { EINVAL: einvalPlace } } };
const template = `<head></head><script id="${sharedFactsId}">${scriptJson(facts)}</script>
before ${slot.begin}the first form${slot.end} after`;

const form: RunForm = {
  source: 'int a;\nint b; // <b> & "c"',
  language: 'c',
  conditions: '{"scratch":"tmpfs"}',
  rules: '',
  kernel: '6.1',
  tape: '',
  arguments: '',
  stdin: '',
  from: '/en/man2/io_setup/#io_setup-first',
};
const render = (answer: FormAnswer, changes: Partial<RunForm> = {}) =>
  renderFormRun(template, { ...form, ...changes }, answer);

const call = [entry(1, 'io_setup', 2), exit(1, '-1', einval, 'io_setup', 2)];
const ran: FormAnswer = {
  kind: 'ran',
  events: stamped([accepted, compiled, ...call, finished]),
  omitted: { calls: 0, outputLength: 0 },
};

describe('the page that answers a form', () => {
  it('takes the place of the first form, and leaves the rest of the template', () => {
    const page = render(ran);
    expect(page).toMatch(/before <!--live-man:run-->[^]* after$/);
    expect(page).not.toContain('the first form');
  });

  it('shows the result at the end of its line and on the tape, linked to the manual', () => {
    const page = render(ran);
    expect(page).toMatch(/id="run-L2"[^]*= -1[^]*href="\/en\/man2\/io_setup\/#einval[^"]*">EINVAL/);
    expect(page).toMatch(/id="run-call-1"[^]*class="result">= -1/);
    expect(page).toContain(en['outcome.exitedZero']);
  });

  it('brings the source back to be changed, and whatever it says is text', () => {
    const page = render(ran);
    expect(page).toContain('\nint a;\nint b; // &#60;b&#62; &#38; &#34;c&#34;</textarea');
    expect(page).toContain('name="kernel" value="6.1"');
    expect(page).toContain('name="conditions" value="{&#34;scratch&#34;:&#34;tmpfs&#34;}"');
    expect(render(ran, { source: '</textarea><script>alert(1)</script>$&' })).not.toContain(
      '<script>alert',
    );
  });

  it('asks for the calls to tell, arguments, input and rules, folded as long as nothing is asked', () => {
    expect(render(ran)).toMatch(/<details class="conditions"\s*>/);
    const asked = {
      tape: 'files',
      arguments: 'a "b c"',
      stdin: '<in>',
      rules: 'io_submit:retval=1',
    };
    const page = render(ran, asked);
    expect(page).toMatch(/<details class="conditions" open\s*>/);
    expect(page).toMatch(/<option value="files" selected/);
    expect(page).toContain('name="arguments"\n          value="a &#34;b c&#34;"');
    expect(page).toMatch(/name="stdin"[^>]*>\n&#60;in&#62;<\/textarea/);
    expect(page).toMatch(/name="rules"[^>]*>\nio_submit:retval=1<\/textarea/);
  });

  it('leads back to the example, and to nowhere else', () => {
    expect(render(ran)).toContain('href="/en/man2/io_setup/#io_setup-first"');
    for (const from of [
      'javascript:alert(1)',
      '//evil.example/',
      '/en/../x',
      'https://x.example',
    ]) {
      expect(render(ran, { from })).not.toContain(`href="${from}`);
    }
  });

  it('leads from a snippet in TypeScript to the module that it imports, and from no other', () => {
    const link = '<a href="/en/typescript/">The module aio for TypeScript</a>';
    for (const answer of [ran, { kind: 'held' } as const]) {
      expect(render(answer, { language: 'typescript' })).toContain(link);
      expect(render(answer)).not.toContain(link);
    }
  });

  it('says in a sentence why a snippet was refused, and keeps it', () => {
    const problem = { type: '', title: '', status: 503, detail: 'no', code: 'queue-full' } as const;
    const page = render({ kind: 'refused', problem, retryAfterSeconds: 7 });
    expect(page).toMatch(/The queue is full\. Run again in 7\ss\./);
    expect(page).toContain('int a;\nint b;');
  });

  it('says how many calls it leaves out, and where they are', () => {
    const page = render({ ...ran, omitted: { calls: 9_700, outputLength: 1 } });
    expect(page).toContain('9,700 more calls are left out.');
    expect(page).toContain(en['playground.form.moreOutput']);
    expect(render(ran)).not.toMatch(/<p>[^<]*(left out|printed more)/);
  });

  it('stays readable, and below a mebibyte, with as many lines as a source may have', () => {
    const page = render(ran, { source: '\n'.repeat(65_536) });
    expect(page.length).toBeLessThan(1024 * 1024);
  });

  it('says that a snippet of another site has not run', () => {
    const page = render({ kind: 'held' });
    expect(page).toContain(en['playground.form.held']);
    expect(page).not.toContain('class="tape"');
  });
});
