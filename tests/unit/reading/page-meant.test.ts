import { expect, test } from 'vitest';
import { pageMeant } from '../../../site/reading/page-meant.ts';

const pages = ['/en/man2/io_submit/', '/en/man2/io_setup/', '/en/man7/aio-native/'].map(
  (pathname) => ({ pathname }),
);

test.each([
  ['/en/man2/io_sumbit/', '/en/man2/io_submit/'],
  ['/io_setpu', '/en/man2/io_setup/'],
  ['/en/man2/io-setup.2', '/en/man2/io_setup/'],
  ['/IO_SUBMIT(2)', '/en/man2/io_submit/'],
  ['/man7/aio_native.html', '/en/man7/aio-native/'],
])('%s was meant to be %s', (address, meant) => {
  expect(pageMeant(address, pages)?.pathname).toBe(meant);
});

test.each(['/', '/en/', '/en/wp-login.php', '/io'])(
  'no guess is made at what %s was meant to be',
  (address) => {
    expect(pageMeant(address, pages)).toBeNull();
  },
);
