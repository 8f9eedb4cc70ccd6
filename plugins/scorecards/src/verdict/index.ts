export { BadStandardChip } from './BadStandardChip';
export { LevelBadge, type LevelBadgeProps } from './LevelBadge';
export {
  LevelDistribution,
  type LevelDistributionProps,
} from './LevelDistribution';
export { useLevelFill, type LevelFill } from './levelFill';
export { LevelIcon } from './LevelIcon';
export { PassingShare } from './PassingShare';
export { stateOfVerdict } from './stateOfVerdict';
export { usePoints } from './usePoints';
export { useScorecardWords, type ScorecardWords } from './useScorecardWords';
export { VerdictChip } from './VerdictChip';
