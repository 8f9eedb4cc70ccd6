import { type CheckVerdict, isJudgement, type Judgement } from './checkVerdict';
import type {
  ScorecardCheck,
  ScorecardDefinition,
  ScorecardLevel,
} from './scorecardDefinition';

/** How one check bears on the levels of one entity. */
export type Bearing =
  /** It holds nothing back. */
  | 'met'
  /** It holds its level back. */
  | 'missed'
  /** It is not known yet, and holds its level back until it is. */
  | 'unknown'
  /** It is broken and never found anything. */
  | 'broken'
  /** It asks nothing of the entity. */
  | 'none';

/** What a check asks for, of which an entity fell short. */
export interface MissingCheck {
  checkId: string;
  bearing: 'missed' | 'unknown';
}

/** Where an entity stands on a ladder. */
export interface LevelResult {
  /** The highest level of which all checks are met, and all of those below; null: none, or nothing is asked of the entity. */
  level: ScorecardLevel | null;
  /** The level above; null: there is none. */
  next: ScorecardLevel | null;
  /** What is missing for the next level, in the order of the definition. */
  missing: readonly MissingCheck[];
  /** Whether any check is asked of the entity. */
  isAsked: boolean;
  /** Checks that count by what stood before their data went missing. */
  held: readonly string[];
}

/**
 * Finds the level of an entity. Levels are cumulative: whoever misses a check of Bronze has no level, however many of Gold are met.
 *
 * A warning holds nothing back. What an acceptance covers is met until it expires. Where data is missing or the check is broken, what
 * was found last counts; a check that is broken and never found anything hurts nobody, and one that was never told its facts
 * does what the definition says. Where nothing but broken checks would speak for a level, none is reached.
 */
export function computeLevel(
  { levels, checks }: Pick<ScorecardDefinition, 'levels' | 'checks'>,
  verdicts: ReadonlyMap<string, Pick<CheckVerdict, 'state' | 'standing'>>,
): LevelResult {
  const ladder = [...levels].sort((a, b) => a.rank - b.rank);
  const asked = checks
    .filter(({ level }) => level !== undefined)
    .map(check => {
      const verdict = verdicts.get(check.id);
      return { check, verdict, bearing: bearingOf(check, verdict) };
    });
  const bearings = new Set(asked.map(({ bearing }) => bearing));
  const isAsked = (['met', 'missed', 'unknown'] as const).some(bearing =>
    bearings.has(bearing),
  );
  const isUnjudged =
    bearings.has('broken') &&
    !asked.some(({ verdict }) => verdict !== undefined && isKnown(verdict));
  const missingOf = (name: string) =>
    asked.flatMap(({ check, bearing }): MissingCheck[] =>
      check.level === name ? missingBy(check.id, bearing, { isUnjudged }) : [],
    );
  const short = ladder.findIndex(({ name }) => missingOf(name).length > 0);
  const unbroken = short < 0 ? ladder.length : short;
  const reached = isAsked && !isUnjudged ? unbroken : 0;
  const next = ladder[reached] ?? null;
  return {
    level: ladder[reached - 1] ?? null,
    next,
    missing: next ? missingOf(next.name) : [],
    isAsked,
    held: asked
      .filter(
        ({ verdict }) =>
          verdict !== undefined && isSilent(verdict) && verdict.standing,
      )
      .map(({ check }) => check.id),
  };
}

/** @param options - `isUnjudged`: nothing of the entity was ever judged */
function missingBy(
  checkId: string,
  bearing: Bearing,
  { isUnjudged }: { isUnjudged: boolean },
): MissingCheck[] {
  if (bearing === 'missed' || bearing === 'unknown') {
    return [{ checkId, bearing }];
  }
  return bearing === 'broken' && isUnjudged
    ? [{ checkId, bearing: 'unknown' }]
    : [];
}

const bearingsOfSilence = {
  wait: 'unknown',
  ignore: 'none',
  fail: 'missed',
} as const;

/** How a check bears on the levels of an entity. */
export function bearingOf(
  { whenNotReported }: Pick<ScorecardCheck, 'whenNotReported'>,
  verdict: Pick<CheckVerdict, 'state' | 'standing'> | undefined,
): Bearing {
  if (verdict === undefined) {
    return 'unknown';
  }
  const { state, standing } = verdict;
  if (isSilent(verdict)) {
    if (standing) {
      return bearingOfJudgement(standing);
    }
    return state === 'error' ? 'broken' : bearingsOfSilence[whenNotReported];
  }
  switch (state) {
    case 'not_applicable':
      return 'none';
    case 'exempt':
      return 'met';
    default:
      return bearingOfJudgement(state as Judgement);
  }
}

function bearingOfJudgement(judgement: Judgement): Bearing {
  return judgement === 'failed' ? 'missed' : 'met';
}

/** Whether a check was ever judged, or an acceptance stands for that. */
function isKnown({
  state,
  standing,
}: Pick<CheckVerdict, 'state' | 'standing'>): boolean {
  return standing !== null || isJudgement(state) || state === 'exempt';
}

function isSilent({ state }: Pick<CheckVerdict, 'state'>): boolean {
  return state === 'not_reported' || state === 'error';
}
