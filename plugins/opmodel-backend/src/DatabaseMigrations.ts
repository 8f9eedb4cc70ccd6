import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Folder of the engine's migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@opmodel/backstage-plugin-opmodel-backend',
  'migrations',
);

/**
 * Brings the database to the schema of this version, or leaves it as a newer version made it.
 *
 * During a roll-out the newer version migrates while replicas of the older one still run. When one of those starts again, knex
 * finds migrations that have run and whose files it does not have, and by default refuses to start. They are no reason to: each
 * migration only adds, so that the version before it goes on working (a test holds that). What the refusal would otherwise
 * notice, a published migration that was renamed or removed, is held by a test as well.
 */
export async function migrateDatabase(
  knex: Knex,
  directory: string = migrationsDirectory,
): Promise<void> {
  await knex.migrate.latest({
    directory,
    disableMigrationsListValidation: true,
  });
}
