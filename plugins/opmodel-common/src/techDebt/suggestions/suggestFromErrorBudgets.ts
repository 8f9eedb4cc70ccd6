import type { ConsequenceKind } from '../../client/SloApi';
import { isGradedBudget, type PolicyBudget } from '../../slo/evaluatePolicy';
import type { DebtSeverity } from '../debtItem';
import type { FoundSuggestion } from './debtSuggestion';
import { asMarkdownCode, asMarkdownText, asOneLine } from './outsideText';
import { onePerFingerprint } from './preferredSuggestion';
import { linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

/** What a policy brings about for the objective. */
export interface BudgetPolicyInput {
  policyRef: string;
  policyTitle: string;
  kind: ConsequenceKind;
  /** Share of the budget left from which on it holds. */
  threshold: number;
}

/** The budget of one objective, and what follows from it. */
export interface ErrorBudgetInput {
  entityRef: string;
  budget: PolicyBudget;
  /** Since when nothing of it is left, epoch milliseconds; null: not known. */
  exhaustedSince: number | null;
  consequences: readonly BudgetPolicyInput[];
  /** Where the budget can be read; null: nowhere. */
  url: string | null;
}

/**
 * Debt out of error budgets of which nothing is left: the service is less reliable than was agreed. So is a budget that a policy turns
 * into debt before it is used up. One of which too little is known, or that is of some time ago, is none.
 *
 * It is `high` where a policy holds releases for it, else `medium`.
 */
export function suggestFromErrorBudgets(
  budgets: readonly ErrorBudgetInput[],
): FoundSuggestion[] {
  return onePerFingerprint(budgets.filter(isDebt).map(asSuggestion));
}

function isDebt({ budget, consequences }: ErrorBudgetInput): boolean {
  const isAsked = consequences.some(({ kind }) => kind === 'debt');
  return (
    isGradedBudget(budget) &&
    budget.isStale !== true &&
    (budget.remaining! <= 0 || isAsked)
  );
}

function severityOf({ consequences }: ErrorBudgetInput): DebtSeverity {
  return consequences.some(
    ({ kind }) =>
      kind === 'freeze_risky_releases' || kind === 'require_approval',
  )
    ? 'high'
    : 'medium';
}

function asSuggestion(input: ErrorBudgetInput): FoundSuggestion {
  const { entityRef, budget, consequences } = input;
  const remaining = budget.remaining!;
  const name = asOneLine(budget.sloTitle, 120);
  const percent = `${Number((remaining * 100).toFixed(1))} %`;
  return {
    source: 'error_budget',
    fingerprint: suggestionFingerprint('error_budget', entityRef, [
      budget.sloRef,
      budget.objective,
    ]),
    entityRef,
    title:
      remaining <= 0
        ? `Error budget exhausted: ${name}`
        : `Error budget low: ${name}`,
    description: [
      `${percent} is left of the error budget of ${asMarkdownCode(
        budget.sloRef,
        200,
      )}, objective ${budget.objective + 1}.`,
      ...[...consequences]
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .map(
          ({ policyTitle, kind }) =>
            `- ${asMarkdownText(policyTitle, 120)}: \`${kind}\``,
        ),
    ].join('\n'),
    category: 'infrastructure',
    severity: severityOf(input),
    since: input.exhaustedSince,
    principalDays: null,
    evidence: [
      ...quoted('slo', budget.sloRef),
      ...measured('remaining', remaining, 'share'),
      ...consequences
        .map(keyOf)
        .sort()
        .flatMap(key => quoted('consequence', key)),
      ...linked('budget', input.url),
    ],
    links: [{ type: 'slo', ref: budget.sloRef, title: name }],
  };
}

function keyOf({ policyRef, kind }: BudgetPolicyInput): string {
  return `${policyRef} ${kind}`;
}
