import { integrityOf } from './integrity.ts';

/** A version of the tag that stays as it is: pages name it with its hash. */
export interface PublishedTag {
  version: number;
  script: string;
  integrity: string;
}

const scripts = import.meta.glob<string>('./embed@*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every version that was ever published, oldest first; scripts/publish-embed.ts adds to them. */
export const publishedTags: readonly PublishedTag[] = Object.entries(scripts)
  .map(([path, script]) => ({
    version: Number(/@(\d+)/.exec(path)?.[1]),
    script,
    integrity: integrityOf(script),
  }))
  .sort((a, b) => a.version - b.version);
