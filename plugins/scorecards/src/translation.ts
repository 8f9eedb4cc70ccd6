import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of scorecards that all their pages share: pages, verdicts, levels, causes. */
export const scorecardsTranslationRef = createTranslationRef({
  id: 'scorecards',
  messages: {
    pages: {
      title: 'Scorecards',
      subtitle:
        'Where everything stands against the standards, why, and what mends it',
      navigation: 'Pages of scorecards',
      overview: 'Overview',
      entities: 'Entities',
      heatMap: 'Heat map',
      trends: 'Trends',
      changes: 'Why it moved',
      campaigns: 'Campaigns',
      exemptions: 'Exemptions',
      editor: 'Drafts',
    },
    subject: 'scorecards',
    verdict: {
      passed: 'passed',
      failed: 'failed',
      warning: 'warning',
      notApplicable: 'not applicable',
      notReported: 'not reported',
      error: 'error',
      exempt: 'exempt',
    },
    verdictMeaning: {
      passed: 'It is met.',
      failed: 'It is not met.',
      warning: 'It is met, and soon it may not be.',
      notApplicable: 'It is not asked here, or not yet.',
      notReported:
        'A fact that it needs was not told, or is too old to be believed.',
      error:
        'The check or what tells its facts is broken. Nobody is hurt by it.',
      exempt: 'An exemption covers it for a time.',
    },
    cause: {
      entity: 'entities changed',
      rule: 'the rule changed',
      population: 'the population changed',
      data: 'data went stale or came back',
      exemption: 'exemptions began or ended',
    },
    level: {
      since: 'since {{when}}',
      ofScorecard: '{{scorecard}}: {{level}}',
      none: 'nothing is asked',
    },
    scheme: { levels: 'levels', points: 'points' },
    origin: {
      catalog: 'from a document of the catalog',
      portal: 'written in the portal',
    },
    freshness: {
      asOf: 'data as of {{when}}',
      never: 'not evaluated yet',
    },
    share: {
      ofJudged: '{{passing}} passing, {{coverage}} judged',
      passing: '{{passing}} passing',
      judged: '{{judged}} of {{applicable}} judged',
      judgedLong:
        'Of {{applicable}} that are asked, {{judged}} are judged: the others are exempt, not reported, or in error.',
      none: 'nothing is judged',
      thin: 'thin data ({{judged}})',
      points: '{{sign}}{{points}} points',
      distribution: 'Levels: {{levels}}',
      levelCount: '{{level}} {{entities}}',
    },
    badStandard: 'bad standard?',
    badStandardMeaning:
      'So much is exempt from this check ({{exempt}}) that the check itself is in question.',
    value: { yes: 'yes', no: 'no', none: 'none', unit: '{{value}} {{unit}}' },
    owner: { none: 'no owner' },
    form: {
      tooLong: 'At most {{longest}} characters; it has {{length}}',
    },
    tier: 'tier {{tier}}',
    docs: 'How it is worked out',
    docsPage: 'see docs/scorecards.md',
  },
});
