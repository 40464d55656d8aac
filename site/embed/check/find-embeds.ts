import { goalPrefix } from '../../facts/goals/goal-name.ts';
import type { RawSettings } from '../embed-message.ts';
import { authorsCode, type AuthorsCode } from '../tag/code/authors-code.ts';
import { blockOf, carriers, contentOf, isUnclosed } from '../tag/carrier.ts';
import { carriedBy, settingsOf } from '../tag/tag-attributes.ts';
import type { BuiltPage } from './read-page.ts';

/** One embed of a page, as embed.js will find it. */
export interface Embed {
  /** Of the page's file, from 1. */
  line: number;
  settings: RawSettings;
  /** The author's own code; null where there is none, or an example is named. */
  code: Pick<AuthorsCode, 'source' | 'language' | 'isOurs'> | null;
  /** Whether readers without the frame have something to read. */
  hasFallback: boolean;
  /** What follows the tag is inside of it, because it was never closed. */
  isUnclosed: boolean;
  /** Names of attributes that it has, as the tag would have them. */
  attributes: readonly string[];
}

/** Everything on a page that becomes a playground of a server, in the order of the page. */
export function findEmbeds({ document, lineOf }: BuiltPage, server: URL): Embed[] {
  const found = [...document.querySelectorAll(`live-man, ${carriers}, iframe[src]`)];
  return found.flatMap((element) => {
    const embed = element.tagName === 'IFRAME' ? ofFrame(element, server) : ofTag(element);
    return embed ? [{ line: lineOf(element), ...embed }] : [];
  });
}

function ofTag(element: Element): Omit<Embed, 'line'> {
  const isTag = element.tagName === 'LIVE-MAN';
  const block = isTag ? null : blockOf(element);
  const carrier = block ?? element;
  const settings = isTag ? settingsOf(element) : carriedBy(carrier);
  const isNamed = 'example' in settings || 'code' in settings;
  const content = block ?? contentOf(element, isNamed);
  return {
    settings,
    code: isNamed ? null : authorsCode(content, settings['language'] ?? null),
    hasFallback: content.textContent.trim() !== '',
    isUnclosed: isTag && isUnclosed(element),
    attributes: carrier
      .getAttributeNames()
      .flatMap((name) => (isTag ? name : (/^data-(.*)/.exec(name)?.[1] ?? []))),
  };
}

/** An iframe without a script of ours: its address is that of a frame. */
function ofFrame(element: Element, { origin }: URL): Omit<Embed, 'line'> | null {
  const address = URL.parse(element.getAttribute('src') ?? '');
  if (address?.origin !== origin) return null;
  const [isFrame, name] = /^\/\w+\/embed\/(?:([^/]+)\/?)?$/.exec(address.pathname) ?? [];
  const settings = Object.fromEntries(address.searchParams);
  const code = address.hash.startsWith('#v') ? { code: address.hash.slice(1) } : null;
  if (!name && !code && !(isFrame && settings['goal'])) return null;
  const named = name ? built(decodeURIComponent(name)) : code;
  return {
    settings: { ...settings, ...named },
    code: null,
    hasFallback: true,
    isUnclosed: false,
    attributes: Object.keys(settings),
  };
}

const built = (name: string): RawSettings =>
  name.startsWith(goalPrefix) ? { goal: name.slice(goalPrefix.length) } : { example: name };
