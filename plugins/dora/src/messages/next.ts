/** What to do next. */
export const nextMessages = {
  title: 'What to do next',
  nothing: 'Nothing stands out in this window.',
  connectSource: 'Report deployments',
  connectSourceText:
    'Nothing tells this portal about deployments yet. Send them from the pipeline, or let a collector read them.',
  reportChanges: 'Name the changes of a deployment',
  reportChangesText:
    '{{deployments}} deployments are known, and none of them says which commits it carries: change lead time starts with that.',
  unmeasuredChanges: 'Make lead times measurable',
  unmeasuredChangesText: 'Every change here is left out. {{reason}}',
  slowestStage: 'Look at {{stage}}',
  slowestStageText:
    'It takes {{share}} of the way, {{median}} in the median: the first place to save time.',
  reportEnvironment: 'Say which environment is production',
  reportEnvironmentText:
    '{{deployments}} deployments arrived for environments that are not known to be production. Set environmentTier.',
  stoppedDeploying: '{{title}} stopped deploying',
  stoppedDeployingText: 'Its last production deployment was {{when}}.',
  slowestMember: '{{title}} has the longest lead time',
  slowestMemberText: '{{median}} in the median, the most of this scope.',
  openTab: 'Open its metrics',
  seeStages: 'See the stages',
  seeRows: 'See the deployments',
  linkIncidents: 'Say what caused these incidents',
  linkIncidentsText:
    '{{incidents}} incidents are tied to no deployment and have no known cause: change fail rate may miss them.',
  reportIncidents: 'Report incidents',
  reportIncidentsText:
    'Deployments are known and no incident ever was: without them, a failure shows only by a rollback or a hotfix.',
  worstChangeFailRate: '{{title}} has the highest change fail rate',
  worstChangeFailRateText:
    '{{share}} of its deployments failed, the most of this scope.',
  openFailures: 'Recover what still fails',
  openFailuresText: '{{failures}} failed deployments have no known recovery.',
  mendClocks: 'Mend clocks that disagree',
  mendClocksText:
    '{{problems}} times are in an order that cannot be, so their rows are left out.',
  answerDisputes: 'Answer what is disputed',
  answerDisputesText:
    '{{disputes}} disputes of these numbers wait for an answer.',
  other: 'Something to look at',
  otherText: 'The engine reports something that this page does not know yet.',
  seeFailed: 'See the failed deployments',
  seeIncidents: 'See the incidents',
  seeQuality: 'See the data quality',
  seeDisputes: 'See the disputes',
} as const;
