import { renderInTestApp } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { plainText } from '../../testing/plainText';
import { TrendChart } from './TrendChart';

const chart = (
  <TrendChart
    title="Delivery week by week"
    caption="Median lead time in each week."
    weeks={['2026-11-02', '2026-11-09', '2026-11-16']}
    partial={[false, false, true]}
    panels={[
      {
        id: 'lead-time',
        label: 'Lead time',
        series: 'lead-time',
        kind: 'line',
        scale: 'duration',
        values: [7_200, null, 10_800],
        previous: [3_600, 3_600, null],
        band: { label: '75th percentile', high: [9_000, null, 14_400] },
      },
      {
        id: 'deployments',
        label: 'Deployments',
        series: 'deployments',
        kind: 'bar',
        scale: 'count',
        values: [0, null, 3],
      },
    ]}
  />
);

describe('TrendChart', () => {
  it('is named by its caption and draws a panel a series', async () => {
    const { container } = await renderInTestApp(chart);
    expect(
      screen.getByRole('figure', { name: 'Median lead time in each week.' }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(container.querySelectorAll('svg.recharts-surface')).toHaveLength(
        2,
      ),
    );
  });

  it('draws nothing where nothing is known', async () => {
    const { container } = await renderInTestApp(chart);
    await waitFor(() =>
      expect(container.querySelectorAll('.recharts-line-dots').length).toBe(1),
    );
    expect(
      container.querySelectorAll('.recharts-line-dots circle'),
    ).toHaveLength(2);
  });

  it('shows the same figures as a table, a gap as a dash and zero as zero', async () => {
    await renderInTestApp(chart);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Delivery week by week: Show as a table',
      }),
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    const cells = rows.map(row =>
      [...row.children].map(cell => plainText(cell.textContent)),
    );
    expect(cells).toEqual([
      [
        'Week',
        'Lead time',
        '75th percentile',
        'Lead time, previous window',
        'Deployments',
      ],
      ['2 Nov 2026', '2 h', '2 h 30 m', '1 h', '0'],
      ['9 Nov 2026', '–', '–', '1 h', '–'],
      ['16 Nov 2026 (part of a week)', '3 h', '4 h', '–', '3'],
    ]);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Delivery week by week: Show as a chart',
      }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
