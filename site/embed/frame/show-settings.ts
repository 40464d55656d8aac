import type { EmbedSettings } from '../settings.ts';

/** Applies settings that are a matter of style; the frame's CSS does the rest. */
export function showSettings(playground: HTMLElement | null, settings: EmbedSettings): void {
  document.documentElement.dataset['wantedTheme'] = settings.theme;
  if (!playground) return;
  playground.dataset['firstLine'] = String(settings.startLine);
  playground.toggleAttribute('data-read-only', settings.readOnly);
  if (settings.calls) playground.dataset['calls'] = settings.calls;
  else delete playground.dataset['calls'];
  document.documentElement.toggleAttribute('data-compact', settings.compact);
  for (const [action, label] of Object.entries(settings.labels)) {
    const text = playground.querySelector(`[data-action="${action}"]`)?.firstChild;
    if (text) text.nodeValue = `${label} `;
  }
  const { style } = playground;
  if (settings.fontSizePx === null) {
    style.removeProperty('--pg-font-size');
    style.removeProperty('--pg-line');
  } else {
    style.setProperty('--pg-font-size', `${settings.fontSizePx}px`);
    style.setProperty('--pg-line', `${Math.round(settings.fontSizePx * 1.54)}px`);
  }
}
