import { placeInView } from '../../reading/place-in-view.ts';

for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
  link.addEventListener('click', () => {
    // Ids are the same in every language, so the reader keeps their place.
    link.hash = placeInView();
    // The server redirects short addresses to the language that was chosen last.
    document.cookie = `language=${link.lang}; path=/; max-age=31536000; samesite=lax`;
  });
}
