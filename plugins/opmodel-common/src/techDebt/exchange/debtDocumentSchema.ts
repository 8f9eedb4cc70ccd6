import { operatingApiVersion } from '../../operatingModel/operatingDocuments';
import {
  debtCategories,
  debtLinkTypes,
  debtSeverities,
  debtStatuses,
} from '../debtItem';
import { debtDocumentKind, debtNameForm } from './debtDocument';
import { debtIntents, debtPrudences } from './debtFields';
import {
  debtFileLimits,
  debtNumberBounds,
  debtTextLimits as limits,
  wsjfScale,
} from './debtLimits';

const name = {
  title: 'a name as of a catalog entity',
  type: 'string',
  maxLength: debtFileLimits.name,
  pattern: debtNameForm.source,
};

const ref = {
  title: 'the ref of a catalog entity, such as component:default/checkout',
  type: 'string',
  maxLength: limits.entityRef,
  pattern: '^\\s*([^:/\\s,;|]+:)?([^:/\\s,;|]+/)?[^:/\\s,;|]+\\s*$',
};

const day = {
  title: 'a day such as 2026-11-30',
  type: 'string',
  format: 'date',
};

function text(description: string, maxLength: number) {
  return {
    title: 'a text that is not empty',
    description,
    type: 'string',
    maxLength,
    pattern: '\\S',
  };
}

/** One ref stands for a list of one. */
function refs(description: string) {
  return {
    ...ref,
    title: `${ref.title}, or a list of such`,
    description,
    type: ['array', 'string'],
    maxItems: limits.entityRefs,
    items: ref,
  };
}

const instant = {
  title: 'a day such as 2026-11-30, or an instant with its zone',
  type: 'string',
  maxLength: 40,
};

const oneToFive = { type: 'integer', minimum: 1, maximum: 5 };

const wsjf = { enum: wsjfScale };

function days(description: string, minimum: number) {
  return {
    description,
    type: 'number',
    minimum,
    maximum: debtNumberBounds.most,
  };
}

const estimate = {
  description: 'What it costs, as it was estimated; left out: nobody did',
  type: 'object',
  properties: {
    principalDays: days(
      'What paying it off takes once, person-days',
      debtNumberBounds.least,
    ),
    interestDays: days('What each occurrence costs, person-days', 0),
    occurrencesPerMonth: days(
      'How often that occurs in a month',
      debtNumberBounds.least,
    ),
    impact: { ...oneToFive, description: 'How bad it is when it comes true' },
    likelihood: { ...oneToFive, description: 'How likely it comes true' },
    businessValue: { ...wsjf, description: 'Worth of paying it' },
    timeCriticality: { ...wsjf, description: 'How fast that worth is lost' },
    riskReduction: {
      ...wsjf,
      description: 'How much risk paying it takes away',
    },
  },
  additionalProperties: false,
};

const link = {
  type: 'object',
  required: ['type', 'ref'],
  properties: {
    type: { enum: debtLinkTypes },
    ref: text(
      'An http(s) address for issue, pull_request and adr; slo:default/checkout; scorecard:default/readiness#has-owner; else an id',
      limits.linkRef,
    ),
    title: text('How it is called where it is shown', limits.linkTitle),
  },
  additionalProperties: false,
};

const item = {
  type: 'object',
  required: ['name', 'title'],
  properties: {
    name: {
      ...name,
      // As YAML reads a name such as 42.
      type: ['string', 'integer'],
      description:
        'By which the item is known again when the document changes; each once',
    },
    externalId: text('What another system calls it', limits.externalId),
    title: text('What the debt is, in one line', limits.title),
    description: text('Markdown', limits.description),
    entityRefs: refs(
      'What carries the debt; left out: what the document applies to',
    ),
    ownerRef: {
      ...ref,
      description: 'The group that answers for it; left out: the document says',
    },
    category: {
      description: 'What kind of thing it lies in; left out: code',
      enum: debtCategories,
    },
    intent: { enum: debtIntents },
    prudence: { enum: debtPrudences },
    severity: { enum: debtSeverities },
    status: {
      description:
        'Left out: where it stands in the register, and open at first',
      enum: debtStatuses,
    },
    estimate,
    businessImpact: text('What it does to the business', limits.businessImpact),
    remediationPlan: text(
      'How it is to be paid, Markdown',
      limits.remediationPlan,
    ),
    targetDate: { ...day, description: 'By which day it is to be paid' },
    reviewDate: { ...day, description: 'When somebody looks at it again' },
    links: { type: 'array', maxItems: limits.links, items: link },
    resolution: text(
      'How it was paid, or why it never will be',
      limits.resolution,
    ),
    createdAt: instant,
    resolvedAt: instant,
  },
  additionalProperties: false,
};

/** JSON Schema of documents of kind `TechDebtRegister`, for editors and for the catalog. What it cannot say {@link readDebtDocument} does. */
export const debtDocumentSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:opmodel:schema:tech-debt-register:v1alpha1',
  title: 'Tech-debt register',
  description: 'Technical debt, kept beside what carries it',
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: { const: operatingApiVersion },
    kind: { const: debtDocumentKind },
    metadata: {
      description: 'As of every catalog entity',
      type: 'object',
      required: ['name'],
      properties: { name, namespace: name },
    },
    spec: {
      type: 'object',
      required: ['items'],
      properties: {
        owner: {
          ...ref,
          description:
            'The group that answers for it; left out: that which owns the entity',
        },
        appliesTo: refs('What carries the debt'),
        items: {
          type: 'array',
          maxItems: debtFileLimits.documentItems,
          items: item,
        },
      },
      additionalProperties: false,
    },
  },
} as const;
