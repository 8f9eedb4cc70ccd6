import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showRegister } from '../../__testUtils__/showRegister';
import { buildCapacity, buildUnknownCapacity, textOf } from '../../testing';
import { CapacityPanel } from './CapacityPanel';

type Overrides = NonNullable<Parameters<typeof showRegister>[1]>['overrides'];

const PAYMENTS = 'group:default/payments';

async function show(
  overrides: Overrides,
  scope: Parameters<typeof CapacityPanel>[0]['scope'] = {
    type: 'one',
    ref: PAYMENTS,
  },
) {
  await showRegister(
    <CapacityPanel scope={scope} days={{ window: 'P90D' }} />,
    {
      overrides,
    },
  );
}

const tile = async (name: string) =>
  textOf(await screen.findByRole('region', { name }));

describe('the capacity for debt', () => {
  it('lays what was spent beside what was agreed, and says who agreed', async () => {
    const getDebtCapacity = jest.fn(async () => buildCapacity());
    await show({ getDebtCapacity });
    expect(await tile('Spent on debt')).toContain('10 %');
    expect(await tile('Spent on debt')).toContain('2 of 20 items');
    expect(await tile('Spent on debt')).toContain('before: no data');
    expect(await tile('Agreed for debt')).toContain('20 %');
    expect(await tile('Against the agreement')).toContain('10 points less');
    expect(await tile('Against the agreement')).toContain('less than agreed');
    expect(
      textOf(await screen.findByRole('region', { name: 'Capacity for debt' })),
    ).toContain('since 1 Jan 2026');
    expect(getDebtCapacity).toHaveBeenCalledWith(
      { window: 'P90D', scope: PAYMENTS },
      expect.anything(),
    );
  });

  it('explains each number with its figures', async () => {
    await show({ getDebtCapacity: async () => buildCapacity() });
    await userEvent.click(
      await screen.findByRole('button', { name: /Spent on debt/ }),
    );
    expect(await screen.findByText('Spent: 2 ÷ 20 = 0.1')).toBeInTheDocument();
  });

  it('takes what nobody knows for no nought, and holds nothing against what nobody agreed on', async () => {
    await show({ getDebtCapacity: async () => buildUnknownCapacity() });
    const spent = await tile('Spent on debt');
    expect(spent).toContain('No work was completed in these days.');
    expect(spent).not.toContain('0 %');
    const agreed = await tile('Agreed for debt');
    expect(agreed).toContain('nothing agreed');
    expect(agreed).toContain('10 % is proposed');
    expect(await tile('Against the agreement')).not.toContain('points');
  });

  it('does not grade what is thin, and not what is more than agreed', async () => {
    const { current } = buildCapacity();
    await show({
      getDebtCapacity: async () =>
        buildCapacity({ current: { ...current, state: 'thin' } }),
    });
    expect(await tile('Against the agreement')).toContain('10 points less');
    expect(await tile('Against the agreement')).not.toContain(
      'less than agreed',
    );
  });

  it('asks nobody where several scopes are selected, and says why', async () => {
    const getDebtCapacity = jest.fn();
    await show({ getDebtCapacity }, { type: 'several' });
    expect(
      await screen.findByText(/It is told of everything, or of one team/),
    ).toBeInTheDocument();
    expect(getDebtCapacity).not.toHaveBeenCalled();
  });

  it('says that its reader may not see it', async () => {
    await show({
      getDebtCapacity: async () => {
        throw new NotAllowedError('not for you');
      },
    });
    expect(
      await screen.findByRole('heading', { name: 'You may not see this' }),
    ).toBeInTheDocument();
  });

  it('is left out where the engine does not tell it', async () => {
    await show({
      getDebtCapacity: async () => {
        throw new NotFoundError('no such route');
      },
    });
    await waitFor(() =>
      expect(screen.queryByRole('region')).not.toBeInTheDocument(),
    );
  });
});
