import { alertBreaches } from './breaches/alertBreaches';
import { documentBreaches } from './breaches/documentBreaches';
import { indicatorBreaches } from './breaches/indicatorBreaches';
import { namingBreaches } from './breaches/namingBreaches';
import { objectiveBreaches } from './breaches/objectiveBreaches';
import { timeWindowBreaches } from './breaches/timeWindowBreaches';
import type { RuleBreach } from './breaches/RuleBreach';

/** A breach of every rule, and of some rules more than one. */
export const ruleBreaches: RuleBreach[] = [
  ...documentBreaches,
  ...namingBreaches,
  ...timeWindowBreaches,
  ...objectiveBreaches,
  ...indicatorBreaches,
  ...alertBreaches,
];
