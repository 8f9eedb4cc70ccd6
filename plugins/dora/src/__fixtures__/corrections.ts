import type {
  DoraCorrection,
  DoraCorrectionPage,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A deployment that a person marked as failed. */
export function buildCorrection(
  overrides: Partial<DoraCorrection> = {},
): DoraCorrection {
  return {
    id: 'c-1',
    entityRef: 'component:default/payments-api',
    kind: 'deployment_failed',
    state: 'active',
    incident: null,
    deployment: { source: 'https://ci.example.com', id: 'build-1040' },
    failed: true,
    planned: null,
    from: null,
    to: null,
    cause: null,
    reason: 'Support found the fault a day later',
    decidedBy: 'user:default/morgan.reyes',
    decidedAt: '2026-11-20T09:15:00.000Z',
    undoneBy: null,
    undoneAt: null,
    undoReason: null,
    mayUndo: true,
    ...overrides,
  };
}

/** The corrections of a component that the caller may correct. */
export function buildCorrectionPage(
  overrides: Partial<DoraCorrectionPage> = {},
): DoraCorrectionPage {
  const items = [buildCorrection()];
  return {
    items,
    totalItems: items.length,
    nextCursor: null,
    mayCorrect: true,
    ...overrides,
  };
}
