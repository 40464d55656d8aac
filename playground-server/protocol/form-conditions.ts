import { printInjection, readInjection } from './injection.ts';
import type { RunForm } from './form-run.ts';
import type { Conditions } from './run-request.ts';

type InForm = Pick<RunForm, 'conditions' | 'rules'>;

/** Conditions as a form has them: rules are a text that a reader can change, the others one field. */
export function conditionsInForm({ answer = [], ...others }: Conditions = {}): InForm {
  return {
    conditions: Object.keys(others).length > 0 ? JSON.stringify(others) : '',
    rules: answer.map(printInjection).join('\n'),
  };
}

/** What a form asks for, unchecked; undefined if nothing. Throws where its conditions are not JSON. */
export function conditionsOfForm({ conditions, rules }: InForm): unknown {
  const others = (conditions === '' ? undefined : JSON.parse(conditions)) as object | undefined;
  const lines = rules.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? others : { ...others, answer: lines.map(readInjection) };
}
