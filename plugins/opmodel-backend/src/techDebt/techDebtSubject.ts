import {
  opmodelTechDebtCreatePermission,
  opmodelTechDebtDeletePermission,
  opmodelTechDebtReadPermission,
  opmodelTechDebtUpdatePermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { organisationScope } from '../catalog/scopesOf';
import { joinParts } from '../subjectParts';
import type { Subject } from '../subjects';
import type { DebtItemStore } from './items/DebtItemStore';
import { createDebtRegister } from './items/DebtRegister';
import type { CreateTechDebtPart, TechDebtGround } from './TechDebtPart';
import { readTechDebtSettings } from './techDebtSettings';

/** Id of the subject in configuration and paths. */
export const techDebtSubjectId = 'tech-debt';

/** What the tech-debt subject stands on. */
export interface TechDebtSubjectOptions
  extends Omit<TechDebtGround, 'settings' | 'register'> {
  /** Keeps the items of the register. */
  store: DebtItemStore;
  /** What it is made of: the register's items, reports, suggestions. In the order in which they hear of a scan. */
  parts: readonly CreateTechDebtPart[];
}

/** Puts the tech-debt subject together. */
export function createTechDebtSubject(
  options: TechDebtSubjectOptions,
): Subject {
  const { catalog, config, store, parts, ...given } = options;
  const settled = {
    ...given,
    catalog,
    config,
    settings: readTechDebtSettings(config),
  };
  const ground: TechDebtGround = {
    ...settled,
    register: createDebtRegister(settled, store),
  };
  return {
    ...joinParts(parts.map(create => create(ground))),
    id: techDebtSubjectId,
    readPermission: opmodelTechDebtReadPermission,
    permissions: [
      opmodelTechDebtReadPermission,
      opmodelTechDebtCreatePermission,
      opmodelTechDebtUpdatePermission,
      opmodelTechDebtDeletePermission,
    ],
    async countCoverage(visibility) {
      // Whatever is in the catalog may carry debt, and nothing has to: a component without any is covered like the others.
      const applicable = await catalog.countScope(
        { scopeRef: organisationScope, kinds: ['component'] },
        visibility,
      );
      return { reporting: applicable, applicable };
    },
  };
}
