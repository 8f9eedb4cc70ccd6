import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@opmodel/backstage-plugin-catalog-backend-module-opmodel'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-search-backend'));
// Serves where the database is PostgreSQL; on SQLite the index is in memory.
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@opmodel/backstage-plugin-search-backend-module-opmodel'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@opmodel/backstage-plugin-opmodel-backend'));
backend.add(
  import('@opmodel/backstage-plugin-opmodel-backend-module-bitbucket'),
);
backend.add(import('@opmodel/backstage-plugin-opmodel-backend-module-git'));
backend.add(import('@opmodel/backstage-plugin-opmodel-backend-module-github'));
backend.add(import('@opmodel/backstage-plugin-opmodel-backend-module-gitlab'));
backend.add(import('@opmodel/backstage-plugin-opmodel-backend-module-jira'));
backend.add(import('@opmodel/backstage-plugin-opmodel-backend-module-linear'));
backend.add(
  import('@opmodel/backstage-plugin-opmodel-backend-module-pagerduty'),
);
backend.add(
  import('@opmodel/backstage-plugin-opmodel-backend-module-prometheus'),
);
backend.add(
  import('@opmodel/backstage-plugin-opmodel-backend-module-repository'),
);
backend.add(
  import('@opmodel/backstage-plugin-opmodel-backend-module-techdocs'),
);
backend.add(import('@opmodel/demo'));

backend.start();
