import type { DoraDefinitions } from '@opmodel/backstage-plugin-opmodel-common';

/** Two definitions and two editions to choose from. */
export function buildDefinitions(): DoraDefinitions {
  return {
    defaultProfile: 'dora-2026',
    defaultEdition: '2025',
    profiles: [
      {
        id: 'dora-2026',
        version: '2',
        title: 'DORA 2026',
        docs: 'dora#the-dora-2026-profile',
        decisions: [
          { id: 'lead-time-unit', value: 'change' },
          { id: 'median', value: 'interpolated' },
        ],
      },
      {
        id: 'devlake',
        version: '1',
        title: 'Apache DevLake',
        docs: 'dora#the-devlake-profile',
        decisions: [
          { id: 'lead-time-unit', value: 'merge_request' },
          { id: 'median', value: 'lower' },
        ],
      },
    ],
    editions: [
      {
        id: '2024',
        kind: 'tier',
        title: 'Accelerate State of DevOps 2024',
        source: 'https://dora.dev/research/2024/dora-report/',
      },
      {
        id: '2025',
        kind: 'distribution',
        title: 'State of AI-assisted Software Development 2025',
        source: 'https://dora.dev/research/2025/dora-report/',
      },
    ],
  };
}
