import { renderInTestApp } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { plainText } from '../../testing/plainText';
import { DistributionChart } from './DistributionChart';

const chart = (
  <DistributionChart
    title="How lead times spread"
    caption="Number of changes by lead time."
    countLabel="Changes"
    series="lead-time"
    bins={[
      { from: 0, to: 2, count: 1 },
      { from: 2, to: 4, count: 0 },
      { from: 4, to: 8, count: 5 },
    ]}
    marks={[
      { label: 'p50', value: 5 },
      { label: 'p90', value: 7 },
    ]}
  />
);

describe('DistributionChart', () => {
  it('draws a bar a bin that holds something, and marks the percentiles', async () => {
    const { container } = await renderInTestApp(chart);
    await waitFor(() =>
      expect(
        container.querySelectorAll('.recharts-bar-rectangle rect'),
      ).toHaveLength(2),
    );
    expect(
      await screen.findByText(
        (_, element) =>
          element?.tagName === 'text' &&
          plainText(element.textContent) === 'p50 5 s',
      ),
    ).toBeInTheDocument();
    expect(container.querySelectorAll('.recharts-reference-line')).toHaveLength(
      2,
    );
  });

  it('shows the bins as a table', async () => {
    await renderInTestApp(chart);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'How lead times spread: Show as a table',
      }),
    );
    const [, first] = within(screen.getByRole('table')).getAllByRole('row');
    expect(plainText(first.textContent)).toBe('0 s2 s1');
  });
});
