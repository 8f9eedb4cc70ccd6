import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MetricTile } from './MetricTile';

describe('MetricTile', () => {
  it('shows number, unit, change, trend and sample', async () => {
    await renderInTestApp(
      <MetricTile
        label="Deployment frequency"
        value="3.2"
        unit="/ week"
        change="more often"
        trend="trend"
        sample="41 deployments"
      />,
    );
    const tile = within(
      screen.getByRole('region', { name: 'Deployment frequency' }),
    );
    for (const text of [
      '3.2',
      '/ week',
      'more often',
      'trend',
      '41 deployments',
    ]) {
      expect(tile.getByText(text)).toBeInTheDocument();
    }
    expect(tile.queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows a dash and the reason where nothing is known, and neither unit nor trend', async () => {
    await renderInTestApp(
      <MetricTile
        label="Deployment frequency"
        value={null}
        unit="/ week"
        reason="No deployment was ever reported"
        change="more often"
        trend="trend"
      />,
    );
    expect(screen.getByText('–')).toBeInTheDocument();
    expect(
      screen.getByText('No deployment was ever reported'),
    ).toBeInTheDocument();
    for (const text of ['/ week', 'more often', 'trend']) {
      expect(screen.queryByText(text)).not.toBeInTheDocument();
    }
  });

  it('explains itself', async () => {
    const onExplain = jest.fn();
    await renderInTestApp(
      <MetricTile
        label="Change lead time"
        value="22 h"
        onExplain={onExplain}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Explain Change lead time' }),
    );
    expect(onExplain).toHaveBeenCalledTimes(1);
  });
});
