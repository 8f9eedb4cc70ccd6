import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { RetentionRule } from '../retention/RetentionRule';
import { AuthorizedCollectorService } from './AuthorizedCollectorService';
import { createCollectorRetention } from './collectorRetention';
import { addCollectorRoutes } from './collectorRouter';
import {
  CollectorRunner,
  type CollectorRunnerOptions,
} from './CollectorRunner';
import { CollectorService } from './CollectorService';

/** The collectors, put together and not yet at work. */
export interface Collectors {
  service: CollectorService;
  /** Adds the operators' routes. */
  addRoutes(router: Router): void;
  retention: RetentionRule;
  /** Runs the collectors that new or changed entities concern. */
  collectFor(entityRefs: string[]): Promise<void>;
  /** Starts looking after the collectors. */
  start(): Promise<void>;
}

/**
 * Puts together what runs the collectors, and what tells of them.
 *
 * @throws ConflictError when two collectors have one id; InputError when the configuration of one cannot be
 */
export function createCollectors(
  options: CollectorRunnerOptions & {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  },
): Collectors {
  const { store, leases, problems, clock, httpAuth, permissions } = options;
  const runner = new CollectorRunner(options);
  const service = new CollectorService({
    collectors: runner.collectors,
    store,
    leases,
    problems,
    clock,
  });
  const authorized = new AuthorizedCollectorService({ service, permissions });
  return {
    service,
    addRoutes: router =>
      addCollectorRoutes(router, { collectors: authorized, httpAuth }),
    retention: createCollectorRetention({ store, problems }),
    collectFor: entityRefs => runner.collectFor(entityRefs),
    start: () => runner.start(),
  };
}
