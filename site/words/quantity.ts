const timeUnits = [
  { unit: 'second', ns: 1e9 },
  { unit: 'millisecond', ns: 1e6 },
  { unit: 'microsecond', ns: 1e3 },
  { unit: 'nanosecond', ns: 1 },
] as const;

const byteUnits = [
  { bytes: 2 ** 30, en: 'GiB', fr: 'Gio', ru: 'ГиБ' },
  { bytes: 2 ** 20, en: 'MiB', fr: 'Mio', ru: 'МиБ' },
  { bytes: 2 ** 10, en: 'KiB', fr: 'Kio', ru: 'КиБ' },
] as const;

/** A span of time as a reader compares it: two digits, in the unit that fits. */
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
  const unit = byteUnits.find(({ bytes: least }) => amount >= least) ?? byteUnits[2];
  const name = lang === 'fr' ? unit.fr : lang === 'ru' ? unit.ru : unit.en;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return `${number.format(amount / unit.bytes)}\u00a0${name}`;
}
