import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  opmodelTechDebtCreatePermission,
  opmodelTechDebtDeletePermission,
  opmodelTechDebtReadPermission,
  opmodelTechDebtUpdatePermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { organisationScope } from '../catalog/scopesOf';
import type { Subject } from '../subjects';
import type { CreateTechDebtPart, TechDebtGround } from './TechDebtPart';
import { readTechDebtSettings } from './techDebtSettings';

/** Id of the subject in configuration and paths. */
export const techDebtSubjectId = 'tech-debt';

/** What the tech-debt subject stands on. */
export interface TechDebtSubjectOptions
  extends Omit<TechDebtGround, 'settings'> {
  config: RootConfigService;
  /** What it is made of: the register's items, reports, suggestions. In the order in which they hear of a scan. */
  parts: readonly CreateTechDebtPart[];
}

/** Puts the tech-debt subject together. */
export function createTechDebtSubject(
  options: TechDebtSubjectOptions,
): Subject {
  const { catalog, config } = options;
  const ground: TechDebtGround = {
    ...options,
    settings: readTechDebtSettings(config),
  };
  const parts = options.parts.map(create => create(ground));
  return {
    id: techDebtSubjectId,
    readPermission: opmodelTechDebtReadPermission,
    permissions: [
      opmodelTechDebtReadPermission,
      opmodelTechDebtCreatePermission,
      opmodelTechDebtUpdatePermission,
      opmodelTechDebtDeletePermission,
    ],
    addRoutes(router) {
      parts.forEach(part => part.addRoutes?.(router));
    },
    registerActions() {
      parts.forEach(part => part.registerActions?.());
    },
    async listAttention(visibility, owners) {
      const items = await Promise.all(
        parts.map(part => part.listAttention?.(visibility, owners) ?? []),
      );
      return items.flat();
    },
    async countCoverage(visibility) {
      // Whatever is in the catalog may carry debt, and nothing has to: a component without any is covered like the others.
      const applicable = await catalog.countScope(
        { scopeRef: organisationScope, kinds: ['component'] },
        visibility,
      );
      return { reporting: applicable, applicable };
    },
    async listAlarms() {
      const alarms = await Promise.all(
        parts.map(part => part.listAlarms?.() ?? []),
      );
      return alarms.flat();
    },
    async start() {
      for (const part of parts) {
        await part.start?.();
      }
    },
    async onScanned(news) {
      for (const part of parts) {
        await part.onScanned?.(news);
      }
    },
    retentionRules: parts.flatMap(part => part.retentionRules ?? []),
    tasks: parts.flatMap(part => part.tasks ?? []),
  };
}
