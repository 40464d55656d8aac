import { kernelIdPattern } from '../../playground-server/protocol/kernel-id-pattern.ts';
import { languages as snippetLanguages } from '../../playground-server/protocol/language-table.ts';
import type { Language } from '../../playground-server/protocol/language-table.ts';
import { languages as siteLanguages } from '../facts/localized.ts';
import type { RawSettings } from './embed-message.ts';
import { parseLineRanges } from './line-ranges.ts';
import type { LineRange } from './line-ranges.ts';

/** How to show an embedded snippet: as the page's author says, or by default. */
export interface EmbedSettings {
  language: Language;
  /** Id of the kernel to run on; null for the one that the code names, else the server's. */
  kernel: string | null;
  /** The snippet's title; empty for the example's own. */
  label: string;
  theme: 'auto' | 'light' | 'dark';
  /** The lines to show; null for all. */
  lines: LineRange[] | null;
  hide: LineRange[];
  readOnly: boolean;
  run: 'click' | 'visible';
  tape: 'open' | 'closed';
  /** Null for the site's own. */
  fontSizePx: number | null;
}

/** What the author should fix; until then, the default applies. */
export type Complaint =
  | { kind: 'unknown'; name: string; known: string }
  | { kind: 'wrong'; name: string; value: string; allowed: string };

export const standardSettings: EmbedSettings = {
  language: 'c',
  kernel: null,
  label: '',
  theme: 'auto',
  lines: null,
  hide: [],
  readOnly: false,
  run: 'click',
  tape: 'open',
  fontSizePx: null,
};

const fontSizePx = { smallest: 10, largest: 24 };

/** What a setting accepts, in the author's notation; and its value, or null. */
interface Setting {
  allowed: string;
  read(value: string): Partial<EmbedSettings> | null;
}

const oneOf = <Value extends string>(
  values: readonly Value[],
  toSettings: (value: Value) => Partial<EmbedSettings> = () => ({}),
): Setting => ({
  allowed: values.join(' | '),
  read: (text) => {
    const value = values.find((each) => each === text);
    return value === undefined ? null : toSettings(value);
  },
});

const ranges = (name: 'lines' | 'hide'): Setting => ({
  allowed: '3-10,14',
  read: (text) => {
    const list = parseLineRanges(text);
    return list && { [name]: list };
  },
});

const fontSize: Setting = {
  allowed: `${fontSizePx.smallest}…${fontSizePx.largest}`,
  read(text) {
    const pixels = /^\d{1,2}(\.\d)?$/.test(text) ? Number(text) : 0;
    const isAllowed = pixels >= fontSizePx.smallest && pixels <= fontSizePx.largest;
    return isAllowed ? { fontSizePx: pixels } : null;
  },
};

const kernel: Setting = {
  allowed: 'host | 6.1 …',
  read: (id) => (kernelIdPattern.test(id) ? { kernel: id } : null),
};

/** Every attribute of `<live-man>`; each is also a parameter of the frame's address. */
const settings: Record<string, Setting> = {
  example: { allowed: 'io_setup-first …', read: () => ({}) },
  code: { allowed: 'v1.…', read: () => ({}) },
  language: oneOf(snippetLanguages, (language) => ({ language })),
  kernel,
  label: { allowed: '…', read: (label) => ({ label: label.slice(0, 200) }) },
  'ui-lang': oneOf(siteLanguages),
  theme: oneOf(['auto', 'light', 'dark'], (theme) => ({ theme })),
  lines: ranges('lines'),
  hide: ranges('hide'),
  'read-only': oneOf(['', 'true', 'false'], (value) => ({ readOnly: value !== 'false' })),
  run: oneOf(['click', 'visible'], (run) => ({ run })),
  tape: oneOf(['open', 'closed'], (tape) => ({ tape })),
  'font-size': fontSize,
  load: oneOf(['near', 'click']),
};

export const settingNames: readonly string[] = Object.keys(settings);

/** Reads what the author wrote. What cannot be understood is reported, and the default used. */
export function parseSettings(raw: RawSettings): {
  settings: EmbedSettings;
  complaints: Complaint[];
} {
  const complaints: Complaint[] = [];
  const understood = Object.entries(raw).map(([name, value]) => {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (!setting) {
      complaints.push({ kind: 'unknown', name, known: settingNames.join(', ') });
      return {};
    }
    const read = setting.read(value.trim());
    if (!read) complaints.push({ kind: 'wrong', name, value, allowed: setting.allowed });
    return read ?? {};
  });
  return { settings: Object.assign({ ...standardSettings }, ...understood), complaints };
}
