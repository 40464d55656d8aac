import tokens from '../styles/tokens.css?raw';
import palette from '../playground/view/styles/palette.css?raw';

export type Theme = 'light' | 'dark';

/** The colours of the site by their names, without `--lm-`. */
export type Colours = Readonly<Record<string, string>>;

/** What a file of the design tokens says for a theme: its first block, or the dark one. */
function coloursIn(css: string, theme: Theme): Colours {
  const [block = ''] = new RegExp(String.raw`\[data-theme='${theme}'\] \{[^}]*\}`).exec(css) ?? [];
  return Object.fromEntries(
    [...block.matchAll(/--lm-([\w-]+): (#[0-9a-f]+);/g)].map(([, name, value]) => [name, value]),
  );
}

/** A picture has no access to the site's style sheet, and not every program that draws it has variables. */
export const coloursOf = (theme: Theme): Colours => ({
  ...coloursIn(tokens, theme),
  ...coloursIn(palette, theme),
});
