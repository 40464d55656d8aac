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

export type FrameMessage =
  /** The frame is listening. Sent to any page, because it reveals nothing. */
  | { liveMan: 1; kind: 'ready' }
  /** What the frame's content needs, in CSS pixels. */
  | { liveMan: 1; kind: 'height'; heightPx: number }
  /** What the page's author should fix, in sentences. */
  | { liveMan: 1; kind: 'complaints'; sentences: string[] };

/** No snippet is taller, so a frame that claims more is not believed. */
const maxHeightPx = 20_000;
/** More than there are settings, and longer than any of their values. */
const maxSettings = 50;
const maxSettingCharacters = 500;

/** A frame's message, or null for anything but version 1. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  if (!isMessage(data)) return null;
  const { kind, heightPx, sentences } = data;
  if (kind === 'ready') return { liveMan: 1, kind };
  if (kind === 'height' && typeof heightPx === 'number' && heightPx > 0 && heightPx <= maxHeightPx)
    return { liveMan: 1, kind, heightPx };
  if (kind === 'complaints' && Array.isArray(sentences) && sentences.every(isText))
    return { liveMan: 1, kind, sentences };
  return null;
}

/** A page's message to its frame, or null for anything but version 1. */
export function parseShowMessage(data: unknown): ShowMessage | null {
  if (!isMessage(data) || data['kind'] !== 'show') return null;
  const { settings, source } = data;
  if (typeof settings !== 'object' || settings === null) return null;
  const entries = Object.entries(settings);
  if (entries.length > maxSettings || !entries.every(([, value]) => isSetting(value))) return null;
  return {
    liveMan: 1,
    kind: 'show',
    settings: Object.fromEntries(entries),
    ...(isText(source) && { source }),
  };
}

const isMessage = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && 'liveMan' in data && data.liveMan === messageVersion;

const isText = (value: unknown): value is string => typeof value === 'string';

const isSetting = (value: unknown): boolean =>
  isText(value) && value.length <= maxSettingCharacters;
