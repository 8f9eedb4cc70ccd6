import type { CheckVerdict } from './checkVerdict';
import { computeLevel } from './computeLevel';
import { computePoints } from './computePoints';
import type {
  ScorecardDefinition,
  ScorecardLevel,
} from './scorecardDefinition';

/**
 * The level that an entity reaches of its own once it passes one more check; null: none. It may be several above the one it is at, where
 * everything between is met already. What other scorecards hold back is not regarded.
 */
export function levelWithCheck(
  definition: Pick<ScorecardDefinition, 'scheme' | 'levels' | 'checks'>,
  verdicts: ReadonlyMap<string, Pick<CheckVerdict, 'state' | 'standing'>>,
  checkId: string,
): ScorecardLevel | null {
  const mended = new Map(verdicts).set(checkId, {
    state: 'passed',
    standing: null,
  });
  return definition.scheme === 'points'
    ? computePoints(definition, mended).level
    : computeLevel(definition, mended).level;
}
