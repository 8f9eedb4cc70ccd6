import { screen, within, fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReportsPanel } from '../reports/ReportsPanel';
import { buildReport, buildReports, CHECKOUT } from '../testing';
import { showRegister } from './showRegister';

type Overrides = NonNullable<Parameters<typeof showRegister>[1]>['overrides'];

/** Shows the panel of reports of the checkout, of which there is one. */
export async function showReports(
  overrides: Overrides = {},
  props: Partial<Parameters<typeof ReportsPanel>[0]> = {},
) {
  const onChanged = jest.fn();
  await showRegister(
    <ReportsPanel
      query={{ entity: CHECKOUT }}
      known={{ entityRef: CHECKOUT }}
      onChanged={onChanged}
      {...props}
    />,
    {
      overrides: {
        listDebtReports: async () => buildReports(buildReport()),
        ...overrides,
      },
    },
  );
  return { onChanged };
}

/** Chooses from the menu of the report. */
export async function chooseDeed(deed: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: /More about the report/ }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: deed }));
}

/** Writes into a field of a dialog. */
export function typeInto(
  dialog: HTMLElement,
  label: RegExp | string,
  value: string,
) {
  fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });
}

/** A dialog by its title. */
export const findDialog = (name: string) =>
  screen.findByRole('dialog', { name });
