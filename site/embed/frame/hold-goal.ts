import { isGoalName } from '../../facts/goals/goal-name.ts';
import { namesIn } from '../../facts/goals/names-in.ts';
import { GoalSpellingError, parseGoal } from '../../facts/goals/parse-goal.ts';
import { inlineCode } from '../../markup/inline-code.ts';
import { askedGoal, type AskedGoal } from '../../playground/client/goals/asked-goal.ts';
import { checkGoal } from '../../playground/client/goals/check-goal.ts';
import { goalStatus } from '../../playground/client/goals/goal-status.ts';
import type { RunState } from '../../playground/client/run-state.ts';
import { readSharedFacts } from '../../playground/view/playground-facts.ts';
import { onPlayground } from '../../playground/view/playground-events.ts';
import type { Words } from '../../words/words.ts';

/**
 * Holds the runs of a playground against a goal that its author names: says below it what is asked,
 * and what came of a run, and tells the page around when the goal is met.
 *
 * @returns takes the goal, by its id or in the short spelling; null for none
 */
export function holdGoal(
  playground: HTMLElement,
  place: HTMLElement,
  words: Words,
  tell: (message: object) => void,
): (wanted: string | null) => Promise<void> {
  /** The newest that was named; those before it count no more. */
  let newest: string | null = null;
  let held: Promise<HeldGoal | null> = Promise.resolve(null);
  let isUnderWay = false;
  const say = (sentence: string | null) => {
    place.hidden = sentence === null;
    place.innerHTML = inlineCode(sentence ?? '').markup;
  };
  onPlayground(playground, 'run', () => (isUnderWay = true));
  const judge = async (state: RunState, isNew: boolean) => {
    // A run may end before its goal has come.
    const goal = await held;
    if (!goal || goal.name !== newest || !state.began) return;
    const check = checkGoal(goal.pattern, state, readSharedFacts().errnos);
    say(goalStatus(check, goal.texts, words));
    if (check.isSolved && isNew) tell({ kind: 'solved', goal: goal.name });
  };
  onPlayground(playground, 'ended', (state) => {
    // A run of earlier that is shown again was told when it ended.
    void judge(state, isUnderWay);
    isUnderWay = false;
  });
  const ask = async (name: string): Promise<HeldGoal | null> => {
    try {
      const goal = { ...(await goalNamed(name, words)), name };
      const parts = new Intl.ListFormat(words.lang, { type: 'conjunction' }).format(goal.texts);
      if (name === newest) say(words.say('goal.asked', { parts }));
      return goal;
    } catch (error) {
      if (!(error instanceof GoalSpellingError)) throw error;
      if (name === newest) say(null);
      const sentence = words.say(`goal.spelling.${error.problem}`, { words: error.words });
      console.warn(`<live-man> ${document.title}: ${sentence}`);
      tell({ kind: 'complaints', sentences: [sentence] });
      return null;
    }
  };
  return async (name) => {
    newest = name;
    held = name === null ? Promise.resolve(null) : ask(name);
    if (name === null) say(null);
    await held;
  };
}

/** A goal as its author named it. */
type HeldGoal = AskedGoal & { name: string };

/** A goal of the site, or the one that is spelt out. */
async function goalNamed(name: string, words: Words): Promise<AskedGoal> {
  if (isGoalName(name)) {
    const response = await fetch(`/embed/goals/${words.lang}.json`);
    const goals = (await response.json()) as Record<string, AskedGoal>;
    const known = Object.hasOwn(goals, name) ? goals[name] : undefined;
    if (!known) throw new GoalSpellingError('part', name);
    return known;
  }
  return askedGoal(parseGoal(name, namesIn(readSharedFacts().errnos)), words);
}
