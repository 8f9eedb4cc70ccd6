import type { OpenSloSeverity } from '../document/OpenSloProblem';

/** A rule of documents, and how much it weighs in each mode. */
export interface OpenSloRule {
  /** What has to hold. */
  summary: string;
  strict: OpenSloSeverity;
  lenient: OpenSloSeverity;
}

/** Broken in any mode: the document means nothing without it. */
const always = (summary: string): OpenSloRule => ({
  summary,
  strict: 'error',
  lenient: 'error',
});

/** Refused by the official SDK, and met in real documents or in the examples of the specification. */
const tolerated = (summary: string): OpenSloRule => ({
  summary,
  strict: 'error',
  lenient: 'warning',
});

/** Accepted by the official SDK, and most likely not what was meant. */
const advised = (summary: string): OpenSloRule => ({
  summary,
  strict: 'warning',
  lenient: 'warning',
});

/** Every rule by its id. An error of `lenient` is one of `strict` as well: a rule can only weigh less there. */
export const openSloRules = {
  'api-version': always(
    'apiVersion is openslo/v1, openslo.com/v2alpha or openslo/v1alpha.',
  ),
  kind: always('kind is one that the version has.'),
  'kind-proposed': tolerated(
    'kind is one that the SDK reads, not only one that is proposed.',
  ),
  required: always('What has to be there is there, and is not empty.'),
  type: always('A value is of the type that its field has.'),
  enum: always('A value is one of those that its field knows.'),
  'unknown-field': tolerated('A field is one that the kind has.'),
  'duplicate-name': advised(
    'Documents of one kind have different names, so that references are clear.',
  ),
  name: tolerated(
    'A name has up to 63 lower-case letters, digits and dashes, with a letter or digit at each end.',
  ),
  reference: tolerated('A reference is written as the name that it means.'),
  'reference-text': tolerated(
    'A reference is a map with the field that names what is meant.',
  ),
  'reference-or-inline': always(
    'What can be referred to or be written in place is one of the two.',
  ),
  'inline-kind': tolerated('What is written in place says its kind.'),
  'inline-metadata': tolerated('What is written in place has a name.'),
  'display-name-length': tolerated('displayName has up to 63 characters.'),
  'description-length': tolerated('description has up to 1050 characters.'),
  'label-key': tolerated('The key of a label is a name of its version.'),
  'label-value': tolerated(
    'A label is text, or a list of texts where the version has lists.',
  ),
  'annotation-key': tolerated(
    'The key of an annotation is a name, with a domain before it or without.',
  ),
  'annotation-value': tolerated('An annotation is text.'),
  'service-field': tolerated(
    'v2alpha names the service in serviceRef, as the SDK reads it.',
  ),
  'indicator-choice': always(
    'An SLO has one indicator, in place or by reference; a composite has one for each objective instead.',
  ),
  'time-window-missing': tolerated('An SLO has a time window.'),
  'time-window-count': always('An SLO has one time window.'),
  'time-window-calendar': always(
    'A window is rolling, or has a calendar, and not both.',
  ),
  'time-window-rolling': tolerated(
    'A window without a calendar says that it is rolling.',
  ),
  'date-time': always('A start time is a date and a time of day.'),
  'date-time-format': tolerated(
    'A start time is written as 2026-01-31 12:30:00, without a zone.',
  ),
  'time-zone': always('A zone has an IANA name.'),
  'duration-format': always(
    'A duration is a whole number above 0 and one of m, h, d, w, M, Q, Y.',
  ),
  'duration-unit': tolerated('v2alpha has minutes, hours, days and weeks.'),
  'duration-number': tolerated('A duration has a unit.'),
  'budgeting-method-missing': tolerated('An SLO says how its budget counts.'),
  'budgeting-method-case': tolerated(
    'A budgeting method is written as the specification does.',
  ),
  'target-choice': always('An objective has a target or a targetPercent.'),
  'target-range': always(
    'A target is from 0 up to below 1, a targetPercent from 0 up to below 100.',
  ),
  'target-percent-small': advised('A targetPercent is a percentage.'),
  'time-slice-target': always(
    'With Timeslices, timeSliceTarget is above 0 and up to 1.',
  ),
  'time-slice-target-zero': tolerated('A slice takes something to be good.'),
  'time-slice-window': always(
    'With Timeslices and RatioTimeslices, an objective has a timeSliceWindow.',
  ),
  'time-slice-unused': advised(
    'Fields of time slices stand where the budgeting method uses them.',
  ),
  'comparison-missing': always(
    'An objective of a threshold metric has an op and a value.',
  ),
  'comparison-missing-composite': advised(
    'An objective of a composite with a threshold metric has an op and a value.',
  ),
  'comparison-unused': tolerated(
    'An objective of a ratio metric has neither op nor value.',
  ),
  'threshold-objectives': advised(
    'In v1, an SLO with a threshold metric has one objective.',
  ),
  'composite-weight': always('A compositeWeight is above 0.'),
  'composite-weight-unused': advised(
    'A compositeWeight stands in a composite only.',
  ),
  'metric-choice': always('An SLI has a thresholdMetric or a ratioMetric.'),
  'ratio-choice': always(
    'A ratio has good or bad, and total; or raw, and none of these.',
  ),
  'counter-missing': advised('A ratio of counts says whether they only grow.'),
  'metric-source': advised(
    'A metric names a DataSource or the type of its system.',
  ),
  'data-source-choice': always(
    'A metric of v2alpha has a dataSourceRef or a dataSourceSpec.',
  ),
  'connection-details': tolerated('A DataSource has connectionDetails.'),
  'secret-in-document': advised(
    'A secret is no part of a document; a placeholder stands for it.',
  ),
  'condition-missing': always('An alert policy has a condition.'),
  'condition-count': tolerated('An alert policy has one condition.'),
  'condition-kind': tolerated('A condition says that it is a burnrate.'),
  'condition-operator': tolerated(
    'A condition says how it compares the burn with its threshold.',
  ),
  'condition-operator-direction': advised(
    'A burn rate alerts when it is high: gt or gte.',
  ),
  'alert-after': tolerated('v2alpha says how long a condition has to hold.'),
  'notification-target-missing': tolerated(
    'An alert policy has a notification target.',
  ),
  'v1alpha-metric-name': tolerated(
    'In v1alpha, source and queryType are made of letters.',
  ),
  'v1alpha-unit-case': tolerated(
    'In v1alpha, a unit of time is written as Day.',
  ),
} satisfies Record<string, OpenSloRule>;

export type OpenSloRuleId = keyof typeof openSloRules;
