import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildDispute, buildDisputePage } from '../../__fixtures__/disputes';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { useDisputes } from '../../hooks/useDisputes';
import { DisputesPanel } from './DisputesPanel';

const PAYMENTS = 'component:default/payments-api';

function Page(props: { onSettled: () => void }) {
  const pages = useDisputes(PAYMENTS);
  return <DisputesPanel pages={pages} zone="UTC" onSettled={props.onSettled} />;
}

async function show(overrides: Partial<OpmodelApi>) {
  const onSettled = jest.fn();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({
            listEntityDisputes: async () => buildDisputePage(),
            ...overrides,
          }),
        ],
      ]}
    >
      <Page onSettled={onSettled} />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findByRole('table', { name: 'Disputed numbers' });
  return onSettled;
}

describe('disputes', () => {
  it('tell what was disputed, who is to answer and until when', async () => {
    await show({});
    const [, row] = screen.getAllByRole('row');
    const text = (row.textContent ?? '').replace(/\s/g, ' ');
    expect(text).toContain('Change fail rate');
    expect(text).toContain('9.8 %');
    expect(text).toContain('2 Dec 2026');
    expect(text).toContain('open');
  });

  it('are answered with a verdict and a reason', async () => {
    const answerDispute = jest.fn(async () => buildDispute());
    const onSettled = await show({ answerDispute });
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    const dialog = screen.getByRole('dialog', {
      name: 'Answer the dispute of Change fail rate',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send' }));
    expect(within(dialog).getByText('Say why')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByLabelText('The number is right'));
    await userEvent.type(
      within(dialog).getByRole('textbox'),
      'Both had a bad release',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send' }));
    expect(answerDispute).toHaveBeenCalledWith(PAYMENTS, 'd-1', {
      verdict: 'rejected',
      answer: 'Both had a bad release',
    });
    expect(onSettled).toHaveBeenCalled();
  });

  it('are withdrawn only by whoever opened them', async () => {
    const withdrawDispute = jest.fn(async () => buildDispute());
    await show({
      withdrawDispute,
      listEntityDisputes: async () =>
        buildDisputePage({
          items: [buildDispute({ mayAnswer: false, mayWithdraw: true })],
        }),
    });
    expect(
      screen.queryByRole('button', { name: 'Answer' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(withdrawDispute).toHaveBeenCalledWith(PAYMENTS, 'd-1');
  });
});
