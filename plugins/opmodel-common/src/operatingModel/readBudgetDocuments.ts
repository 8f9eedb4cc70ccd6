import type { PolicyApproval, PolicyThreshold } from '../client/SloApi';
import { withoutArtefacts } from '../slo/errorBudget';
import { parseSloDuration } from '../slo/sloDuration';
import {
  type AgreedObjective,
  consequenceKinds,
  type ErrorBudgetPolicySpec,
  policyApprovalRoles,
  type ServiceLevelAgreementSpec,
} from './budgetDocuments';
import { completeRef } from './completeRef';
import {
  type DocumentPart,
  readLimit,
  readList,
  readPart,
  readText,
  readUrl,
  readWord,
} from './documentValues';

const isoDay = /^\d{4}-\d{2}-\d{2}/;
const percentage = /^(-?\d+(?:\.\d+)?)\s*%$/;

/**
 * Reads the `spec` of kind `ErrorBudgetPolicy` as the snapshot keeps it. It never throws: thresholds that say nothing of what follows
 * are left out, and a mode that cannot be read is `shadow`, so that a spelling mistake holds no release.
 *
 * @returns null where it does not say what it applies to
 */
export function readErrorBudgetPolicy(
  document: DocumentPart | undefined,
): ErrorBudgetPolicySpec | null {
  const part = readPart(document);
  const limits = readPart(part.appliesTo);
  const appliesTo = readAttachments(part.appliesTo);
  const tiers = readLimit(limits.tiers ?? part.tiers, readText);
  return appliesTo && tiers
    ? {
        owner: completeRef(part.owner),
        appliesTo,
        tiers,
        thresholds: readList(part.thresholds)
          .flatMap(threshold => readThreshold(threshold) ?? [])
          .sort((a, b) => b.remaining - a.remaining),
        approvals: readApprovals(part.approvals),
        mode: readWord(part.mode, ['shadow', 'enforced']) ?? 'shadow',
        closedWhenUnknown: part.closedWhenUnknown === true,
        version: readText(part.version) ?? '1',
      }
    : null;
}

/**
 * Reads the `spec` of kind `ServiceLevelAgreement` as the snapshot keeps it. It never throws: objectives without a target are left
 * out. A single objective may stand in the document itself.
 *
 * @returns null where it does not say what it is about
 */
export function readServiceLevelAgreement(
  document: DocumentPart | undefined,
): ServiceLevelAgreementSpec | null {
  const part = readPart(document);
  const appliesTo = readAttachments(part.appliesTo);
  const written = part.objectives === undefined ? part : part.objectives;
  return (
    appliesTo && {
      owner: completeRef(part.owner),
      appliesTo,
      customer: readText(part.customer),
      objectives: readList(written).flatMap(
        objective => readAgreedObjective(objective) ?? [],
      ),
      validFrom: readDay(part.validFrom),
      validUntil: readDay(part.validUntil),
      url: readUrl(part.url),
    }
  );
}

/** A list of refs, or an object that has such a list for each kind. */
const attachmentKinds: Readonly<Record<string, string>> = {
  slos: 'slo',
  entities: 'component',
  components: 'component',
  systems: 'system',
  domains: 'domain',
  owners: 'group',
  groups: 'group',
};

function readAttachments(value: unknown): string[] | null {
  const limits = readPart(value);
  const kinds = Object.keys(attachmentKinds).filter(
    kind => limits[kind] !== undefined,
  );
  if (kinds.length === 0) {
    const isLimitedByTier = limits.tiers !== undefined;
    return isLimitedByTier ? [] : readLimit(value, item => completeRef(item));
  }
  const refs = kinds.map(kind =>
    readLimit(limits[kind], item => completeRef(item, attachmentKinds[kind])),
  );
  return refs.some(list => list === null)
    ? null
    : [...new Set(refs.flatMap(list => list ?? []))];
}

function readThreshold(value: unknown): PolicyThreshold | null {
  const part = readPart(value);
  const remaining = readShare(part.remaining);
  const consumed = readShare(part.consumed);
  const share =
    remaining ?? (consumed === null ? null : withoutArtefacts(1 - consumed));
  const consequences = [
    ...new Set(
      readList(part.consequences).flatMap(
        kind => readWord(kind, consequenceKinds) ?? [],
      ),
    ),
  ];
  return share !== null && share <= 1 && consequences.length > 0
    ? { remaining: share, consequences }
    : null;
}

function readApprovals(value: unknown): PolicyApproval[] {
  const approvals = readList(value).flatMap(item => {
    const part = readPart(item);
    const role = readWord(part.role, policyApprovalRoles);
    return role === null
      ? []
      : [
          {
            role,
            approvedBy: readText(part.approvedBy),
            approvedOn: readDay(part.approvedOn),
          },
        ];
  });
  return policyApprovalRoles.flatMap(
    role => approvals.find(approval => approval.role === role) ?? [],
  );
}

function readAgreedObjective(value: unknown): AgreedObjective | null {
  const part = readPart(value);
  const percent = readShare(part.targetPercent);
  const target =
    readShare(part.target) ?? (percent === null ? null : percent / 100);
  return target !== null && target >= 0 && target <= 1
    ? {
        title: readText(part.title),
        slo: completeRef(part.slo, 'slo'),
        target,
        period: parseSloDuration(readText(part.period) ?? ''),
        penalty: readText(part.penalty),
      }
    : null;
}

/** A share as a number, or as text with a percent sign. */
function readShare(value: unknown): number | null {
  const text = readText(value) ?? '';
  const [, percent] = percentage.exec(text) ?? [];
  const share = percent === undefined ? Number(text) : Number(percent) / 100;
  return text !== '' && Number.isFinite(share) ? share : null;
}

/** An ISO day; YAML reads one without quotes as an instant. */
function readDay(value: unknown): string | null {
  const text =
    value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString()
      : readText(value) ?? '';
  return isoDay.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))
    ? text.slice(0, 10)
    : null;
}
