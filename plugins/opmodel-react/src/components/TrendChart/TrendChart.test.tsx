import { renderInTestApp } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { plainText } from '../../testing/plainText';
import { TrendChart, type TrendChartProps } from './TrendChart';

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

  it('says on which day weeks begin where it is not Monday', async () => {
    await renderInTestApp(
      <TrendChart
        {...chart.props}
        weeks={['2026-11-01', '2026-11-08', '2026-11-15']}
      />,
    );
    expect(
      screen.getByRole('figure', {
        name: 'Median lead time in each week. Weeks begin on Sunday.',
      }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Delivery week by week: Show as a table',
      }),
    );
    expect(
      screen.getByRole('columnheader', { name: 'Week from Sunday' }),
    ).toBeInTheDocument();
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

describe('a TrendChart of what happened', () => {
  const show = (props: Partial<TrendChartProps> = {}) =>
    renderInTestApp(
      <TrendChart
        title="Deployments"
        caption="Deployments and those that failed."
        weeks={['2026-11-02', '2026-11-09', '2026-11-16']}
        panels={[
          {
            id: 'deployments',
            label: 'Deployments',
            series: 'deployments',
            kind: 'bar',
            scale: 'count',
            values: [4, null, 3],
            part: {
              label: 'of them failed',
              series: 'failed-deployments',
              values: [1, null, 0],
            },
          },
          {
            id: 'rate',
            label: 'Fail rate',
            series: 'change-fail-rate',
            kind: 'line',
            scale: 'share',
            low: true,
            values: [0.25, null, 0],
          },
        ]}
        lanes={[
          {
            id: 'failed',
            label: 'Failed',
            state: 'bad',
            counts: [1, null, 0],
            describe: count => `${count} failed`,
          },
        ]}
        periods={[{ from: '2026-11-10', to: '2026-11-12', label: 'freeze' }]}
        {...props}
      />,
    );

  it('marks the weeks in which something happened, and only those', async () => {
    const onChooseWeek = jest.fn();
    await show({ onChooseWeek });
    const lane = within(await screen.findByRole('group', { name: 'Failed' }));
    const mark = lane.getByRole('button');
    expect(mark).toHaveAccessibleName('Week of 2 Nov 2026: 1 failed');
    await userEvent.hover(mark);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('1 failed');
    await userEvent.click(mark);
    expect(onChooseWeek).toHaveBeenCalledWith('2026-11-02');
  });

  it('lets the keyboard choose a week', async () => {
    const onChooseWeek = jest.fn();
    const { container } = await show({ onChooseWeek });
    await waitFor(() =>
      expect(container.querySelector('svg.recharts-surface')).not.toBeNull(),
    );
    const plot = container.querySelector<SVGElement>('svg.recharts-surface')!;
    plot.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onChooseWeek).toHaveBeenCalledWith(
      expect.stringMatching(/^2026-11-/),
    );
  });

  it('shades days by a word, and tells marks and parts in the table', async () => {
    await show();
    expect(await screen.findByText('freeze')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Deployments: Show as a table' }),
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(
      rows.map(row =>
        [...row.children].map(cell => plainText(cell.textContent)),
      ),
    ).toEqual([
      ['Week', 'Deployments', 'of them failed', 'Fail rate', 'Failed'],
      ['2 Nov 2026', '4', '1', '25 %', '1'],
      ['9 Nov 2026', '–', '–', '–', '–'],
      ['16 Nov 2026', '3', '0', '0 %', '0'],
    ]);
  });
});
