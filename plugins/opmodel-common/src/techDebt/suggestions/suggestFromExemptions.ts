import type { AcceptanceState, RiskLevel } from '../../client/AcceptanceApi';
import type { VerdictState } from '../../scorecards/checkVerdict';
import { categoryOfCheck } from './categoryOfCheck';
import type { FoundSuggestion } from './debtSuggestion';
import { asMarkdownCode, asMarkdownText, asOneLine } from './outsideText';
import { dated, quoted } from './suggestionEvidence';
import { onePerFingerprint } from './preferredSuggestion';
import { suggestionFingerprint } from './suggestionFingerprint';

/** An exemption of an entity from a check. */
export interface ExemptionInput {
  /** Id of the acceptance. */
  id: string;
  entityRef: string;
  /** `scorecard:default/readiness#has-owner`. */
  checkRef: string;
  checkName: string;
  /** Row of the rubric, such as `Security`; null: none. */
  checkCategory: string | null;
  state: AcceptanceState;
  riskLevel: RiskLevel;
  reason: string;
  /** Last ISO day on which it holds; null: it does not end. */
  expiresOn: string | null;
  /** When it was approved, epoch milliseconds; null: it was not. */
  approvedAt: number | null;
  /** What the check comes to now; null: not known. */
  verdict: VerdictState | null;
}

/**
 * Debt out of exemptions: an approved one is debt that somebody accepted, and an expired one is debt that nobody accepts any more. One of a
 * check that is met by now, or is not asked any more, is none. Where an entity was exempted from a check more than once, what holds counts
 * before what is over, and then the later one; renewed, it is the same suggestion.
 */
export function suggestFromExemptions(
  exemptions: readonly ExemptionInput[],
): FoundSuggestion[] {
  const standing = new Map<string, ExemptionInput>();
  for (const exemption of exemptions.filter(isDebt)) {
    const key = `${exemption.entityRef} ${exemption.checkRef}`;
    const rival = standing.get(key);
    if (!rival || holdsBefore(exemption, rival)) {
      standing.set(key, exemption);
    }
  }
  return onePerFingerprint([...standing.values()].map(asSuggestion));
}

function isDebt({ state, verdict }: ExemptionInput): boolean {
  const isMet = verdict === 'passed' || verdict === 'warning';
  return (
    (state === 'approved' || state === 'expired') &&
    !isMet &&
    verdict !== 'not_applicable'
  );
}

function holdsBefore(one: ExemptionInput, other: ExemptionInput): boolean {
  if (one.state !== other.state) {
    return one.state === 'approved';
  }
  const ends = [one.expiresOn ?? '9999-12-31', other.expiresOn ?? '9999-12-31'];
  return ends[0] === ends[1] ? one.id > other.id : ends[0] > ends[1];
}

function asSuggestion(exemption: ExemptionInput): FoundSuggestion {
  const { id, entityRef, checkRef, checkName, state, expiresOn } = exemption;
  const isOver = state === 'expired';
  const name = asOneLine(checkName, 120);
  return {
    source: 'exemption',
    fingerprint: suggestionFingerprint('exemption', entityRef, [checkRef]),
    entityRef,
    title: isOver ? `Exemption expired: ${name}` : `Exempt from: ${name}`,
    description: [
      isOver
        ? `An exemption from the check ${asMarkdownCode(checkRef, 200)} ended${
            expiresOn === null ? '' : ` after ${expiresOn}`
          }, and the check is not known to be met.`
        : `The check ${asMarkdownCode(checkRef, 200)} is not asked ${
            expiresOn === null ? 'any more' : `until ${expiresOn}`
          }: that was accepted, and what it asks is still to be done.`,
      `Given as the reason: ${asMarkdownText(exemption.reason, 1_000)}`,
    ].join('\n\n'),
    category: categoryOfCheck(exemption.checkCategory),
    severity: exemption.riskLevel,
    since: exemption.approvedAt,
    principalDays: null,
    evidence: [
      ...quoted('check', checkRef),
      ...quoted('exemptionState', state),
      ...quoted('riskLevel', exemption.riskLevel),
      ...quoted('reason', exemption.reason),
      ...dated('expiresOn', expiresOn),
    ],
    links: [
      { type: 'exemption', ref: id, title: null },
      { type: 'check', ref: checkRef, title: name },
    ],
  };
}
