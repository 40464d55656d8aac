import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { LiveManAttributes, LiveManElement } from './index.js';

type LiveManProps = DetailedHTMLProps<HTMLAttributes<LiveManElement>, LiveManElement> &
  LiveManAttributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'live-man': LiveManProps;
    }
  }
}
