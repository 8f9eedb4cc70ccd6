import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { plainText } from '../../testing/plainText';
import { StageBar } from './StageBar';

it('shows the share of each stage and, for one without data, a dash', async () => {
  await renderInTestApp(
    <StageBar
      title="Where the lead time goes"
      caption="Median time of each stage."
      stages={[
        {
          id: 'review',
          label: 'Review',
          series: 'review',
          median: 7_200,
          p90: 36_000,
          n: 12,
          share: 0.75,
        },
        {
          id: 'merge-to-deploy',
          label: 'Merge to deploy',
          series: 'merge-to-deploy',
          median: null,
          p90: null,
          n: 0,
          share: null,
        },
      ]}
    />,
  );
  const rows = within(screen.getByRole('table'))
    .getAllByRole('row')
    .map(row => [...row.children].map(cell => plainText(cell.textContent)));
  expect(rows.slice(1)).toEqual([
    ['Review', '2 h', '10 h', '75 %', '12'],
    ['Merge to deploy', '–', '–', '–', '0'],
  ]);
  expect(screen.getAllByRole('img')).toHaveLength(1);
});
