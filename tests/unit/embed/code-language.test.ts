import { expect, it } from 'vitest';
import { languageNamed } from '../../../playground-server/protocol/language-names.ts';
import { guessedLanguage } from '../../../site/embed/tag/code/code-language.ts';

it.each([
  ['c', '#include <stdio.h>\nint main(void) { puts("std"); }'],
  ['c', 'int class; /* using a namespace */'],
  ['cpp', '#include <linux/aio_abi.h>\n#include <vector>\nint main() {}'],
  ['cpp', '  using namespace seastar;'],
  ['cpp', 'auto p = std::make_unique<int>(1);'],
  ['cpp', 'template <typename T> T f();'],
  ['typescript', "import { io_setup } from 'aio';\nclass Context {}"],
])('code without a name is most likely %s: %j', (language, source) => {
  expect(guessedLanguage(source)).toBe(language);
});

it.each(['cpp', 'C++', 'cc', 'cxx'])('%s is a name of C++', (name) => {
  expect(languageNamed(name)).toBe('cpp');
});
