import type {
  DebtCategory,
  DebtIntent,
  DebtLink,
  DebtPrudence,
  DebtSeverity,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A kind of debt that turns up in the demo organisation, as somebody would write it down. */
export interface DebtTheme {
  /** Short and stable: it is part of the external ids of its items. */
  id: string;
  /** One line; `{name}` stands for the component. */
  title: string;
  /** The root cause. */
  description: string;
  businessImpact: string;
  remediationPlan: string;
  category: DebtCategory;
  intent: DebtIntent;
  prudence: DebtPrudence;
  /** Absent: it has no remediation time. */
  severity?: DebtSeverity;
  /** Median of what paying it takes, person-days. */
  principalDays: number;
  /** What an occurrence costs, person-days. */
  interestDays: number;
  /** Median of the occurrences in a month. */
  occurrencesPerMonth: number;
  /** 1 to 5. */
  impact: number;
  /** 1 to 5. */
  likelihood: number;
  /** How it shows. */
  symptoms: readonly string[];
  /** The check that asks for what is owed; absent: none does. */
  check?: Pick<DebtLink, 'ref' | 'title'>;
  /** What was done in the end. */
  resolution: string;
  /** Only what is deployed has it. */
  ofDeployed?: boolean;
}
