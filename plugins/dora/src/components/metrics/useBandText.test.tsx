import { renderInTestApp } from '@backstage/test-utils';
import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { screen } from '@testing-library/react';
import { useBandText } from './useBandText';

function Band(props: { band: string; metric: DoraMetricId }) {
  const { band } = useBandText();
  return <p>{band(props.band, props.metric)}</p>;
}

describe('useBandText', () => {
  it.each([
    ['<1h', 'change-lead-time', 'less than 1 hour'],
    ['1d-1w', 'change-lead-time', '1 day to 1 week'],
    ['>6m', 'failed-deployment-recovery-time', 'more than 6 months'],
    ['1d-1w', 'deployment-frequency', 'daily to weekly'],
    ['>1m', 'deployment-frequency', 'less often than monthly'],
    ['on-demand', 'deployment-frequency', 'on demand, many a day'],
    ['<=5%', 'change-fail-rate', 'at most 5 %'],
    ['5-20%', 'change-fail-rate', '5 to 20 %'],
    ['>20%', 'change-fail-rate', 'more than 20 %'],
    ['something new', 'change-fail-rate', 'something new'],
  ] as const)('says %s of %s as %s', async (band, metric, words) => {
    await renderInTestApp(<Band band={band} metric={metric} />);
    expect(
      screen.getByText((_, element) =>
        Boolean(
          element?.tagName === 'P' &&
            element.textContent?.replace(/\s/g, ' ') === words,
        ),
      ),
    ).toBeInTheDocument();
  });
});
