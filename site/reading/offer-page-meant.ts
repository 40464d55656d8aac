import { pageMeant } from './page-meant.ts';

const sentence = document.querySelector<HTMLElement>('[data-meant]')!;
const pages = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const meant = pageMeant(location.pathname, pages);
if (meant) {
  const link = sentence.querySelector('a')!;
  link.href = meant.pathname;
  link.textContent = meant.textContent;
  sentence.hidden = false;
}
