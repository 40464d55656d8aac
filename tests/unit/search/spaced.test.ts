import { expect, test } from 'vitest';
import { spaced } from '../../../site/search/spaced.ts';

test.each([
  ['<dt>link with</dt><dd>nothing</dd>', '<dt>link with</dt> <dd>nothing</dd>'],
  ['<a>io_setup</a><a>io_submit</a>', '<a>io_setup</a> <a>io_submit</a>'],
  ['the <code>errno</code>, negated', 'the <code>errno</code>, negated'],
])('“%s” is read as “%s”', (html, read) => expect(spaced(html)).toBe(read));
