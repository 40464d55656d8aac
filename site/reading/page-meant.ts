import { editDistance } from '../words/edit-distance.ts';

/** With more wrong letters than this, some other page was meant. */
const mostWrong = 3;

/**
 * The page that a reader probably meant by an address that leads nowhere, such as
 * `/en/man2/io_sumbit`; null if no name is close.
 *
 * @param pages links to all pages there are
 */
export function pageMeant<Page extends { pathname: string }>(
  address: string,
  pages: readonly Page[],
): Page | null {
  const asked = nameIn(decodeURIComponent(address));
  const near = pages
    .map((page) => ({ page, wrong: editDistance(asked, nameIn(page.pathname)) }))
    .filter(({ wrong }) => wrong <= Math.min(mostWrong, asked.length / 3))
    .sort((a, b) => a.wrong - b.wrong);
  return near[0]?.page ?? null;
}

/** `io_submit` of `/en/man2/io_submit/`, `/io-submit.2` and `/IO_SUBMIT(2)`. */
const nameIn = (path: string): string =>
  (path.split('/').findLast((part) => part !== '') ?? '')
    .toLowerCase()
    .replace(/(\.(\d\w*|html?)|\(\d\w*\))$/, '')
    .replaceAll('-', '_');
