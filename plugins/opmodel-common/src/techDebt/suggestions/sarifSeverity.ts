import type { DebtSeverity } from '../debtItem';

const severityOfLevel = {
  error: 'high',
  warning: 'medium',
  note: 'low',
} as const satisfies Record<string, DebtSeverity>;

/**
 * How bad a result is. A security severity from 0.1 to 10 goes before the level: above 9.0 critical, from 7.0 high, from 4.0 medium, else
 * low, as code scanning of GitHub shows it ("SARIF support for code scanning", `security-severity`). Without one, or with 0, which says
 * that it is none: error is high, warning medium, note low.
 */
export function sarifSeverity(
  level: 'error' | 'warning' | 'note',
  securitySeverity: number | null,
): DebtSeverity {
  const isScore =
    securitySeverity !== null && securitySeverity > 0 && securitySeverity <= 10;
  return isScore ? severityOfScore(securitySeverity) : severityOfLevel[level];
}

function severityOfScore(score: number): DebtSeverity {
  if (score > 9) {
    return 'critical';
  }
  if (score >= 7) {
    return 'high';
  }
  return score >= 4 ? 'medium' : 'low';
}
