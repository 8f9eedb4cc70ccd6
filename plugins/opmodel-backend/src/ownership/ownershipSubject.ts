import {
  opmodelOwnershipReadPermission,
  opmodelOwnershipReviewPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { OverviewSubject } from '../overview/OverviewService';
import type { Subject } from '../subjects';
import { readOwnershipDefinition } from './ownershipConfig';
import type { CreateOwnershipPart, OwnershipGround } from './OwnershipPart';

/** Id of the subject in configuration and paths. */
export const ownershipSubjectId = 'ownership';

/** What the home page knows of it, also where it is switched off. */
export const ownershipOverview: Omit<OverviewSubject, 'subject'> = {
  id: ownershipSubjectId,
  readPermission: opmodelOwnershipReadPermission,
  records: [],
};

/** What the ownership subject stands on. */
export interface OwnershipSubjectOptions
  extends Omit<OwnershipGround, 'assess' | 'definition'> {
  /** What it is made of beside the ladder: map, reviews, plans. */
  parts: readonly CreateOwnershipPart[];
}

/** Puts the ownership subject together. */
export function createOwnershipSubject(
  options: OwnershipSubjectOptions,
): Subject {
  const { catalog, config } = options;
  const definition = readOwnershipDefinition(config);
  const ground: OwnershipGround = {
    ...options,
    definition,
    assess: async () => {},
  };
  const parts = options.parts.map(create => create(ground));
  return {
    id: ownershipSubjectId,
    readPermission: opmodelOwnershipReadPermission,
    permissions: [
      opmodelOwnershipReadPermission,
      opmodelOwnershipReviewPermission,
    ],
    addRoutes: router => parts.forEach(part => part.addRoutes(router)),
    registerActions: () => parts.forEach(part => part.registerActions?.()),
    async listAttention(visibility, owners) {
      const items = await Promise.all(
        parts.map(part => part.listAttention?.(visibility, owners) ?? []),
      );
      return items.flat();
    },
    async countCoverage(visibility) {
      const applicable = await catalog.countScope(
        { scopeRef: 'org', kinds: [...definition.kinds] },
        visibility,
      );
      return { reporting: applicable, applicable };
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
