import { renderInTestApp } from '@backstage/test-utils';
import type {
  DoraMetricId,
  DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import { screen } from '@testing-library/react';
import { useMeaning } from './useMeaning';

function Meaning(props: { metric: DoraMetricId; id: string; rollUp: boolean }) {
  const { metric, id, rollUp } = props;
  return <p data-testid="meaning">{useMeaning(metric, { id }, rollUp)}</p>;
}

async function read(metric: DoraMetricId, id: string, rollUp = false) {
  await renderInTestApp(<Meaning metric={metric} id={id} rollUp={rollUp} />);
  return screen.getByTestId('meaning').textContent!;
}

// What docs/dora-profiles.md says of each definition, in words that only hold of some of them.
const said: [DoraProfileId, DoraMetricId, says: string[], not: string[]][] = [
  [
    'dora-2026',
    'change-lead-time',
    [
      'from the first commit of a change',
      'the earliest time',
      'once, with the first deployment',
      'the median over all changes',
    ],
    ['merge request', 'minutes', 'lower', 'medians of days'],
  ],
  [
    'devlake',
    'change-lead-time',
    [
      'from the first commit of a merge request',
      'when it was written',
      'coding, opening to merge, and merge to deployment',
      'rounded up to whole minutes',
      'the lower median over all merge requests',
    ],
    ['a change', 'all changes', 'earliest', 'midway', 'medians of days'],
  ],
  [
    'four-keys',
    'change-lead-time',
    [
      'from a commit to',
      'when it was committed',
      'cut off to whole minutes',
      'What takes no time is left out',
      'with every deployment',
      'the median over all commits',
    ],
    ['first commit', 'a change', 'merge', 'first deployment', 'lower'],
  ],
  [
    'gitlab',
    'change-lead-time',
    [
      'from the merge of a merge request',
      'once in each environment',
      'counts as no time',
      'the median of the medians of days',
    ],
    ['first commit', 'A commit counts', 'a change', 'all merge requests'],
  ],
  [
    'dora-2026',
    'deployment-frequency',
    ['since the first known deployment', 'within 24 hours counts once'],
    ['itself', 'Each environment'],
  ],
  [
    'devlake',
    'deployment-frequency',
    [
      'over all weeks of the window',
      'Each environment',
      'Apache DevLake itself tells days with a deployment, by the week from Monday',
    ],
    ['since the first', 'counts once', 'Sunday'],
  ],
  [
    'four-keys',
    'deployment-frequency',
    [
      'since the first known deployment',
      'Each environment',
      'Four Keys itself tells daily, weekly, monthly or yearly, by weeks from Sunday',
    ],
    ['counts once', 'Monday'],
  ],
  [
    'gitlab',
    'deployment-frequency',
    ['over all weeks of the window', 'GitLab itself tells deployments a day'],
    ['since the first', 'counts once', 'bucket'],
  ],
  [
    'dora-2026',
    'change-fail-rate',
    [
      'share of production deployments that failed',
      'what a person decided; an incident that names it; a rollback; a revert; a hotfix; an incident within 24 hours after it',
      'that no change caused',
    ],
    ['100 %', 'however late'],
  ],
  [
    'devlake',
    'change-fail-rate',
    [
      'share of production deployments that failed',
      'what a person decided; an incident before the next deployment, however late',
    ],
    ['rollback', 'revert', 'hotfix', '24 hours', 'names', 'no change caused'],
  ],
  [
    'four-keys',
    'change-fail-rate',
    [
      'Incidents that are tied to a production deployment, divided by',
      'what a person decided; the deployment that it names',
      'may pass 100 %',
    ],
    ['fails once', 'rollback', 'hours', 'All incidents', 'no change caused'],
  ],
  [
    'gitlab',
    'change-fail-rate',
    ['All incidents of the window, whatever caused them', 'may pass 100 %'],
    ['fails once', 'rollback', 'tied', 'no change caused'],
  ],
  [
    'dora-2026',
    'failed-deployment-recovery-time',
    [
      'from a failed production deployment until service was back',
      'mitigation',
      'the last of them',
      'that no change caused',
      'the median over all recoveries',
    ],
    ['Each incident', 'whole', 'whatever caused'],
  ],
  [
    'devlake',
    'failed-deployment-recovery-time',
    [
      'from a failed production deployment to the resolution',
      'Each incident gives one',
      'ended within the window',
      'whole minutes',
      'the lower median over all recoveries',
    ],
    ['mitigation', 'the last', 'no change caused', 'midway'],
  ],
  [
    'four-keys',
    'failed-deployment-recovery-time',
    [
      'from its start or from the deployment that it is tied to, whichever is earlier',
      'whatever caused it',
      'whole hours',
      'the median over all recoveries',
    ],
    ['mitigation', 'failed production', 'no change caused', 'lower'],
  ],
  [
    'gitlab',
    'failed-deployment-recovery-time',
    [
      'from the start of an incident to its resolution',
      'whatever caused it',
      'the medians of days',
    ],
    ['mitigation', 'failed production', 'deployment', 'whole'],
  ],
  ['dora-2026', 'deployment-rework-rate', ['were not planned'], ['no number']],
  [
    'devlake',
    'deployment-rework-rate',
    ['Apache DevLake has no deployment rework rate'],
    ['The share'],
  ],
  [
    'four-keys',
    'deployment-rework-rate',
    ['Four Keys has no deployment rework rate'],
    ['The share'],
  ],
  [
    'gitlab',
    'deployment-rework-rate',
    ['GitLab has no deployment rework rate'],
    ['The share'],
  ],
  ['dora-2026', 'time-to-restore', ['Sev-1 and Sev-2', 'midway'], ['lower']],
  ['devlake', 'time-to-restore', ['Sev-1 and Sev-2', 'lower'], ['midway']],
  ['four-keys', 'time-to-restore', ['Sev-1 and Sev-2', 'midway'], ['lower']],
  ['gitlab', 'time-to-restore', ['Sev-1 and Sev-2', 'of days'], ['midway']],
  ['dora-2026', 'incident-recurrence', ['the 90 days before'], []],
  ['devlake', 'incident-recurrence', ['the 90 days before'], []],
  ['four-keys', 'incident-recurrence', ['the 90 days before'], []],
  ['gitlab', 'incident-recurrence', ['the 90 days before'], []],
];

describe('useMeaning', () => {
  it.each(said)('under %s, of %s', async (id, metric, says, not) => {
    const meaning = await read(metric, id);
    for (const words of says) {
      expect(meaning).toContain(words);
    }
    for (const words of not) {
      expect(meaning).not.toContain(words);
    }
  });

  it.each([
    ['dora-2026', 'the weeks for which it is known'],
    ['devlake', 'all weeks of the window'],
    ['four-keys', 'the weeks for which it is known'],
    ['gitlab', 'all weeks of the window'],
  ])('tells the frequency of a roll-up under %s', async (id, words) => {
    const meaning = await read('deployment-frequency', id, true);
    expect(meaning).toContain('How often a typical component');
    expect(meaning).toContain(words);
  });

  it('makes nothing up for a definition that it does not know', async () => {
    expect(await read('change-lead-time', 'of-tomorrow')).toBe(
      'This page does not know the definition; what it decides is listed below.',
    );
  });
});
