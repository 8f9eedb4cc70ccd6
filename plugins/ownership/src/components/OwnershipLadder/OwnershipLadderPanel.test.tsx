import { renderInTestApp } from '@backstage/test-utils';
import type {
  OwnershipReport,
  OwnershipRung,
} from '@opmodel/backstage-plugin-opmodel-common';
import { screen, within } from '@testing-library/react';
import { buildOwnershipReport } from '../../__fixtures__/ownershipReport';
import { OwnershipLadderPanel } from './OwnershipLadderPanel';

async function showRung(
  rung: OwnershipRung,
  change: Partial<OwnershipReport> = {},
): Promise<string> {
  const report = buildOwnershipReport();
  await renderInTestApp(
    <OwnershipLadderPanel
      report={{
        ...report,
        ladder: { ...report.ladder!, rungs: [rung] },
        ...change,
      }}
    />,
  );
  const item = within(
    screen.getByRole('list', { name: 'Ownership ladder' }),
  ).getByRole('listitem');
  return (item.textContent ?? '').replace(/\s+/g, ' ');
}

const missing = (
  id: OwnershipRung['id'],
  gap: OwnershipRung['gap'],
  values: OwnershipRung['values'],
): OwnershipRung => ({ id, state: 'missing', gap, values });

describe('OwnershipLadderPanel', () => {
  it.each([
    [
      missing('owner_set', 'unowned', { ownerRef: null }),
      /spec\.owner is empty.*owner: group:default\/my-team/,
    ],
    [
      missing('owner_resolves', 'dangling_owner', {
        ownerRef: 'group:default/gone',
      }),
      /The catalog has no group:default\/gone.*Correct the name/,
    ],
    [
      missing('owner_is_group', 'owner_is_user', {
        ownerRef: 'user:default/ada',
      }),
      /user:default\/ada is not a group.*Name a team/,
    ],
    [
      missing('has_members', 'single_member_team', { members: 1, minimum: 2 }),
      /1 member, .* 2 are needed.*memberOf: \[default\/payments\]/,
    ],
    [
      missing('has_contact', 'owner_without_contact', { contacts: 0 }),
      /No address.*opmodel\.io\/contact: "#payments/,
    ],
    [
      missing('has_escalation', 'owner_without_escalation', {}),
      /Neither an escalation path.*kind: EscalationPath/,
    ],
    [
      missing('reviewed', 'review_overdue', {
        verifiedAt: '2026-01-01T00:00:00Z',
        expiresAt: '2026-04-01T00:00:00Z',
        holdsDays: 90,
      }),
      /that held until 1 Apr 2026.*Confirm the ownership/,
    ],
  ])('says of %j what was found and what to do', async (rung, text) => {
    expect(await showRung(rung)).toMatch(text);
  });

  it('offers the change that activity in the repository suggests', async () => {
    const text = await showRung(
      missing('owner_resolves', 'dangling_owner', { ownerRef: 'group:x/gone' }),
      {
        suggestions: {
          state: 'known',
          items: [
            {
              ownerRef: 'group:default/shop',
              ownerTitle: 'Shop',
              commits: 9,
              share: 0.9,
              contributors: 2,
              change: '-  owner: gone\n+  owner: group:default/shop',
            },
          ],
          unassignedShare: null,
          from: null,
          to: null,
          asOf: null,
        },
      },
    );
    expect(text).toContain('+ owner: group:default/shop');
  });

  it('never shows as good what could not be read', async () => {
    const text = await showRung({
      id: 'has_members',
      state: 'unknown',
      gap: null,
      values: {},
    });
    expect(text).toContain('not known');
    expect(text).not.toContain('member,');
  });

  it('says where nobody is to own it', async () => {
    await renderInTestApp(
      <OwnershipLadderPanel
        report={{ ...buildOwnershipReport(), ladder: null }}
      />,
    );
    expect(
      screen.getByText('Nobody is to own this, so it has no ladder.'),
    ).toBeInTheDocument();
  });
});
