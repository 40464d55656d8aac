import type { FrameEventMessage } from './frame-events.ts';

/**
 * The messages that a page and its frame exchange through postMessage. Each carries a version: a
 * page that was written once keeps working, because a frame understands every version that ever
 * existed.
 */
export const messageVersion = 1;

/** Attributes or query parameters as they were written, by name. */
export type RawSettings = Readonly<Record<string, string>>;

/** From the page to the frame: how to show the snippet from now on and, once, its source. */
export interface ShowMessage {
  liveMan: 1;
  kind: 'show';
  settings: RawSettings;
  source?: string;
}

/** From the page to the frame: what a press of the button would do. */
export interface PressMessage {
  liveMan: 1;
  kind: 'run' | 'reset';
}

export type PageMessage = ShowMessage | PressMessage;

/**
 * What a frame tells the tag. For pages with an iframe of their own there is also `complaints`, with
 * `sentences` for their author, which the frame's console has, too.
 */
export type FrameMessage =
  /** The frame is listening. Sent to any page, because it reveals nothing. */
  | { liveMan: 1; kind: 'ready' }
  /** What the frame's content needs, in CSS pixels. */
  | { liveMan: 1; kind: 'height'; heightPx: number }
  /** There is nothing to show: what the author wrote instead is better. */
  | { liveMan: 1; kind: 'missing' }
  | FrameEventMessage;

const frameKinds: readonly unknown[] = [
  'ready',
  'height',
  'missing',
  'run',
  'finished',
  'edited',
  'solved',
] satisfies FrameMessage['kind'][];

/** No screen is taller: beyond, the frame scrolls. */
export const maxHeightPx = 20_000;
/** More than there are settings, and longer than any of their values; what exceeds it is ignored. */
const maxSettings = 50;
const maxSettingCharacters = 500;

/**
 * A frame's message, or null for anything but version 1. What it says of an event is as true as the
 * frame that its origin names.
 */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  if (!isMessage(data)) return null;
  const { kind, heightPx } = data;
  const isWhole = kind !== 'height' || (heightPx as number) > 0;
  return isWhole && frameKinds.includes(kind) ? (data as unknown as FrameMessage) : null;
}

/** A page's message to its frame, or null for anything but version 1. */
export function parsePageMessage(data: unknown): PageMessage | null {
  if (!isMessage(data)) return null;
  const { kind, settings, source } = data;
  if (kind === 'run' || kind === 'reset') return { liveMan: 1, kind };
  if (kind !== 'show' || typeof settings !== 'object' || settings === null) return null;
  const understood = Object.entries(settings).slice(0, maxSettings).filter(isSetting);
  return {
    liveMan: 1,
    kind: 'show',
    settings: Object.fromEntries(understood),
    ...(isText(source) && { source }),
  };
}

const isMessage = (data: unknown): data is Record<string, unknown> =>
  (data as Partial<FrameMessage> | null | undefined)?.liveMan === messageVersion;

const isText = (value: unknown): value is string => typeof value === 'string';

const isSetting = (entry: [string, unknown]): entry is [string, string] =>
  isText(entry[1]) && entry[1].length <= maxSettingCharacters;
