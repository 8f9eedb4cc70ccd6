import { budgetingMethodOf } from '../versions/budgetingMethod';
import { checkAlertPolicy } from './checkAlertPolicy';
import { checkDescription } from './checkDescription';
import type { MetadataRules } from './checkMetadata';
import { checkReference } from './checkName';
import { checkObjective } from './checkObjective';
import {
  checkInlineMetadata,
  checkReferencesOrInline,
} from './checkReferenceOrInline';
import { checkSli } from './checkSli';
import { checkTimeWindows } from './checkTimeWindow';
import type { Dialect } from './dialect';
import type { Findings } from './Findings';
import type { Part } from './Part';

/** What the checks of one document need beside the document. */
export interface Checking {
  dialect: Dialect;
  metadata: MetadataRules;
  findings: Findings;
}

const budgetingMethods = ['Occurrences', 'Timeslices', 'RatioTimeslices'];

/** Checks the spec of an SLO of v1 or v2alpha. */
export function checkSlo(spec: Part, checking: Checking): void {
  const { dialect, metadata, findings } = checking;
  const { indicator, indicatorRef } = dialect;
  spec.knows(
    'description',
    dialect.version === 'v1' ? 'service' : 'serviceRef',
    // Found by a rule of its own.
    'service',
    indicator,
    indicatorRef,
    'timeWindow',
    'budgetingMethod',
    'objectives',
    'alertPolicies',
  );
  checkDescription(spec);
  checkService(spec, dialect);
  checkIndicators(spec, checking);
  checkTimeWindows(spec, dialect);
  const budgetingMethod = checkBudgetingMethod(spec);
  checkObjectives(spec, budgetingMethod, checking);
  const policies = spec.list('alertPolicies');
  if (policies) {
    const rules = {
      referenceField: 'alertPolicyRef',
      kind: 'AlertPolicy',
      metadata,
      checkSpec: (policy: Part) => checkAlertPolicy(policy, checking),
    };
    checkReferencesOrInline(policies, rules, findings);
  }
}

function checkService(spec: Part, { version }: Dialect): void {
  if (version === 'v1') {
    spec.text('service', 'required');
    return;
  }
  if (spec.has('service')) {
    spec.text('service');
    spec.findAt(
      'service',
      'service-field',
      'The SDK reads serviceRef; service is the name in the text of the proposal.',
    );
    spec.text('serviceRef');
  } else {
    spec.text('serviceRef', 'required');
  }
}

function checkBudgetingMethod(spec: Part): string | undefined {
  const written = spec.text('budgetingMethod');
  if (written === undefined) {
    if (!spec.has('budgetingMethod')) {
      spec.findAt(
        'budgetingMethod',
        'budgeting-method-missing',
        `budgetingMethod is required: one of ${budgetingMethods.join(', ')}.`,
      );
    }
    return undefined;
  }
  const meant = budgetingMethodOf(written);
  if (meant === undefined) {
    spec.choice('budgetingMethod', 'optional', budgetingMethods);
  } else if (meant !== written) {
    spec.findAt(
      'budgetingMethod',
      'budgeting-method-case',
      `budgetingMethod is written ${meant}.`,
    );
  }
  return meant;
}

function hasIndicator(part: Part, { indicator, indicatorRef }: Dialect) {
  return part.has(indicator) || part.has(indicatorRef);
}

/** Checks the indicator of the SLO; those of objectives are checked with them. */
function checkIndicators(spec: Part, checking: Checking): void {
  const { dialect } = checking;
  const composite = isComposite(spec, dialect);
  const own = hasIndicator(spec, dialect);
  if (composite === own) {
    spec.find(
      'indicator-choice',
      composite
        ? `An SLO has ${dialect.indicator} or ${dialect.indicatorRef} itself, or in each objective, and not both.`
        : `An SLO has ${dialect.indicator} or ${dialect.indicatorRef}.`,
    );
  }
  if (own) {
    checkIndicator(spec, checking);
  }
}

function checkIndicator(part: Part, checking: Checking): void {
  const { dialect, metadata } = checking;
  const { indicator, indicatorRef } = dialect;
  if (part.has(indicator) === part.has(indicatorRef)) {
    part.find(
      'indicator-choice',
      part.has(indicator)
        ? `There is ${indicator} or ${indicatorRef}, and not both.`
        : `Each objective of a composite has ${indicator} or ${indicatorRef}.`,
    );
  }
  checkReference(part, indicatorRef);
  const inline = part.map(indicator);
  if (inline) {
    inline.knows('metadata', 'spec');
    checkInlineMetadata(inline, metadata);
    const spec = inline.map('spec', 'required');
    if (spec) {
      checkSli(spec, dialect);
    }
  }
}

function isComposite(spec: Part, dialect: Dialect): boolean {
  return spec
    .quietMaps('objectives')
    .some(objective => hasIndicator(objective, dialect));
}

function checkObjectives(
  spec: Part,
  budgetingMethod: string | undefined,
  checking: Checking,
): void {
  const { dialect } = checking;
  const objectives = spec.list('objectives', 'required');
  if (objectives?.length === 0) {
    objectives.find('required', 'An SLO has an objective.');
  }
  const composite = isComposite(spec, dialect);
  const shared = metricOf(spec, dialect);
  if (
    dialect.version === 'v1' &&
    shared === 'threshold' &&
    (objectives?.length ?? 0) > 1
  ) {
    objectives!.find(
      'threshold-objectives',
      'With a thresholdMetric, the specification of v1 has one objective.',
    );
  }
  for (const objective of objectives?.maps() ?? []) {
    objective.knows(
      'displayName',
      'op',
      'value',
      'target',
      'targetPercent',
      'timeSliceTarget',
      'timeSliceWindow',
      dialect.indicator,
      dialect.indicatorRef,
      'compositeWeight',
    );
    if (composite) {
      checkIndicator(objective, checking);
    }
    checkObjective(objective, {
      dialect,
      budgetingMethod,
      composite,
      metric: composite ? metricOf(objective, dialect) : shared,
    });
  }
}

function metricOf(
  part: Part,
  { indicator }: Dialect,
): 'threshold' | 'ratio' | undefined {
  const spec = part.quietly(indicator)?.quietly('spec');
  if (spec?.has('thresholdMetric')) {
    return 'threshold';
  }
  return spec?.has('ratioMetric') ? 'ratio' : undefined;
}
