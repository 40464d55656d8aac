import { describe, expect, it } from 'vitest';
import { maxSourceBytes } from '../../../playground-server/protocol/index.ts';
import {
  maxBodyBytes,
  parseRunRequest,
} from '../../../playground-server/snippet/parse-run-request.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (value: unknown) => parseRunRequest(bytes(JSON.stringify(value)));
const rejection = (code: string, detail: unknown) => ({ kind: 'rejection', code, detail });

describe('a request that can be run', () => {
  it('is given as it was sent', () => {
    const request = {
      language: 'c',
      source: 'int main(void) {}\n',
      conditions: { addressSpaceMiB: 64, refuse: { io_setup: 'ENOSYS' }, scratch: 'disk' },
      kernel: 'host',
    };
    expect(parse(request)).toEqual({ kind: 'request', request });
  });

  it('may have an empty source: the compiler says what is missing', () => {
    expect(parse({ language: 'c', source: '' })).toMatchObject({ kind: 'request' });
  });

  it('may have NUL bytes in its source: gcc warns of them, and goes on', () => {
    const request = { language: 'c', source: 'int main(void) { /* \0 */ }' };
    expect(parse(request)).toEqual({ kind: 'request', request });
  });

  it('may begin with a byte order mark', () => {
    const text = JSON.stringify({ language: 'c', source: '' });
    expect(parseRunRequest(bytes(`\ufeff${text}`))).toMatchObject({ kind: 'request' });
  });

  it('may have a source of exactly 64 KiB, counted in bytes of UTF-8', () => {
    const source = 'é'.repeat(maxSourceBytes / 2);
    expect(parse({ language: 'c', source })).toMatchObject({ kind: 'request' });
  });

  it('fits the bound of the body even when every byte of its source is escaped', () => {
    const source = '\u0001'.repeat(maxSourceBytes);
    const body = bytes(JSON.stringify({ language: 'c', source }));
    expect(body.length).toBeLessThanOrEqual(maxBodyBytes);
    expect(parseRunRequest(body)).toMatchObject({ kind: 'request' });
  });
});

describe('a malformed request', () => {
  it.each([
    ['', 'The body is empty. Send one JSON object.'],
    [
      '{\n  "language": "c",\n  "source": }',
      'The body is not JSON: "}" does not belong at line 3, column 13. Send one JSON object.',
    ],
    [
      '{"language": "c"',
      'The body is not JSON: it ends too early, at line 1, column 17. Send one JSON object.',
    ],
  ])('says where its JSON breaks: %j', (text, detail) => {
    expect(parseRunRequest(bytes(text))).toEqual(rejection('malformed-request', detail));
  });

  it('says which byte is not UTF-8', () => {
    const body = Buffer.concat([bytes('{"language":"c","source":"'), Buffer.of(0xc3, 0x28)]);
    expect(parseRunRequest(body)).toEqual(
      rejection('malformed-request', 'The body is not valid UTF-8 (byte 26). Encode it as UTF-8.'),
    );
  });

  it.each([
    [null, 'The body must be an object.'],
    [[], 'The body must be an object.'],
    [{ source: '' }, '"language" must be "c" or "cpp" or "typescript".'],
    [{ language: 'c' }, '"source" must be a string.'],
    [{ language: 'c', source: 1 }, '"source" must be a string.'],
    [{ language: 'c', source: '', conditions: 3 }, '"conditions" must be an object.'],
    [
      { language: 'c', source: '', conditions: { addressSpaceMiB: '64' } },
      '"conditions.addressSpaceMiB" must be a number.',
    ],
    [
      { language: 'c', source: '', conditions: { addressSpaceMiB: 64.5 } },
      '"conditions.addressSpaceMiB" must be a whole number.',
    ],
    [{ language: 'c', source: '', kernel: 5 }, '"kernel" must be a string.'],
    [
      { language: 'c', source: '', input: '' },
      'The body has no field "input"; it may have language, source, conditions, kernel, tape, tapeCalls, arguments, stdin.',
    ],
  ])('names the field and what is expected there: %j', (value, detail) => {
    expect(parse(value)).toEqual(rejection('malformed-request', detail));
  });

  it('names the line of half a surrogate pair, which UTF-8 cannot hold', () => {
    const body = bytes('{"language":"c","source":"a\\n\\ud83d\\ude00 b\\n\\ud800"}');
    expect(parseRunRequest(body)).toEqual(
      rejection('malformed-request', expect.stringContaining('in line 3,')),
    );
  });

  it('is quoted briefly, however long it is', () => {
    const answer = parse({ language: 'x'.repeat(100_000), source: '' });
    expect(JSON.stringify(answer).length).toBeLessThan(300);
  });

  it('is refused quickly when it is all open brackets', () => {
    expect(parseRunRequest(bytes('['.repeat(maxBodyBytes)))).toMatchObject({
      code: 'malformed-request',
    });
  });
});

describe('a request for what does not exist', () => {
  it('lists the languages', () => {
    expect(parse({ language: 'cobol', source: '' })).toEqual(
      rejection(
        'unknown-language',
        '"cobol" cannot be run here. Known languages: c, cpp, typescript.',
      ),
    );
  });

  it.each([
    [
      { memory: 1 },
      /no field "memory"; it may have addressSpaceMiB, refuse, answer, scratch, user/,
    ],
    [{ scratch: 'nvme' }, /"conditions.scratch" must be "tmpfs" or "disk" or "disk-4k"/],
    [{ user: 'admin' }, /"conditions.user" must be "root" or "nobody"/],
    [{ addressSpaceMiB: 4 }, /"conditions.addressSpaceMiB" must be at least 8/],
    [{ addressSpaceMiB: 4096 }, /"conditions.addressSpaceMiB" must be at most 1024/],
    [{ refuse: { io_setup: 'EIO' } }, /"conditions.refuse.io_setup" must be "ENOSYS" or "EPERM"/],
    [{ refuse: { open: 'EPERM' } }, /no field "open"; it may have io_setup, .*io_destroy/],
    [{ answer: Array(17).fill({ call: 'io_setup', errno: 'EIO' }) }, /answer" may have 16 entries/],
    [{ answer: [{ call: 'mmap', errno: 'EIO' }] }, /answer.0.call" must be "io_setup" or /],
    [{ answer: [{ call: 'fsync', errno: 'EIO' }] }, /fsync needs a tape with the calls on files/],
    [{ answer: [{ call: 'fsync', returned: 1 }] }, /fsync counts nothing; "returned" is for/],
    [{ answer: [{ call: 'read', event: { res: 1 } }] }, /read gives no events/],
    [{ answer: [{ call: 'io_setup', errno: 'ENONE' }] }, /answer.0.errno" names no errno: "ENONE"/],
    [
      { answer: [{ call: 'io_setup', retval: 1 }] },
      /no field "retval"; it may have call, from, .*/,
    ],
    [{ answer: [{ call: 'io_setup' }] }, /answer.0" is wrong: it needs one of "errno", "returned"/],
    [{ answer: [{ call: 'io_setup', returned: 1 }] }, /io_setup counts nothing; "returned" is for/],
    [{ answer: [{ call: 'io_submit', event: { res: 1 } }] }, /io_submit gives no events/],
    [{ answer: [{ call: 'io_getevents', event: {} }] }, /"event" needs one of "res", "errno"/],
    [
      { answer: [{ call: 'io_setup', errno: 'EIO', from: 2, to: 1 }] },
      /ends at 1, before it begins/,
    ],
  ])('lists the conditions: %j', (conditions, detail) => {
    expect(parse({ language: 'c', source: '', conditions })).toEqual(
      rejection('unknown-condition', expect.stringMatching(detail)),
    );
  });
});

it('refuses a source of 64 KiB and one byte, and says how long it is', () => {
  const source = `${'é'.repeat(maxSourceBytes / 2)}x`;
  expect(parse({ language: 'c', source })).toEqual(
    rejection('source-too-large', 'The source has 65537 bytes; 65536 are allowed. Shorten it.'),
  );
});
