import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the fleet page. */
export const doraFleetTranslationRef = createTranslationRef({
  id: 'dora-fleet',
  messages: {
    page: {
      title: 'DORA',
      subtitle: 'How fast and how often services deliver',
      subject: 'DORA metrics',
      refreshing: 'Refreshing',
    },
    filter: {
      state: 'Data',
      any: 'Any',
      clear: 'Clear filters',
    },
    state: {
      ok: 'known',
      thin: 'thin data',
      noData: 'no data',
    },
    summary: {
      label: 'The selection as a whole',
      active: 'Active components',
      activeMeaning: 'deployed in the window',
      visible_one: 'of {{count, number}} that you may see',
      visible_other: 'of {{count, number}} that you may see',
    },
    table: {
      label: 'Components with their DORA metrics',
      caption_one: '{{count, number}} component',
      caption_other: '{{count, number}} components',
      keyboardHint:
        'Use the up and down arrow keys to move between rows, and Enter to open one.',
      name: 'Component',
      owner: 'Owner',
      system: 'System',
      type: 'Type',
      tier: 'Tier',
      lifecycle: 'Lifecycle',
      leadTime: 'Change lead time',
      leadTimeChange: 'Change',
      deploymentsPerWeek: 'Deployments / week',
      deployments: 'Deployments',
      weeklyDeployments: 'Weekly deployments',
      changeFailRate: 'Change fail rate',
      recovery: 'Recovery',
      recoveryAlone: 'Failed deployment recovery time',
      reworkRate: 'Rework rate',
      incidents: 'Incidents',
      disputes: 'Disputes',
      lastDeployment: 'Last deployment',
      state: 'Data',
      leadTimeLong:
        'Change lead time, median, ≈ within 1 %; number of changes in brackets',
      leadTimeChangeLong: 'Change lead time against the previous window',
      deploymentsPerWeekLong: 'Production deployments a week',
      deploymentsLong: 'Production deployments in the window',
      weeklyDeploymentsLong: 'Production deployments in each week',
      changeFailRateLong:
        'Share of production deployments that failed; number of them in brackets',
      recoveryLong:
        'Failed deployment recovery time, median, ≈ within 1 %; number of recoveries in brackets',
      reworkRateLong:
        'Share of production deployments that were not planned and mended a problem',
      incidentsLong: 'Incidents that began in the window',
      disputesLong: 'Numbers that somebody disputes and nobody answered yet',
      stateLong: 'How well the deployment frequency is known',
      trendLabel: 'Deployments of {{title}} by week: {{values}}',
      unknownWeek: 'no data',
      never: 'never',
      noOwner: 'no owner',
      noSystem: 'none',
    },
    paging: {
      label: 'Pages',
      range: '{{from}}–{{to}} of {{total}}',
      rows: 'Rows a page',
      first: 'First page',
      previous: 'Previous page',
      next: 'Next page',
    },
    empty: {
      filteredTitle: 'No component matches',
      filteredText: 'Components appear here when they match every filter.',
      filteredStep: 'Take a filter away.',
      title: 'The catalog has no components that you may see',
      text: 'Every component of the catalog is a row here, with its change lead time and its deployment frequency.',
      step: 'Register a component with a catalog-info.yaml.',
    },
  },
});
