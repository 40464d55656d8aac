import type { DefineComponent } from 'vue';
import type { LiveManAttributes } from './index.js';

declare module 'vue' {
  interface GlobalComponents {
    'live-man': DefineComponent<LiveManAttributes>;
  }
}
