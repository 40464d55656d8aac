import type { HTMLAttributes } from 'svelte/elements';
import type { LiveManAttributes, LiveManElement } from './index.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'live-man': HTMLAttributes<LiveManElement> & LiveManAttributes;
  }
}
