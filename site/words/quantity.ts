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
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    maximumSignificantDigits: value / size >= 100 ? 3 : 2,
  }).format(value / size);
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
