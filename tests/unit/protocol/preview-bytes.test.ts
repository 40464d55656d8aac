import { describe, expect, it } from 'vitest';
import { previewBytes } from '../../../playground-server/protocol/preview-bytes.ts';

const preview = (text: string, more = false) => previewBytes(Buffer.from(text), more);

describe('previewBytes', () => {
  it('quotes text as a C string', () => {
    expect(preview('hello\n')).toBe('"hello\\n"');
    expect(preview('a "b" \\\t\0')).toBe('"a \\"b\\" \\\\\\t\\0"');
    expect(preview('Привет, été')).toBe('"Привет, été"');
  });

  it('leaves out a character that the limit cuts in two', () => {
    expect(previewBytes(Buffer.from('Пр').subarray(0, 3), true)).toBe('"П"…');
    expect(previewBytes(Buffer.from('Пр').subarray(0, 3), false)).toBe('d0 9f d1');
  });

  it('shows in hexadecimal what is no text', () => {
    expect(previewBytes(Uint8Array.of(0, 1, 0xff), false)).toBe('00 01 ff');
    expect(previewBytes(new Uint8Array(4), true)).toBe('00 00 00 00…');
    expect(preview('\u202eevil')).toBe('e2 80 ae 65 76 69 6c');
    expect(preview('\x1b[31m')).toBe('1b 5b 33 31 6d');
  });
});
