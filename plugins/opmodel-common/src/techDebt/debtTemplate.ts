import type { DebtCategory, DebtEstimate, DebtLinkType } from './debtItem';

/** What a template is for. */
export const debtTemplateIds = [
  'end-of-life-dependency',
  'unsupported-runtime',
  'fragile-component',
  'missing-tests',
  'manual-operation',
  'overdue-security-finding',
  'architecture-drag',
] as const;

/** What a template is for. */
export type DebtTemplateId = (typeof debtTemplateIds)[number];

/** An input that the kind of debt says by itself, and why it does. */
export interface ProposedInput {
  field: keyof DebtEstimate;
  value: number;
  why: string;
}

/** How a kind of debt is written down. Its texts are English; what is shown in other languages goes by its id. */
export interface DebtTemplate {
  id: DebtTemplateId;
  name: string;
  /** With places such as `{dependency}`. */
  titlePattern: string;
  /** What the title leaves to be filled in, in its order. */
  places: readonly string[];
  category: DebtCategory;
  /**
   * What the kind of debt says by itself. All other inputs stay without a value: what nobody estimated is no estimate, and prices nothing.
   */
  proposed: readonly ProposedInput[];
  /** Markdown: what to write, as headings with a question under each. */
  outline: string;
  /** What such an item is mostly linked to, the most telling first. */
  expectedLinks: readonly DebtLinkType[];
}
