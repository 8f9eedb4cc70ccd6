import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Teams, by what they say of themselves in their Team API. */
      opmodelTeams?: {
        /** Default: true. */
        enabled?: boolean;
        /** When the index is built anew. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Where a hit leads to. Default: `/catalog/:namespace/:kind/:name`. */
        locationTemplate?: string;
      };
      /** Titles of entries of the decision log that are about one entity. */
      opmodelDecisions?: {
        /**
         * Search asks for the permission to read the entity in the catalog. Switch it off where fewer people may read decisions
         * than the catalog, and titles are too much for the others. Default: true.
         */
        enabled?: boolean;
        /** When the index is built anew. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Where a hit leads to. Default: `/ownership/decisions?decision=:id`. */
        locationTemplate?: string;
      };
      /** Service level objectives, by what their documents say of themselves. */
      opmodelSlos?: {
        /** Default: true. */
        enabled?: boolean;
        /** When the index is built anew. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Where a hit leads to. Default: `/slos/:namespace/:name`. */
        locationTemplate?: string;
      };
      /** Titles of items of technical debt that are owed and on one entity. */
      opmodelTechDebt?: {
        /**
         * Search asks for the permission to read the entity in the catalog. Switch it off where fewer people may read tech debt
         * than the catalog, and titles are too much for the others. Default: true.
         */
        enabled?: boolean;
        /** When the index is built anew. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Where a hit leads to. Default: `/tech-debt/items/:id`. */
        locationTemplate?: string;
      };
      /** Scorecards: documents of the catalog by what they say, those of the portal by their titles. */
      opmodelScorecards?: {
        /**
         * Search asks for the permission to read an entity in the catalog: the document, or the group that owns a scorecard of the
         * portal. Switch it off where fewer people may read scorecards, and titles are too much for the others. Default: true.
         */
        enabled?: boolean;
        /** When the index is built anew. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Where a hit leads to. Default: `/scorecards/:namespace/:name`. */
        locationTemplate?: string;
      };
    };
  };
}
