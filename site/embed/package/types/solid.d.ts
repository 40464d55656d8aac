import type { JSX } from 'solid-js';
import type { LiveManAttributes, LiveManElement } from './index.js';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'live-man': JSX.HTMLAttributes<LiveManElement> & LiveManAttributes;
    }
  }
}
