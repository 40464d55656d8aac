import { wordsOf } from '../../playground-server/protocol/argument-words.ts';
import { kernelIdPattern } from '../../playground-server/protocol/kernel-id-pattern.ts';
import { languages as snippetLanguages } from '../../playground-server/protocol/language-table.ts';
import type { Language } from '../../playground-server/protocol/language-table.ts';
import { scratches } from '../../playground-server/protocol/scratch.ts';
import type { Scratch } from '../../playground-server/protocol/scratch.ts';
import { tapes } from '../../playground-server/protocol/tape.ts';
import type { Tape } from '../../playground-server/protocol/tape.ts';
import { users } from '../../playground-server/protocol/user.ts';
import type { User } from '../../playground-server/protocol/user.ts';
import type { Conditions } from '../../playground-server/protocol/run-request.ts';
import type { RawSettings } from './embed-message.ts';
import { parseRefusals } from './parse-refusals.ts';
import { parseLineRanges } from './line-ranges.ts';
import type { LineRange } from './line-ranges.ts';
import { ofTheTag, settingNames } from './setting-names.ts';

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
  /** Number of the first line. */
  startLine: number;
  /** The lines to point at. */
  highlight: LineRange[];
  /** Only the code, its tape and Run: for a slide. */
  compact: boolean;
  readOnly: boolean;
  run: 'click' | 'visible';
  tape: 'open' | 'closed';
  /** The calls to tell; null for those that the code asks for, else those of native AIO. */
  calls: Tape | null;
  /** Null for the site's own. */
  fontSizePx: number | null;
  /** What buttons say, by their action; those that are missing say it in the frame's language. */
  labels: Readonly<Record<string, string>>;
  /** Conditions of own code. */
  scratch: Scratch | null;
  user: User | null;
  addressSpaceMiB: number | null;
  refuse: Conditions['refuse'] | null;
  /** What own code is given; null for nothing. */
  arguments: string[] | null;
  stdin: string | null;
  /** What a reader is asked to bring about: a goal of the site, or one in the short spelling. */
  goal: string | null;
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
  startLine: 1,
  highlight: [],
  compact: false,
  readOnly: false,
  run: 'click',
  tape: 'open',
  calls: null,
  fontSizePx: null,
  labels: {},
  scratch: null,
  user: null,
  addressSpaceMiB: null,
  refuse: null,
  arguments: null,
  stdin: null,
  goal: null,
};

const fontSizePx = { smallest: 10, largest: 24 };

/** What a setting accepts, in the author's notation; and its value, or null. */
interface Setting {
  allowed: string;
  read(value: string, untrimmed: string): Partial<EmbedSettings> | null;
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

const ranges = (name: 'lines' | 'hide' | 'highlight'): Setting => ({
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

const flag = (name: 'readOnly' | 'compact'): Setting =>
  oneOf(['', 'true', 'false'], (value) => ({ [name]: value !== 'false' }));

const startLine: Setting = {
  allowed: '1…9999',
  read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? { startLine: Number(text) } : null),
};

const addressSpace: Setting = {
  allowed: '8…1024',
  read(text) {
    const addressSpaceMiB = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    return addressSpaceMiB >= 8 && addressSpaceMiB <= 1024 ? { addressSpaceMiB } : null;
  },
};

const refuse: Setting = {
  allowed: 'io_setup=ENOSYS,io_submit=EPERM',
  read(text) {
    const refusals = parseRefusals(text);
    return refusals && { refuse: refusals };
  },
};

/** `label-run` and its like: what a button says on a page in a language that the site lacks. */
const labelOf = /^label-(run|cancel|edit|reset)$/;

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
  // A tag of any language: the tag chose the frame's by it.
  'ui-lang': { allowed: 'en, fr-CA …', read: () => ({}) },
  theme: oneOf(['auto', 'light', 'dark'], (theme) => ({ theme })),
  lines: ranges('lines'),
  hide: ranges('hide'),
  highlight: ranges('highlight'),
  'start-line': startLine,
  'read-only': flag('readOnly'),
  compact: flag('compact'),
  run: oneOf(['click', 'visible'], (run) => ({ run })),
  tape: oneOf(['open', 'closed'], (tape) => ({ tape })),
  calls: oneOf(tapes, (calls) => ({ calls })),
  'font-size': fontSize,
  scratch: oneOf(scratches, (scratch) => ({ scratch })),
  user: oneOf(users, (user) => ({ user })),
  'address-space': addressSpace,
  refuse,
  arguments: { allowed: '3 "two words"', read: (typed) => ({ arguments: wordsOf(typed) }) },
  stdin: { allowed: '…', read: (_, stdin) => ({ stdin }) },
  goal: { allowed: 'io_submit = EAGAIN', read: (goal) => ({ goal: goal || null }) },
};

/** Reads what the author wrote. What cannot be understood is reported, and the default used. */
export function parseSettings(raw: RawSettings): {
  settings: EmbedSettings;
  complaints: Complaint[];
} {
  const complaints: Complaint[] = [];
  const labels: Record<string, string> = {};
  const understood = Object.entries(raw).map(([name, value]) => {
    const [, action] = labelOf.exec(name) ?? [];
    if (action) {
      labels[action] = value.slice(0, 100);
      return { labels };
    }
    if (ofTheTag.some((own) => own === name)) return {};
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (!setting) {
      complaints.push({ kind: 'unknown', name, known: settingNames.join(', ') });
      return {};
    }
    const read = setting.read(value.trim(), value);
    if (!read) complaints.push({ kind: 'wrong', name, value, allowed: setting.allowed });
    return read ?? {};
  });
  return { settings: Object.assign({ ...standardSettings }, ...understood), complaints };
}
