import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor } from '@testing-library/react';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { troubledHealth } from '../OperationsPage/operations.fixtures';
import { OperatorNote } from './OperatorNote';

it('neither asks nor says anything for those who may not know', async () => {
  const getHealth = jest.fn(async () => troubledHealth);
  const authorize = jest.fn<AuthorizeResult.DENY, []>(
    () => AuthorizeResult.DENY,
  );
  renderInTestApp(<OperatorNote />, {
    apis: [
      [opmodelApiRef, { getHealth } as Partial<OpmodelApi> as OpmodelApi],
      [permissionApiRef, mockApis.permission({ authorize })],
    ],
  });

  await waitFor(() => expect(authorize).toHaveBeenCalled());
  await new Promise(resolve => setTimeout(resolve, 50));

  expect(getHealth).not.toHaveBeenCalled();
  expect(screen.queryByText(/operator/)).toBeNull();
});
