import { createTranslationRef } from '@backstage/frontend-plugin-api';
import {
  evidenceMessages,
  failureMessages,
  incidentMessages,
  resultMessages,
} from './messages/evidence';
import { compareMessages } from './messages/compare';
import { correctionMessages } from './messages/corrections';
import { disputeMessages } from './messages/disputes';
import { exclusionMessages } from './messages/exclusions';
import { explainMessages, figureMessages } from './messages/explain';
import { meaningMessages } from './messages/meaning';
import {
  bandMessages,
  familyMessages,
  metricMessages,
  printedMessages,
  qualityMessages,
  reasonMessages,
  sampleMessages,
} from './messages/metrics';
import { nextMessages } from './messages/next';
import { memberMessages, trendMessages } from './messages/trend';

/** The texts of the DORA tab, card and explanations. */
export const doraTranslationRef = createTranslationRef({
  id: 'dora',
  messages: {
    tab: {
      title: 'DORA',
      subject: 'DORA metrics',
    },
    strip: {
      profile: 'Definition',
      edition: 'Benchmark',
      metricsCsv: 'Metrics as CSV',
      trendCsv: 'Trend as CSV',
      json: 'All of it as JSON',
    },
    metric: metricMessages,
    family: familyMessages,
    sample: sampleMessages,
    reason: reasonMessages,
    band: bandMessages,
    printed: printedMessages,
    quality: qualityMessages,
    exclusion: exclusionMessages,
    evidence: evidenceMessages,
    result: resultMessages,
    failure: failureMessages,
    incident: incidentMessages,
    explain: explainMessages,
    meaning: meaningMessages,
    figure: figureMessages,
    correction: correctionMessages,
    dispute: disputeMessages,
    compare: compareMessages,
    next: nextMessages,
    trend: trendMessages,
    members: memberMessages,
    stage: {
      coding: 'Coding',
      pickup: 'Pickup',
      review: 'Review',
      commitToMerge: 'Commit to merge',
      mergeToDeploy: 'Merge to deploy',
      shareOfWay: '{{share}}, median {{median}}',
    },
    stages: {
      title: 'Where the lead time goes',
      caption:
        'Median time of a change in each stage from first commit to production. Medians of stages do not add up to the median of the whole.',
    },
    distribution: {
      title: 'How lead times spread',
      caption:
        'Number of changes by change lead time on a logarithmic axis, with the median, 75th and 90th percentile.',
      changes: 'Changes',
      p50: 'p50',
      p75: 'p75',
      p90: 'p90',
      empty: 'No change with a lead time in this window.',
    },
    empty: {
      title: 'No deployments are known yet',
      text: 'Change lead time and deployment frequency appear here as soon as one production deployment of {{title}} is known, with their trend, their stages and every row behind them.',
      textRollUp:
        'Change lead time and deployment frequency of {{title}} appear here as soon as one of its components reports a production deployment.',
      step: 'Send one line from the pipeline after a deployment; the token comes from the people who run this portal.',
      environmentTitle: 'No production deployments are known yet',
      environmentText:
        '{{n}} deployments arrived, and none of them for an environment that is known to be production.',
      environmentStep:
        'Say which environment is production, in the deployment or once for the environment.',
      noComponentsTitle: 'No components in this scope',
      noComponentsText:
        'DORA metrics are measured on components. None that you may see belongs to {{title}} in the catalog.',
      unknownTitle: 'Not in the snapshot yet',
      unknownText:
        'The engine reads the catalog every few minutes and has not seen this entity yet, or you may not see its metrics.',
    },
    card: {
      title: 'DORA',
      open: 'All DORA metrics',
      leadTime: 'Change lead time, median of the last 90 days',
      noData: 'No deployment was reported yet',
      frequency: 'Deploys {{rate}}',
      frequencyRollUp: 'Components deploy {{rate}} in the median',
    },
  },
});
