export { LevelBadge, type LevelBadgeProps } from './LevelBadge';
export { LevelIcon } from './LevelIcon';
export { stateOfVerdict } from './stateOfVerdict';
export { useScorecardWords, type ScorecardWords } from './useScorecardWords';
export { VerdictChip } from './VerdictChip';
