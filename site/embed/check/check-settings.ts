import { goalPrefix, isGoalName } from '../../facts/goals/goal-name.ts';
import { GoalSpellingError, parseGoal } from '../../facts/goals/parse-goal.ts';
import { parseLineRanges } from '../line-ranges.ts';
import { settingNames } from '../setting-names.ts';
import { parseSettings } from '../settings.ts';
import type { SiteNames } from '../site-names.ts';
import type { Embed } from './find-embeds.ts';
import type { Finding } from './finding.ts';
import { didYouMean, nearestName } from './nearest-name.ts';

/** What the names and values say by themselves: nothing is compiled. */
export function checkSettings(embed: Embed, names: SiteNames): Finding[] {
  const { example, goal } = embed.settings;
  return [
    ...(example === undefined ? [] : unknownExample(example, names)),
    ...(goal ? unknownGoal(goal, names) : []),
    ...misspelt(embed.attributes),
    ...wrongValues(embed),
    ...linesBeyond(embed, names),
    ...withoutFallback(embed),
  ];
}

function unknownExample(example: string, { examples }: SiteNames): Finding[] {
  if (Object.hasOwn(examples, example)) return [];
  const hint = didYouMean(example, Object.keys(examples));
  return [{ rule: 'unknown-example', message: `There is no example "${example}".${hint}` }];
}

function unknownGoal(goal: string, names: SiteNames): Finding[] {
  if (isGoalName(goal)) {
    if (names.goals.includes(goal)) return [];
    const message = `There is no goal "${goal}".${didYouMean(goal, names.goals)}`;
    return [{ rule: 'unknown-goal', message }];
  }
  try {
    parseGoal(goal, names);
    return [];
  } catch (error) {
    if (!(error instanceof GoalSpellingError)) throw error;
    const { problem, words } = error;
    const known = problem === 'call' ? names.calls : problem === 'errno' ? names.errnos : [];
    const message = `The goal "${goal}" cannot be read at "${words}" (${problem}).${didYouMean(words, known)}`;
    return [{ rule: 'unknown-goal', message }];
  }
}

/** Attributes that are nearly ours: others belong to the page. */
const misspelt = (attributes: readonly string[]): Finding[] =>
  attributes.flatMap((name): Finding[] => {
    if (settingNames.includes(name) || ofEveryElement.test(name)) return [];
    const nearest = nearestName(name, settingNames);
    const message = `There is no attribute "${name}". Did you mean "${nearest}"?`;
    return nearest === undefined ? [] : [{ rule: 'unknown-attribute', message }];
  });

const ofEveryElement =
  /^(?:id|class|style|title|lang|dir|role|slot|hidden|part|is)$|:|^(?:data|aria|v|x)-/;

const wrongValues = ({ settings }: Embed): Finding[] =>
  parseSettings(settings).complaints.flatMap((complaint): Finding[] => {
    if (complaint.kind === 'unknown' || complaint.name === 'language') return [];
    const { name, value, allowed } = complaint;
    const message = `"${value}" is not a value of ${name}. Write ${allowed}; until then, the default applies.`;
    return [{ rule: 'wrong-value', message }];
  });

function linesBeyond({ settings, code }: Embed, { examples }: SiteNames): Finding[] {
  const { example = goalPrefix + settings['goal'] } = settings;
  const count = code ? code.source.trimEnd().split('\n').length : examples[example];
  if (count === undefined) return [];
  return (['lines', 'hide', 'highlight'] as const).flatMap((name): Finding[] => {
    const written = settings[name] ?? '';
    const last = Math.max(0, ...(parseLineRanges(written) ?? []).map((range) => range.last));
    if (last <= count) return [];
    const message = `${name}="${written}" names line ${last}, but there are ${count}.`;
    return [{ rule: 'no-such-line', message }];
  });
}

function withoutFallback({ settings, hasFallback, isUnclosed }: Embed): Finding[] {
  if (isUnclosed)
    return [
      {
        rule: 'never-closed',
        message:
          'What follows the tag is inside of it: your Markdown never closed it. Write <div class="live-man"> instead.',
      },
    ];
  if (hasFallback || !(settings['example'] ?? settings['code'] ?? settings['goal'])) return [];
  const message =
    'Readers without JavaScript, on paper and in feeds see nothing here. Put a link or the code between the tags.';
  return [{ rule: 'no-fallback', message }];
}
