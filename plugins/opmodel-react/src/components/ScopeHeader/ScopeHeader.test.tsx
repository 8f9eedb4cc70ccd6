import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_WINDOW } from '../../window/windowSelection';
import { plainText } from '../../testing/plainText';
import { ScopeHeader, type ScopeHeaderProps } from './ScopeHeader';

const base: ScopeHeaderProps = {
  title: 'checkout',
  selection: DEFAULT_WINDOW,
  onSelectionChange: jest.fn(),
};

const report: Partial<ScopeHeaderProps> = {
  scope: {
    ref: 'system:default/checkout',
    kind: 'system',
    title: 'Checkout',
    rollUp: true,
    components: 12,
    activeComponents: 10,
  },
  window: {
    from: '2026-08-25',
    to: '2026-11-22',
    days: 90,
    zone: 'Europe/Berlin',
    previous: { from: '2026-05-27', to: '2026-08-24' },
  },
  definition: {
    id: 'dora-2026',
    version: '1',
    title: 'DORA 2026',
    docs: 'dora',
  },
  freshness: {
    state: 'fresh',
    asOf: new Date(Date.now() - 240_000).toISOString(),
    calculating: false,
  },
};

describe('ScopeHeader', () => {
  it('shows the title and the window before anything is known', async () => {
    await renderInTestApp(<ScopeHeader {...base} />);
    expect(
      screen.getByRole('heading', { name: 'checkout' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Window' })).toBeInTheDocument();
    expect(
      screen.queryByRole('group', { name: 'Counts' }),
    ).not.toBeInTheDocument();
  });

  it('says what the report is about, over which days, by which definition and how fresh', async () => {
    await renderInTestApp(<ScopeHeader {...base} {...report} />);
    for (const text of [
      'Checkout',
      '12 components · 10 with deployments in the window',
      '25 Aug – 22 Nov 2026 (90 days, Europe/Berlin)',
      'Definition: DORA 2026',
      'data as of 4 min ago',
    ]) {
      expect(
        screen.getByText(
          (_, element) =>
            element?.children.length === 0 &&
            plainText(element.textContent) === text,
        ),
      ).toBeInTheDocument();
    }
  });

  it('lets a roll-up count by the owners of then', async () => {
    const onOwnershipChange = jest.fn();
    await renderInTestApp(
      <ScopeHeader
        {...base}
        {...report}
        ownership="now"
        onOwnershipChange={onOwnershipChange}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'as owned then' }),
    );
    expect(onOwnershipChange).toHaveBeenCalledWith('then');
  });

  it('says that data is old, and that new data is being counted in', async () => {
    await renderInTestApp(
      <ScopeHeader
        {...base}
        freshness={{
          state: 'stale',
          asOf: new Date(Date.now() - 20 * 86_400_000).toISOString(),
          calculating: true,
        }}
      />,
    );
    expect(
      screen.getByText(/no new data for a while: 20 days ago/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/new data is being counted in/),
    ).toBeInTheDocument();
  });
});
