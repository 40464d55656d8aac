import {
  uiLanguageOf,
  uiLanguageTable,
} from '../../playground-server/protocol/ui-language-table.ts';

const timeUnits = [
  { unit: 'second', ns: 1e9 },
  { unit: 'millisecond', ns: 1e6 },
  { unit: 'microsecond', ns: 1e3 },
  { unit: 'nanosecond', ns: 1 },
] as const;

/** In the order of the units in the language table. */
const byteSizes = [2 ** 10, 2 ** 20, 2 ** 30];

/** A duration for readers to compare: two digits, in a suitable unit. */
export function duration(ns: string | number, lang: string): string {
  const value = Number(ns);
  const { unit, ns: size } = timeUnits.find(({ ns: least }) => value >= least) ?? timeUnits[3];
  return formatOf(lang, unit, value / size >= 100 ? 3 : 2).format(value / size);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Kept: to make one takes longer than to print a whole call. */
function formatOf(lang: string, unit: string, digits: number): Intl.NumberFormat {
  const key = `${lang} ${unit} ${digits}`;
  const options = { style: 'unit', unit, maximumSignificantDigits: digits } as const;
  const format = formats.get(key) ?? new Intl.NumberFormat(lang, options);
  formats.set(key, format);
  return format;
}

/** An amount of memory or disk in binary units, as limits are set. */
export function bytes(amount: number, lang: string): string {
  const place = Math.max(
    byteSizes.findLastIndex((least) => amount >= least),
    0,
  );
  const { byteUnits } = uiLanguageTable[uiLanguageOf(lang)];
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return `${number.format(amount / byteSizes[place]!)}\u00a0${byteUnits[place]}`;
}
