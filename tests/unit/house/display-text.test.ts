import { expect, expectTypeOf, it } from 'vitest';
import type { DecodedValue, DisplayText } from '../../../playground-server/protocol/index.ts';
import { sourceFiles } from '../../../scripts/source-files.mjs';

/** Where the text of a decoded value is shown to people. Nothing else may look into it. */
const shownBy = [
  'site/compare/LensCell.astro',
  'site/export/components/example.ts',
  'site/playground/view/tape/call-text.ts',
];

it('lets nothing compare or match the text of a value: to the type checker it is no string', () => {
  expectTypeOf<DecodedValue['text']>().toEqualTypeOf<DisplayText>();
  expectTypeOf<DisplayText>().not.toExtend<string>();
  expectTypeOf<keyof DisplayText>().not.toExtend<string>();
});

it('gives it as a string only to what shows it', () => {
  const folders = ['site', 'scripts', 'playground-server', 'tests/tracees', 'tests/fuzz'];
  const asking = sourceFiles(folders)
    .filter(({ path, text }) => /\bshownText\b/.test(text) && !path.includes('/protocol/'))
    .map(({ path }) => path);
  expect(asking).toEqual(shownBy);
});
