import { expect, it } from 'vitest';
import { numberValue } from '../../../../playground-server/decode/make-value.ts';
import { findErrorCondition } from '../../../../site/playground/client/explain/find-error-condition.ts';
import type { Scope } from '../../../../site/playground/client/explain/judge-sign.ts';

const scope: Scope = {
  read: (path) => (path === 'nr' ? [numberValue('nr', -1n)] : []),
  contextFate: () => 'live',
  operationFate: () => null,
  aioMaxNr: null,
};

const sure = { id: 'sure', sign: { iff: { value: 'nr', is: -1 } } };
const never = { id: 'never', sign: { iff: { value: 'nr', is: 0 } } };
const silent = { id: 'silent' };
const outside = { id: 'outside', isOutside: true as const };

it('finds the first condition that surely held', () => {
  expect(findErrorCondition([never, silent, sure], scope, 'kernel')).toBe('sure');
});

it('finds the one that is left when the others surely did not hold', () => {
  expect(findErrorCondition([never, silent], scope, 'kernel')).toBe('silent');
});

it('finds none as long as two are possible', () => {
  expect(findErrorCondition([silent, { id: 'other' }], scope, 'kernel')).toBeNull();
});

it('looks for what a condition answered only outside of the code of the call', () => {
  expect(findErrorCondition([silent, sure, outside], scope, 'condition')).toBe('outside');
});
