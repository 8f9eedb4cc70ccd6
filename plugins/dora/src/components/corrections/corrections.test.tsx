import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildCorrection,
  buildCorrectionPage,
} from '../../__fixtures__/corrections';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { buildUnlinkedIncident } from '../../__fixtures__/incidents';
import { useCorrections } from '../../hooks/useCorrections';
import { CorrectionsPanel } from './CorrectionsPanel';
import { CorrectionsProvider } from './CorrectionsContext';
import { IncidentCorrections } from './IncidentCorrections';

const PAYMENTS = 'component:default/payments-api';

function Page(props: { onCorrected: () => void }) {
  const pages = useCorrections(PAYMENTS, true);
  return (
    <CorrectionsProvider
      entityRef={PAYMENTS}
      mayCorrect={pages.page.data?.mayCorrect ?? false}
      onCorrected={props.onCorrected}
    >
      <IncidentCorrections incident={buildUnlinkedIncident()} />
      <CorrectionsPanel pages={pages} zone="UTC" />
    </CorrectionsProvider>
  );
}

async function show(overrides: Partial<OpmodelApi>) {
  const onCorrected = jest.fn();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({
            listDoraCorrections: async () => buildCorrectionPage(),
            ...overrides,
          }),
        ],
      ]}
    >
      <Page onCorrected={onCorrected} />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findByRole('table', { name: 'Corrections' });
  return onCorrected;
}

describe('corrections', () => {
  it('exclude a period only with its days and a reason, and keep what was typed', async () => {
    const createDoraCorrection = jest
      .fn()
      .mockRejectedValueOnce(new Error("'to' must not be after today"))
      .mockResolvedValue(buildCorrection());
    const onCorrected = await show({ createDoraCorrection });
    await userEvent.click(
      screen.getByRole('button', { name: 'Exclude a period' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Exclude a period' });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    await userEvent.click(save);
    expect(within(dialog).getByText('Choose both days')).toBeInTheDocument();
    expect(within(dialog).getByText('Say why')).toBeInTheDocument();
    expect(createDoraCorrection).not.toHaveBeenCalled();

    await userEvent.type(
      within(dialog).getByLabelText('First day'),
      '2026-12-20',
    );
    await userEvent.type(
      within(dialog).getByLabelText('Last day'),
      '2027-01-03',
    );
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'No releases over the holidays',
    );
    await userEvent.click(save);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      "'to' must not be after today",
    );
    expect(within(dialog).getByLabelText(/Reason/)).toHaveValue(
      'No releases over the holidays',
    );
    await userEvent.click(save);
    expect(createDoraCorrection).toHaveBeenLastCalledWith(PAYMENTS, {
      kind: 'excluded_period',
      from: '2026-12-20',
      to: '2027-01-03',
      cause: 'freeze',
      reason: 'No releases over the holidays',
    });
    expect(onCorrected).toHaveBeenCalledTimes(1);
  });

  it('say that no deployment caused an incident', async () => {
    const createDoraCorrection = jest.fn(async () => buildCorrection());
    await show({ createDoraCorrection });
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Correct the cause of The region lost power',
      }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'What caused The region lost power?',
    });
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Power cut');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(createDoraCorrection).toHaveBeenCalledWith(
      PAYMENTS,
      expect.objectContaining({
        kind: 'failure_link',
        incident: { source: 'https://pager.example.com', id: 'INC-298' },
        deployment: null,
      }),
    );
  });

  it('are undone with a reason', async () => {
    const undoDoraCorrection = jest.fn(async () => buildCorrection());
    const onCorrected = await show({ undoDoraCorrection });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    const dialog = screen.getByRole('dialog', {
      name: 'Undo this correction?',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
    expect(undoDoraCorrection).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'It was another build',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
    expect(undoDoraCorrection).toHaveBeenCalledWith(PAYMENTS, 'c-1', {
      reason: 'It was another build',
    });
    expect(onCorrected).toHaveBeenCalled();
  });

  it('are only read by those who may not correct', async () => {
    await show({
      listDoraCorrections: async () =>
        buildCorrectionPage({
          mayCorrect: false,
          items: [buildCorrection({ mayUndo: false })],
        }),
    });
    expect(screen.getByText('build-1040 failed')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Exclude a period' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Correct the cause/ }),
    ).not.toBeInTheDocument();
  });
});
