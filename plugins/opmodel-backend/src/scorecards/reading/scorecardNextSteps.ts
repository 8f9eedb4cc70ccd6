import type {
  EntityCheck,
  EntityScorecard,
  FixStep,
  ScorecardLevel,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A step with what its place follows from: less comes first. */
interface PlacedStep {
  step: FixStep;
  place: number[];
}

/** The level that an entity reaches on a scorecard once it passes one more check; null: none. */
export type ReachedWith = (
  scorecardRef: string,
  checkId: string,
) => Pick<ScorecardLevel, 'name' | 'rank'> | null;

/**
 * What to mend first: what reaches a level with one step, then what is missing for the next level, on scorecards that count and where the
 * least is missing before the others, and then whatever else fails.
 */
export function scorecardNextSteps(
  scorecards: readonly EntityScorecard[],
  reachedWith: ReachedWith,
): FixStep[] {
  return scorecards
    .filter(({ isAsked }) => isAsked)
    .flatMap(own => stepsOf(own, reachedWith))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ step }) => step);
}

function stepsOf(own: EntityScorecard, reachedWith: ReachedWith): PlacedStep[] {
  const { scorecard, missing, checks, requires, level } = own;
  // Without points, several that are missing are all needed.
  const mayReach =
    (missing.length === 1 || scorecard.scheme === 'points') &&
    requires.every(({ isMet }) => isMet);
  const unlockedBy = (checkId: string) => {
    const reached = mayReach ? reachedWith(scorecard.ref, checkId) : null;
    return reached && reached.rank > (level?.rank ?? 0) ? reached.name : null;
  };
  const counts = Number(!scorecard.countsToOverall);
  const highest = Math.max(1, ...scorecard.levels.map(({ rank }) => rank));
  const byId = new Map(checks.map(check => [check.checkId, check]));
  const needed = missing.flatMap(({ checkId, bearing }) => {
    const check = byId.get(checkId);
    return check ? [{ check, isUnknown: Number(bearing === 'unknown') }] : [];
  });
  const isNeeded = new Set(needed.map(({ check }) => check.checkId));
  const place = (...more: number[]) => [
    ...more.slice(0, 1),
    counts,
    (level?.rank ?? 0) / highest,
    ...more.slice(1),
  ];
  return [
    ...needed.map(({ check, isUnknown }) => {
      const unlocks = unlockedBy(check.checkId);
      return {
        step: stepOf(own, check, unlocks),
        place: place(unlocks === null ? 1 : 0, missing.length, isUnknown),
      };
    }),
    ...checks
      .filter(check => fails(check) && !isNeeded.has(check.checkId))
      .map(check => ({
        step: stepOf(own, check, null),
        place: place(2, rankOf(own, check)),
      })),
  ];
}

/** What was found last counts where nothing can be found now. */
function fails({ state, standing }: EntityCheck): boolean {
  return state === 'failed' || standing === 'failed';
}

/** What no level asks for comes last. */
function rankOf({ scorecard }: EntityScorecard, { level }: EntityCheck) {
  return (
    scorecard.levels.find(({ name, rank }) => rank > 0 && name === level)
      ?.rank ?? Number.MAX_SAFE_INTEGER
  );
}

function stepOf(
  { scorecard }: EntityScorecard,
  check: EntityCheck,
  unlocks: string | null,
): FixStep {
  const { checkId, name, level, state, message, solution, links } = check;
  return {
    scorecardRef: scorecard.ref,
    scorecardTitle: scorecard.title,
    checkId,
    name,
    level,
    state,
    message,
    solution,
    links,
    unlocks,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== (b[index] ?? 0));
  return at < 0 ? 0 : a[at] - (b[at] ?? 0);
}
