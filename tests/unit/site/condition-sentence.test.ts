import { expect, test } from 'vitest';
import { conditionSentence } from '../../../site/facts/condition-sentence.ts';

const page = (text: string) => `<ErrorCondition id="einval-x">\n\n${text}\n\n</ErrorCondition>\n`;

test.each([
  ['`nr` is zero. Nothing is done.', '`nr` is zero.'],
  ['One\nline. `errno` tells.', 'One line.'],
  ['See [the list](/en/x/#y) of io_setup(2).', 'See the list of io_setup(2).'],
  ['Уже само `nr` велико. Повтор не поможет.', 'Уже само `nr` велико.'],
  ['Не больше 2\u00a0ГиБ\u00a0—\nи только. Далее.', 'Не больше 2\u00a0ГиБ\u00a0— и только.'],
  ['Since Linux 6.1 it is so.\n\nMore.', 'Since Linux 6.1 it is so.'],
])('of “%s” is “%s”', (text, sentence) => {
  expect(conditionSentence(page(text), 'einval-x')).toBe(sentence);
});

test('is nothing where the page does not state the condition', () => {
  expect(conditionSentence(page('Text.'), 'einval-y')).toBeNull();
});
