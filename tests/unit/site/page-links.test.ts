import { expect, test } from 'vitest';
import { pageLinks } from '../../../site/facts/page-links.ts';

const page = (path: string, body = '', references: string[] = []) => ({ path, body, references });

test('finds who links to a page in prose, whatever the fragment', () => {
  const links = pageLinks([
    page('man2/io_setup'),
    page('man7/aio-native', 'See [io_setup(2)](/en/man2/io_setup/#errors).'),
    page('errnos', '<a href="/en/man2/io_setup/">io_setup</a>'),
  ]);
  expect(links.get('man2/io_setup')).toEqual(['man7/aio-native', 'errnos']);
});

test('counts what the data of a page refers to, and each page once', () => {
  const links = pageLinks([
    page('man2/io_setup', '[here](/en/man2/io_submit/) and [there](/en/man2/io_submit/)', [
      'man2/io_submit',
    ]),
    page('man2/io_submit'),
  ]);
  expect(links.get('man2/io_submit')).toEqual(['man2/io_setup']);
});

test('leaves out links to the page itself and to pages that do not exist', () => {
  const links = pageLinks([
    page('man2/io_setup', '[a](/en/man2/io_setup/) [b](/en/man2/nothing/)'),
  ]);
  expect([...links]).toEqual([['man2/io_setup', []]]);
});
