/** The metrics by name. */
export const metricMessages = {
  changeLeadTime: 'Change lead time',
  deploymentFrequency: 'Deployment frequency',
  recoveryTime: 'Failed deployment recovery time',
  changeFailRate: 'Change fail rate',
  reworkRate: 'Deployment rework rate',
  timeToRestore: 'Time to restore',
  incidentRecurrence: 'Incident recurrence',
  quantiles: 'p75 {{p75}} · p90 {{p90}}',
  of: '{{numerator}} of {{denominator}}',
  deployingWeekly: '{{share}} deploy at least weekly',
  longestStage: 'Longest stage',
  perWeekUnit: '/ week',
} as const;

/** Families of metrics. */
export const familyMessages = {
  throughput: 'Throughput',
  throughputMeaning: 'how fast changes reach people',
  instability: 'Instability',
  instabilityMeaning: 'how often they go wrong',
  beside: 'Beside the five metrics',
  besideMeaning: 'incidents of any cause; not recovery time',
  ways: 'Where the time goes',
} as const;

/** What a number was computed of. */
export const sampleMessages = {
  changes_one: '{{count, number}} change',
  changes_other: '{{count, number}} changes',
  deployments_one: '{{count, number}} deployment',
  deployments_other: '{{count, number}} deployments',
  medianComponent_one: 'median of {{count, number}} component',
  medianComponent_other: 'median of {{count, number}} components',
  medianOf_one: 'median of {{count, number}} change',
  medianOf_other: 'median of {{count, number}} changes',
  medianOfCommits_one: 'median of {{count, number}} commit',
  medianOfCommits_other: 'median of {{count, number}} commits',
  medianOfMergeRequests_one: 'median of {{count, number}} merge request',
  medianOfMergeRequests_other: 'median of {{count, number}} merge requests',
  recoveries_one: 'median of {{count, number}} recovery',
  recoveries_other: 'median of {{count, number}} recoveries',
  restores_one: 'median of {{count, number}} Sev-1/2 incident',
  restores_other: 'median of {{count, number}} Sev-1/2 incidents',
  incidents_one: '{{count, number}} incident',
  incidents_other: '{{count, number}} incidents',
} as const;

/** Why there is no number. */
export const reasonMessages = {
  noDeployments: 'No deployment was ever reported',
  noneInWindow: 'No deployment in this window',
  noChanges: 'No deployment here names its changes',
  allLeftOut_one: '{{count, number}} change left out: {{reason}}',
  allLeftOut_other: '{{count, number}} changes left out: {{reason}}',
  noStages: 'No stage is known',
  noTime: 'No stage takes a second',
  noFailures: 'No deployment failed in this window',
  noRate: 'No deployment in this window',
  noIncidents: 'No incident was reported',
  noRestores: 'No Sev-1/2 incident ended in this window',
  notInDefinition: 'This definition has no such number',
  incidentsLeftOut_one: '{{count, number}} incident left out: {{reason}}',
  incidentsLeftOut_other: '{{count, number}} incidents left out: {{reason}}',
  deploymentsLeftOut_one: '{{count, number}} deployment left out: {{reason}}',
  deploymentsLeftOut_other:
    '{{count, number}} deployments left out: {{reason}}',
} as const;

/** Benchmarks, and why there is none. */
export const bandMessages = {
  tier: '{{tier}} · {{edition}}',
  place: '{{band}} · {{edition}}',
  elite: 'elite',
  high: 'high',
  medium: 'medium',
  low: 'low',
  inReport: '{{band}} in the {{edition}} report.',
  chosenByTool:
    'The report gave only a point or a scale here: where the band ends was chosen by this tool.',
  shares: '{{better}} of its respondents answered better, {{same}} the same.',
  score: 'Quick Check score {{score}} of 10.',
  ungraded: 'no benchmark',
  ungradedDefinition:
    'The number follows another definition than the report does, so it is not compared with it.',
  ungradedEdition:
    'The {{edition}} report has nothing to compare this number with.',
  ungradedRollUp:
    'The report speaks of one service or application; a scope of several is not compared with it.',
  doubtful: 'doubtful data: ungraded',
  doubtfulText:
    'Below its threshold: {{checks}}. What to fix stands under data quality.',
  printed: '{{tool}}: {{value}}',
  printedText:
    'What {{tool}} prints for the same facts, in its unit and rounding.',
  disputed_one: 'disputed',
  disputed_other: 'disputed ({{count, number}})',
  disputedText:
    'Somebody disputes this number. It stays as it is until that is answered.',
  bandOn: 'on demand, many a day',
  lessThan: 'less than {{span}}',
  moreThan: 'more than {{span}}',
  between: '{{from}} to {{to}}',
  atMost: 'at most {{span}}',
  moreOftenThan: 'more often than {{span}}',
  lessOftenThan: 'less often than {{span}}',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  halfYearly: 'half-yearly',
  hour: '1 hour',
  day: '1 day',
  week: '1 week',
  month: '1 month',
  sixMonths: '6 months',
} as const;

/** Units that other tools print. */
export const printedMessages = {
  days: '{{value}} d',
  hours: '{{value}} h',
  minutes: '{{value}} min',
  seconds: '{{value}} s',
  percent: '{{value}} %',
  perWeek: '{{value}} / week',
  perDay: '{{value}} / day',
  deploymentDays: '{{value}} deployment days / week',
} as const;

/** Checks of the facts behind the numbers. */
export const qualityMessages = {
  title: 'How good the data is',
  caption:
    'What the numbers stand on. Below its threshold, a number is shown and not graded.',
  check: 'Check',
  share: 'Share',
  of: '{{numerator}} of {{denominator}}',
  threshold: 'Threshold',
  state: 'State',
  metrics: 'Stands behind',
  fix: 'What to fix',
  passed: 'good enough',
  failed: 'below threshold',
  unknown: 'nothing to check',
  nothing: 'Nothing could be checked in this window.',
  withChanges: 'Deployments that say what they bring',
  withChangesFix:
    'Let the pipeline name the commits or changes of each deployment.',
  withFirstCommit: 'Changes with a first commit',
  withFirstCommitFix:
    'Connect the source of the changes, or send firstCommitAt with them.',
  incidentsLinked:
    'Incidents tied to a deployment, or known to have another cause',
  incidentsLinkedFix:
    'Say of an incident which deployment caused it, or what else did.',
  clocks: 'Times in a possible order',
  clocksFix:
    'Mend clocks that disagree, and commits that were dated anew after a rebase.',
  collection: 'Days without a gap in collection',
  collectionFix: 'See on the page of the collectors which one did not run.',
  withResult: 'Deployments with a result',
  withResultFix: 'Report how each deployment ended, failed ones too.',
} as const;
