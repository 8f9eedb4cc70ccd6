/** The same scope in two windows. */
export const compareMessages = {
  title: 'Then and now',
  caption:
    'The same scope in two windows under the same definition. Services and teams are not compared with each other: what they work on differs.',
  open: 'Compare',
  close: 'Close the comparison',
  against: 'Compare with',
  previous: 'The window before',
  lastYear: 'The same days a year before',
  custom: 'Other days',
  from: 'First day',
  to: 'Last day',
  apply: 'Compare',
  orderError: 'The first day must not be after the last',
  missingError: 'Choose both days',
  metric: 'Metric',
  now: 'Now',
  then: 'Then',
  change: 'Change',
  sample: 'N {{n}}',
  noChange: 'no comparison',
} as const;
