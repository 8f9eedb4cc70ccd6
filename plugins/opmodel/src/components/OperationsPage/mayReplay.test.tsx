import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import {
  delivery,
  deliveryPage,
  nothingRejected,
  storage,
  troubledHealth,
  unmapped,
} from './operations.fixtures';
import { OperationsPageContent } from './OperationsPage';

// The answer about a permission is kept for the whole app, so the case of a
// person who may not has a file of its own.
it('offers nothing to replay to those who may not', async () => {
  const asked: string[] = [];
  const api: Partial<OpmodelApi> = {
    getHealth: async () => troubledHealth,
    listUnmappedEvents: async () => unmapped,
    listRejectedEvents: async () => nothingRejected,
    listDeliveries: async () => deliveryPage([delivery()]),
    getStorage: async () => storage,
  };
  renderInTestApp(<OperationsPageContent />, {
    apis: [
      [opmodelApiRef, api as OpmodelApi],
      [
        permissionApiRef,
        mockApis.permission({
          authorize: ({ permission }) => {
            asked.push(permission.name);
            return AuthorizeResult.DENY;
          },
        }),
      ],
    ],
  });

  expect(
    await screen.findByRole('table', { name: /Received and kept/ }),
  ).toBeVisible();
  expect(
    await screen.findByRole('table', { name: /Kept, and applied/ }),
  ).toBeVisible();
  expect(asked).toEqual(['opmodel.event.replay']);
  expect(screen.queryByRole('button', { name: /Replay/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try again now' })).toBeNull();
  expect(screen.queryByRole('columnheader', { name: 'Replay' })).toBeNull();
});
