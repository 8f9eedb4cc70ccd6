/** How a number came about. */
export const explainMessages = {
  leadTimeMeaning:
    'The time from the first commit of a change to the first production deployment that carries it. The number is the median over all changes deployed in the window.',
  frequencyMeaning:
    'How often a component is deployed to production successfully. The number is the count of deployments over the weeks of the window since the first known deployment, empty weeks included and at least one week.',
  frequencyRollUpMeaning:
    'How often a typical component of this scope is deployed to production: the median of deployments a week over the components that deployed in the window, each over the weeks for which it is known. A sum would measure the size of the scope.',
  window:
    '{{range}}: {{days}}, in the zone {{zone}}. Compared with {{previous}}.',
  ownershipNow: 'Counts what belongs to the scope today, for the whole window.',
  ownershipThen: 'Counts, on each day, what belonged to the scope then.',
  changes_one: 'N = {{count, number}} change',
  changes_other: 'N = {{count, number}} changes',
  deployments_one: 'N = {{count, number}} deployment',
  deployments_other: 'N = {{count, number}} deployments',
  active_one: 'N = {{count, number}} active component',
  active_other: 'N = {{count, number}} active components',
  thin: 'Fewer than {{minimum}}: shown, and not graded.',
  enough: 'At least {{minimum}} are asked for, so it is graded.',
  exact: 'Exact, from the rows.',
  approximate: 'Within 1 %, from bins.',
  formulaLeadTime:
    'Sort the {{n}} lead times; the median lies at place {{rank}}.',
  formulaLeadTimeBetween:
    'Sort the {{n}} lead times; the median lies midway between places {{below}} and {{above}}.',
  formulaFrequency: '{{deployments}} deployments ÷ {{weeks}} weeks',
  formulaFrequencyRollUp:
    'For each of {{active}} active components: its deployments ÷ the weeks of the {{weeks}} for which it is known; then the median of these.',
  noFormula: 'There is nothing to compute with in this window.',
  equals: '= {{value}}',
  definition: 'Definition {{title}}, version {{version}}',
  docsPage: 'page "{{page}}" of the documentation',
  recoveryMeaning:
    'The time from a failed production deployment until service was back. Outages that no change caused do not count. The number is the median over the failed deployments of the window that are recovered.',
  failRateMeaning:
    'The share of production deployments that needed somebody to step in at once: a rollback, a hotfix, an incident. A deployment fails once, however many incidents follow.',
  reworkMeaning:
    'The share of production deployments that were not planned and happened because of a problem in production.',
  restoreMeaning:
    'The time from the start of impact to mitigation of Sev-1 and Sev-2 incidents, whatever caused them. It is not failed deployment recovery time, and not one of the five metrics.',
  recurrenceMeaning:
    'The share of incidents that somebody confirmed to repeat one of the 90 days before.',
  recoveries_one: 'N = {{count, number}} recovery',
  recoveries_other: 'N = {{count, number}} recoveries',
  incidents_one: 'N = {{count, number}} incident',
  incidents_other: 'N = {{count, number}} incidents',
  formulaDuration: 'Sort the {{n}} times; the median lies at place {{rank}}.',
  formulaDurationBetween:
    'Sort the {{n}} times; the median lies midway between places {{below}} and {{above}}.',
  formulaRatio: '{{numerator}} ÷ {{denominator}}',
  formulaTerm: '{{value}} {{name}}',
  quality: 'Data quality',
  benchmark: 'Benchmark',
  benchmarkSource: 'Source:',
  benchmarkBand: 'Band',
  benchmarkTier: 'Tier',
  benchmarkShare: 'Share of respondents',
  benchmarkOurs: 'this number',
  decisions: 'What the definition decides',
  decision: 'Decision',
  decided: 'Choice',
  printed: 'What {{tool}} prints',
} as const;

/** The figures of a formula. */
export const figureMessages = {
  deploymentsRecorded: 'Deployments recorded',
  deploymentsCounted: 'Deployments that count',
  changesCarried: 'Changes carried to production',
  changesCounted: 'Changes that count',
  median: 'Median',
  p75: '75th percentile',
  p90: '90th percentile',
  weeks: 'Weeks in the window',
  perWeek: 'Deployments a week',
  reportingComponents: 'Components that report',
  activeComponents: 'Components that deployed in the window',
  medianPerWeek: 'Median over the active components',
  shareWeekly: 'Deploying at least weekly',
  failedDeployments: 'Deployments that failed',
  reworkDeployments: 'Deployments that were rework',
  incidentsRecorded: 'Incidents recorded',
  incidentsLinked: 'Incidents tied to a deployment',
  incidentsCounted: 'Incidents that count',
  recurrences: 'Incidents that repeat an earlier one',
  recoveriesCounted: 'Recoveries that count',
  rate: 'Rate',
  deploymentDays: 'Days with a deployment',
  days: 'Days in the window',
  perDay: 'Deployments a day',
  perDayValue: '{{value}} / day',
  printed: 'As the tool of this definition prints it',
} as const;
