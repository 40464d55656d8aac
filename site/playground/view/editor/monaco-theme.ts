import type { monaco as Monaco } from './monaco-modules.ts';

/** By the names that monaco-tokens.ts gives. */
const tokens = [
  ['comment', '--lm-tok-comment'],
  ['keyword', '--lm-tok-keyword'],
  ['string', '--lm-tok-string'],
  ['constant', '--lm-tok-constant'],
  ['function', '--lm-tok-function'],
  ['', '--lm-ink'],
] as const;

const colours = [
  ['editor.background', '--lm-paper-raised'],
  ['editor.foreground', '--lm-ink'],
  ['editorLineNumber.foreground', '--lm-ink-quiet'],
  ['editorLineNumber.activeForeground', '--lm-ink'],
  ['editor.lineHighlightBackground', '--lm-paper-raised'],
  ['editor.lineHighlightBorder', '--lm-rule'],
  ['editorError.foreground', '--lm-error'],
  ['editorWarning.foreground', '--lm-wait'],
  ['editorInlayHint.foreground', '--lm-ink-quiet'],
  ['editorWidget.background', '--lm-paper'],
  ['editorWidget.border', '--lm-rule'],
  ['editorHoverWidget.background', '--lm-paper'],
  ['editorHoverWidget.border', '--lm-rule'],
  ['editorSuggestWidget.background', '--lm-paper'],
  ['editorSuggestWidget.border', '--lm-rule'],
  ['editorSuggestWidget.foreground', '--lm-ink'],
  ['editorSuggestWidget.highlightForeground', '--lm-link'],
  ['editorSuggestWidget.focusHighlightForeground', '--lm-link'],
  ['editorSuggestWidget.selectedBackground', '--lm-mark'],
  ['editorSuggestWidget.selectedForeground', '--lm-ink'],
  ['editorSuggestWidget.selectedIconForeground', '--lm-ink'],
  ['editorHoverWidget.highlightForeground', '--lm-link'],
  ['textCodeBlock.background', '--lm-paper-raised'],
  ['textPreformat.background', '--lm-paper-raised'],
  ['textPreformat.foreground', '--lm-ink'],
  ['scrollbar.shadow', '--lm-rule'],
  ['scrollbarSlider.background', '--lm-rule'],
  ['scrollbarSlider.hoverBackground', '--lm-ink-quiet'],
  ['scrollbarSlider.activeBackground', '--lm-ink-quiet'],
  ['textLink.foreground', '--lm-link'],
  ['focusBorder', '--lm-link'],
] as const;

/** Gives Monaco the site's palette, and keeps it in step when the reader changes the theme. */
export function followSiteTheme(monaco: typeof Monaco): void {
  const apply = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    monaco.editor.defineTheme('live-man', {
      base: document.documentElement.dataset['theme'] === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: tokens.map(([token, name]) => ({ token, foreground: colour(name).slice(1) })),
      colors: Object.fromEntries(colours.map(([key, name]) => [key, colour(name)])),
    });
    monaco.editor.setTheme('live-man');
  };
  apply();
  new MutationObserver(apply).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}
