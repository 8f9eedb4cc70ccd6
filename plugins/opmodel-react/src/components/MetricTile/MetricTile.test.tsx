import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MetricTile } from './MetricTile';
import { MetricTileGroup, MetricTileGroups } from './MetricTileGroup';

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

describe('MetricTileGroup', () => {
  it('names what its tiles have in common', async () => {
    await renderInTestApp(
      <MetricTileGroups>
        <MetricTileGroup label="Throughput" meaning="how fast" tiles={1}>
          <MetricTile
            label="Change lead time"
            value="22 h"
            detail="p75 44 h"
            badges="high"
          />
        </MetricTileGroup>
        <MetricTileGroup label="Instability" tiles={1} apart>
          <MetricTile label="Change fail rate" value="9 %" />
        </MetricTileGroup>
      </MetricTileGroups>,
    );
    const group = within(screen.getByRole('group', { name: 'Throughput' }));
    const tile = within(
      group.getByRole('region', { name: 'Change lead time' }),
    );
    expect(tile.getByText('p75 44 h')).toBeInTheDocument();
    expect(tile.getByText('high')).toBeInTheDocument();
    expect(group.queryByText('9 %')).not.toBeInTheDocument();
  });
});
