import {
  debtCategories,
  type DebtIntent,
  type DebtPrudence,
  debtSeverities,
  debtStatuses,
} from '../debtItem';
import type { DebtField } from './DebtField';
import {
  debtNumberBounds,
  debtTextLimits as limits,
  wsjfScale,
} from './debtLimits';
import {
  dayField,
  groupField,
  instantField,
  lineField,
  linksField,
  numberField,
  refsField,
  scaleField,
  textField,
  wordField,
} from './fieldTypes';

/** Both sides of the quadrant's first axis. */
export const debtIntents: readonly DebtIntent[] = ['deliberate', 'inadvertent'];

/** Both sides of its second axis. */
export const debtPrudences: readonly DebtPrudence[] = ['prudent', 'reckless'];

const oneToFive = { least: 1, most: 5, isWhole: true };

/**
 * All fields of an item that files exchange, in the order in which they are written: what each is called in a CSV file and in JSON,
 * how it is read, checked and printed. The API and the editor check what they are given with them as well.
 */
export const debtFields: readonly DebtField[] = [
  lineField(
    {
      path: 'externalId',
      column: 'External id',
      synonyms: [
        'id',
        'key',
        'external key',
        'reference',
        'debt id',
        'item id',
      ],
      isContent: false,
      whenEmpty: 'unsaid',
    },
    limits.externalId,
  ),
  lineField(
    {
      path: 'title',
      column: 'Title',
      synonyms: ['summary', 'name', 'headline', 'debt', 'debt item', 'item'],
      whenEmpty: 'required',
    },
    limits.title,
  ),
  textField(
    {
      path: 'description',
      column: 'Description',
      synonyms: ['details', 'notes', 'problem', 'root cause'],
    },
    limits.description,
  ),
  refsField({
    path: 'entityRefs',
    column: 'Entities',
    synonyms: [
      'entity',
      'entity ref',
      'entity refs',
      'component',
      'components',
      'service',
      'services',
      'affected components',
      'affected services',
    ],
    whenEmpty: 'required',
  }),
  groupField({
    path: 'ownerRef',
    column: 'Owner',
    synonyms: ['owner ref', 'team', 'owning team', 'group', 'responsible team'],
    whenEmpty: 'required',
  }),
  wordField(
    {
      path: 'category',
      column: 'Category',
      synonyms: ['type', 'debt type'],
      whenEmpty: 'required',
    },
    debtCategories,
  ),
  wordField(
    { path: 'intent', column: 'Intent', synonyms: ['intention'] },
    debtIntents,
  ),
  wordField({ path: 'prudence', column: 'Prudence' }, debtPrudences),
  wordField({ path: 'severity', column: 'Severity' }, debtSeverities),
  wordField(
    {
      path: 'status',
      column: 'Status',
      synonyms: ['state'],
      isContent: false,
      whenEmpty: 'required',
    },
    debtStatuses,
  ),
  numberField(
    {
      path: 'estimate.principalDays',
      column: 'Principal (person-days)',
      synonyms: [
        'principal',
        'principal days',
        'effort days',
        'effort person days',
        'effort in days',
        'estimate days',
        'estimated effort days',
        'person days',
        'remediation effort days',
      ],
    },
    debtNumberBounds,
  ),
  numberField(
    {
      path: 'estimate.interestDays',
      column: 'Interest per occurrence (person-days)',
      synonyms: [
        'interest days',
        'interest per occurrence',
        'interest per occurrence days',
        'interest days per occurrence',
      ],
    },
    { ...debtNumberBounds, least: 0 },
  ),
  numberField(
    {
      path: 'estimate.occurrencesPerMonth',
      column: 'Occurrences per month',
      synonyms: ['frequency per month', 'times per month', 'occurrences month'],
    },
    debtNumberBounds,
  ),
  numberField(
    { path: 'estimate.impact', column: 'Impact', synonyms: ['impact 1 5'] },
    oneToFive,
  ),
  numberField(
    {
      path: 'estimate.likelihood',
      column: 'Likelihood',
      synonyms: ['likelihood 1 5', 'probability 1 5'],
    },
    oneToFive,
  ),
  scaleField(
    {
      path: 'estimate.businessValue',
      column: 'Business value',
      synonyms: ['user business value'],
    },
    wsjfScale,
  ),
  scaleField(
    { path: 'estimate.timeCriticality', column: 'Time criticality' },
    wsjfScale,
  ),
  scaleField(
    {
      path: 'estimate.riskReduction',
      column: 'Risk reduction',
      synonyms: ['risk reduction opportunity enablement', 'rr oe'],
    },
    wsjfScale,
  ),
  textField(
    {
      path: 'businessImpact',
      column: 'Business impact',
      synonyms: ['consequence', 'consequences'],
    },
    limits.businessImpact,
  ),
  textField(
    {
      path: 'remediationPlan',
      column: 'Remediation plan',
      synonyms: ['remediation', 'plan', 'proposed solution', 'solution'],
    },
    limits.remediationPlan,
  ),
  dayField({
    path: 'targetDate',
    column: 'Target date',
    synonyms: ['due date', 'due', 'deadline', 'target'],
  }),
  dayField({
    path: 'reviewDate',
    column: 'Review date',
    synonyms: ['review', 'review on', 'next review'],
  }),
  linksField({
    path: 'links',
    column: 'Links',
    synonyms: ['link', 'issue', 'issues', 'ticket', 'tickets', 'issue link'],
  }),
  textField(
    {
      path: 'resolution',
      column: 'Resolution',
      synonyms: ['resolved how', 'outcome'],
      isContent: false,
    },
    limits.resolution,
  ),
  instantField({
    path: 'createdAt',
    column: 'Created at',
    synonyms: [
      'created',
      'created on',
      'date created',
      'opened',
      'date raised',
    ],
    isContent: false,
    whenEmpty: 'unsaid',
  }),
  instantField({
    path: 'resolvedAt',
    column: 'Resolved at',
    synonyms: [
      'resolved',
      'resolved on',
      'date resolved',
      'closed',
      'closed at',
      'closed on',
    ],
    isContent: false,
    whenEmpty: 'unsaid',
  }),
];

/** The fields that people write, which is what the API and the editor take. */
export const debtContentFields: readonly DebtField[] = debtFields.filter(
  ({ isContent }) => isContent,
);
