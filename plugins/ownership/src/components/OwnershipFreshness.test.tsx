import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { OwnershipFreshness } from './OwnershipFreshness';

const HOUR = 3_600_000;

async function show(assessedAt: string | null) {
  await renderInTestApp(
    <OwnershipFreshness freshness={{ snapshotAt: null, assessedAt }} />,
  );
}

const before = (age: number) => new Date(Date.now() - age).toISOString();

describe('OwnershipFreshness', () => {
  it('says when it was assessed', async () => {
    await show(before(HOUR));
    expect(screen.getByText(/^assessed 1 /)).toBeInTheDocument();
    expect(screen.queryByText(/should be assessed/)).not.toBeInTheDocument();
  });

  it('says that an assessment is old', async () => {
    await show(before(25 * HOUR));
    expect(screen.getByText(/should be assessed/)).toBeInTheDocument();
  });

  it('takes what was never assessed for neither', async () => {
    await show(null);
    expect(screen.getByText('not assessed yet')).toBeInTheDocument();
  });
});
