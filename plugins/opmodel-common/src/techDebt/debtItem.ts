/** What kind of thing the debt lies in. */
export const debtCategories = [
  'architecture',
  'code',
  'test',
  'dependency',
  'infrastructure',
  'documentation',
  'security',
  'process',
] as const;

/** What kind of thing the debt lies in. */
export type DebtCategory = (typeof debtCategories)[number];

/** Where an item stands, in the order of a board. */
export const debtStatuses = [
  'open',
  'planned',
  'in_progress',
  'accepted',
  'resolved',
  'wont_fix',
] as const;

/** Where an item stands; `debtStatusMachine.ts` says what follows what. */
export type DebtStatus = (typeof debtStatuses)[number];

/**
 * Whether the debt was taken on knowingly.
 *
 * Source: Fowler, "TechnicalDebtQuadrant", 2009.
 */
export type DebtIntent = 'deliberate' | 'inadvertent';

/** Whether it was, or would have been, a good decision; the other side of {@link DebtIntent}'s quadrant. */
export type DebtPrudence = 'prudent' | 'reckless';

/** How bad a security finding or another item is, as remediation times go by it. */
export const debtSeverities = ['critical', 'high', 'medium', 'low'] as const;

/** How bad an item is, as remediation times go by it. */
export type DebtSeverity = (typeof debtSeverities)[number];

/** What an item is linked to. */
export const debtLinkTypes = [
  'issue',
  'pull_request',
  'adr',
  'incident',
  'slo',
  'check',
  'deployment',
  'exemption',
  'decision',
] as const;

/** What an item is linked to. */
export type DebtLinkType = (typeof debtLinkTypes)[number];

/** A typed link from an item. */
export interface DebtLink {
  type: DebtLinkType;
  /**
   * What is meant, as its type names it: an http(s) address for `issue`, `pull_request` and `adr`; `slo:default/checkout` for `slo`;
   * `scorecard:default/readiness#has-owner` for `check`; the id of the record for the others.
   */
  ref: string;
  /** How it is called where it is shown; null: by its ref. */
  title: string | null;
}

/** What an item costs, as it was estimated. Every field is null where nobody estimated it. */
export interface DebtEstimate {
  /** What paying it off takes once, person-days, above 0. */
  principalDays: number | null;
  /** What each occurrence costs while it is not paid, person-days, 0 or more. */
  interestDays: number | null;
  /** How often that occurs in a month, above 0. */
  occurrencesPerMonth: number | null;
  /** How bad it is when the risk comes true, 1 to 5. */
  impact: number | null;
  /** How likely it comes true, 1 to 5. */
  likelihood: number | null;
  /** Worth of paying it to customers or the business, on the scale of WSJF: 1, 2, 3, 5, 8, 13, 20. */
  businessValue: number | null;
  /** How fast that worth is lost, on the same scale. */
  timeCriticality: number | null;
  /** How much risk paying it takes away or what it makes possible, on the same scale. */
  riskReduction: number | null;
}

/** Where an item came from. */
export type DebtOrigin =
  /** Somebody filed it. */
  | { type: 'person' }
  /** Taken from a file, once. */
  | { type: 'import' }
  /**
   * Kept in sync with a document of the catalog, `ref` is `techdebtregister:default/checkout#old-runtime`. `givesStatus`: whether the
   * document says where the item stands. `leftAt`: since when it no longer names the item, which nobody but people keeps from then on;
   * epoch milliseconds; null: it names it.
   */
  | {
      type: 'document';
      ref: string;
      givesStatus: boolean;
      leftAt: number | null;
    }
  /** Filed by a template of the portal. */
  | { type: 'scaffolder' }
  /** Promoted from a suggestion. */
  | { type: 'suggestion'; source: string; ref: string };

/** An item as people write it: all that is not found out by itself. */
export interface DebtItemContent {
  title: string;
  /** Markdown; null: none. */
  description: string | null;
  /** What carries the debt, full entity refs, at least one, each once. */
  entityRefs: readonly string[];
  /** Who answers for it, a group. */
  ownerRef: string;
  category: DebtCategory;
  intent: DebtIntent | null;
  prudence: DebtPrudence | null;
  severity: DebtSeverity | null;
  estimate: DebtEstimate;
  /** What it does to the business, in words. */
  businessImpact: string | null;
  /** How it is to be paid, Markdown. */
  remediationPlan: string | null;
  /** ISO day by which it is to be paid. */
  targetDate: string | null;
  /** ISO day on which somebody looks at it again. */
  reviewDate: string | null;
  links: readonly DebtLink[];
}

/** One piece of technical debt: a root cause that costs something until it is paid. */
export interface DebtItem extends DebtItemContent {
  id: string;
  /** Counts the changes of the item, from 1; who writes says which they have seen. */
  version: number;
  status: DebtStatus;
  /** What the system that it was imported from calls it; null: it has no name there. */
  externalId: string | null;
  /** Entity ref of the person or service who filed it. */
  reportedBy: string;
  origin: DebtOrigin;
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** Epoch milliseconds since when it stands where it stands. */
  statusSince: number;
  /** Epoch milliseconds of when it was paid or given up; null: it stands. */
  resolvedAt: number | null;
  /** How it was paid, or why it never will be. */
  resolution: string | null;
  /** Last ISO day of its acceptance; null: it is not accepted. */
  acceptedUntil: string | null;
  /** Who approved the acceptance. */
  acceptedBy: string | null;
}
