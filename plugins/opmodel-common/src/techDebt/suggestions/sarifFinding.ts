import type { DebtSeverity } from '../debtItem';

/** One result of a SARIF file that says that something is wrong. All texts are as the file has them, but for their length. */
export interface SarifFinding {
  tool: string;
  /** Of the analysis that found it, see {@link SarifAnalysis}. */
  category: string | null;
  /** Null: the result names no rule. */
  ruleId: string | null;
  ruleName: string | null;
  message: string;
  severity: DebtSeverity;
  /** CVSS score, 0 to 10, that `severity` comes from; null: it comes from the level. */
  securitySeverity: number | null;
  level: 'error' | 'warning' | 'note';
  tags: readonly string[];
  /** Where it is; null: the result does not say. */
  path: string | null;
  /** From 1. */
  line: number | null;
  /** How it is to be mended. */
  help: string | null;
  helpUri: string | null;
  /** When it was first found, epoch milliseconds, as the tool tells; null: it does not. */
  firstDetected: number | null;
  /** What tells it from others, whatever line it is in. */
  identity: readonly (string | null)[];
}

/** One of the things that a tool looks at by itself, such as one language of several. What it does not find any more is gone; of others it says nothing. */
export interface SarifAnalysis {
  tool: string;
  /** `runAutomationDetails.id` without its last part, which tells one run from the next (§3.17.3); null: the file names none. */
  category: string | null;
}

/** What is wrong with a file, at the path of the field: `runs[0].results[3].level`. */
export interface SarifProblem {
  path: string;
  message: string;
}

/** What a SARIF file says. */
export interface SarifReading {
  findings: SarifFinding[];
  /** Whose runs are in it, each once, those that found nothing included. */
  analyses: SarifAnalysis[];
  /** Results that somebody suppressed. */
  suppressed: number;
  /** Results that say that nothing is wrong, or that it is gone since the baseline. */
  passed: number;
  /** Results beyond the bound, which were not read. */
  unread: number;
  /** At most `SarifBounds.problems` of them. What is wrong with a result leaves out that result; with a run, that run. */
  problems: SarifProblem[];
}

/** How much of a file is read. */
export interface SarifBounds {
  runs: number;
  /** Results over all runs. */
  results: number;
  problems: number;
}

/** As much as code scanning of GitHub takes: 20 runs of 25,000 results; here over all runs. */
export const ordinarySarifBounds: SarifBounds = {
  runs: 20,
  results: 25_000,
  problems: 50,
};
