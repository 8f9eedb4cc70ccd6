import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  Attestation,
  AttestationList,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import type { ReactElement } from 'react';
import { AttestDialog } from '../attestations';
import {
  buildExemption,
  createCampaignApi,
} from '../campaigns/testing/campaigns';
import { pagesRouteRef, rootRouteRef } from '../routes';
import { buildSummary, textOf } from '../testing';
import { ExemptionsPage } from './ExemptionsPage';
import { RequestExemptionDialog } from './RequestExemptionDialog';

async function show(
  page: ReactElement,
  overrides: Partial<OpmodelApi> = {},
  path = '/',
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createCampaignApi(overrides)],
        [catalogApiRef, catalogApiMock({ entities: [] })],
      ]}
    >
      {page}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/scorecards': rootRouteRef,
        '/pages': pagesRouteRef,
      },
    },
  );
}

/** A summary whose first check has so many exempt that it is in question. */
function summaryWithBadStandard() {
  const summary = buildSummary();
  const [first, ...others] = summary.scorecards;
  const [check, ...checks] = first.checks;
  return {
    ...summary,
    scorecards: [
      {
        ...first,
        checks: [
          {
            ...check,
            name: 'Has a pager',
            isBadStandard: true,
            summary: {
              ...check.summary,
              applicable: 20,
              exempt: 0.2,
              counts: { ...check.summary.counts, exempt: 4 },
            },
          },
          ...checks.map(one => ({ ...one, isBadStandard: false })),
        ],
      },
      ...others,
    ],
  };
}

describe('the inbox of exemptions', () => {
  it('asks for those of checks only, and for what the part shows', async () => {
    const listAcceptances = jest.fn(async () => ({
      items: [buildExemption()],
      totalItems: 1,
      nextCursor: null,
    }));
    await show(<ExemptionsPage />, { listAcceptances });
    await screen.findByRole('table', { name: 'Waits for me' });
    const asked = () => listAcceptances.mock.calls.at(-1)!.at(0);
    expect(asked()).toEqual({
      subject: 'check',
      box: 'to_decide',
      limit: 25,
    });
    await userEvent.click(screen.getByRole('button', { name: 'In force' }));
    await waitFor(() =>
      expect(asked()).toMatchObject({ box: 'all', state: 'approved' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Ended' }));
    await userEvent.selectOptions(
      screen.getByLabelText('How it ended'),
      'denied',
    );
    await waitFor(() =>
      expect(asked()).toMatchObject({ box: 'all', state: 'denied' }),
    );
  });

  it('shows until when an exemption holds, and lets it be approved', async () => {
    const approveAcceptance = jest.fn(async () => buildExemption());
    await show(<ExemptionsPage />, { approveAcceptance });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Open Exempt Ledger from Has a runbook',
      }),
    );
    const drawer = within(await screen.findByRole('dialog'));
    await userEvent.click(
      await drawer.findByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(approveAcceptance).toHaveBeenCalledWith('a1', {}),
    );
  });

  it('names the checks that too many are exempt from', async () => {
    await show(<ExemptionsPage />, {
      getScorecardSummary: async () => summaryWithBadStandard(),
    });
    const table = await screen.findByRole('table', {
      name: 'Checks in question',
    });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(1);
    expect(textOf(rows[0])).toContain('Has a pager');
    expect(textOf(rows[0])).toContain('20 % 4 of 20');
  });

  it('says what would be here', async () => {
    await show(
      <ExemptionsPage />,
      {
        listAcceptances: async () => ({
          items: [],
          totalItems: 0,
          nextCursor: null,
        }),
      },
      '/?box=inForce',
    );
    expect(
      await screen.findByText('No exemption is in force.'),
    ).toBeInTheDocument();
  });
});

describe('asking for an exemption', () => {
  const dialog = (onRequested = jest.fn(), onClose = jest.fn()) => (
    <RequestExemptionDialog
      entityRef="component:default/ledger"
      entityTitle="Ledger"
      scorecardRef="scorecard:default/production-readiness"
      check={{ checkId: 'has-runbook', name: 'Has a runbook' }}
      onClose={onClose}
      onRequested={onRequested}
    />
  );

  it('needs a reason and a day to come', async () => {
    const requestCheckExemption = jest.fn(async () => buildExemption());
    const onRequested = jest.fn();
    const onClose = jest.fn();
    await show(dialog(onRequested, onClose), { requestCheckExemption });
    const submit = screen.getByRole('button', {
      name: 'Ask for the exemption',
    });
    await userEvent.click(submit);
    expect(screen.getByLabelText(/^Reason/)).toHaveAccessibleDescription(
      'Say why, for those who decide',
    );
    await userEvent.type(screen.getByLabelText(/^Reason/), 'Off in March');
    fireEvent.change(screen.getByLabelText('Until'), {
      target: { value: '2020-01-01' },
    });
    await userEvent.click(submit);
    expect(screen.getByText('This day is over')).toBeInTheDocument();
    expect(requestCheckExemption).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText('Until'), { target: { value: '' } });
    await userEvent.selectOptions(screen.getByLabelText('Risk'), 'high');
    await userEvent.click(submit);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(onRequested).toHaveBeenCalledWith(buildExemption());
    expect(requestCheckExemption).toHaveBeenCalledWith(
      'component:default/ledger',
      {
        scorecard: 'scorecard:default/production-readiness',
        check: 'has-runbook',
        reason: 'Off in March',
        riskLevel: 'high',
      },
    );
  });

  it('puts what the engine refuses at its field, and keeps what was typed', async () => {
    await show(dialog(), {
      requestCheckExemption: async () => {
        throw new Error("'expiresOn' must be at most 30 days away");
      },
    });
    await userEvent.type(screen.getByLabelText(/^Reason/), 'Off in March');
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask for the exemption' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Until')).toHaveAccessibleDescription(
        "'expiresOn' must be at most 30 days away",
      ),
    );
    expect(screen.getByLabelText(/^Reason/)).toHaveValue('Off in March');
  });
});

describe('vouching for something', () => {
  const list: AttestationList = {
    items: [],
    kinds: [
      {
        name: 'threatModel',
        title: 'Threat model',
        description: 'The threats were looked at.',
        maximumDays: 180,
      },
    ],
    mayAttest: true,
  };
  const dialog = (onAttested = jest.fn()) => (
    <AttestDialog
      entityRef="component:default/ledger"
      entityTitle="Ledger"
      attestation="threatModel"
      onClose={jest.fn()}
      onAttested={onAttested}
    />
  );

  it('says what was said last, and sends the new word', async () => {
    const earlier: Attestation = {
      id: '1',
      name: 'threatModel',
      title: 'Threat model',
      holds: true,
      comment: 'Looked at in spring',
      attestedBy: 'user:default/ada',
      attestedAt: '2026-03-01T10:00:00.000Z',
      expiresOn: '2026-08-28',
      isExpired: true,
    };
    const attest = jest.fn(async () => earlier);
    await show(dialog(), {
      listAttestations: async () => ({ ...list, items: [earlier] }),
      attest,
    });
    expect(await screen.findByText('Looked at in spring')).toBeInTheDocument();
    expect(screen.getByText(/It ended on 28 Aug 2026/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Attest' }));
    expect(
      screen.getByLabelText(/^What makes you sure/),
    ).toHaveAccessibleDescription(/^Say what you looked at/);
    await userEvent.type(
      screen.getByLabelText(/^What makes you sure/),
      'A hole was found',
    );
    fireEvent.change(screen.getByLabelText('Until'), {
      target: { value: DateTime.utc().plus({ days: 200 }).toISODate() },
    });
    expect(screen.getByText(/^It can hold until/)).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Until'), { target: { value: '' } });
    await userEvent.click(
      screen.getByRole('button', { name: 'No, it does not' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Attest' }));
    await waitFor(() =>
      expect(attest).toHaveBeenCalledWith('component:default/ledger', {
        name: 'threatModel',
        holds: false,
        comment: 'A hole was found',
      }),
    );
  });

  it.each([
    ['may not', { mayAttest: false }, /^You may not vouch/],
    ['cannot', { kinds: [] }, /^There is nothing of this name/],
  ])('says so to those who %s', async (_, changes, words) => {
    await show(dialog(), {
      listAttestations: async () => ({ ...list, ...changes }),
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Attest' }),
    ).not.toBeInTheDocument();
  });
});
