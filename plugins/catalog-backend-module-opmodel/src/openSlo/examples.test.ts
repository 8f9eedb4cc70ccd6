import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultNamespaceEntityPolicy,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import type { OpenSloMode } from '@opmodel/openslo';
import { parseAllDocuments } from 'yaml';
import { OpenSloProcessor } from './OpenSloProcessor';

const folder = resolve(__dirname, '../../../../examples/openslo');

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => relative(folder, join(folder, name)));

/** What the catalog holds any entity to. */
const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const cache = { get: async () => undefined, set: async () => {} };

/** Names of the documents of a file, with what is shown to be wrong with each. */
async function process(
  file: string,
  mode: OpenSloMode,
): Promise<{ entity: Entity; errors: string[] }[]> {
  const target = join(folder, file);
  const location = { type: 'file', target };
  const processor = new OpenSloProcessor({
    mode,
    urlReader: mockServices.urlReader.mock(),
  });
  const documents = parseAllDocuments(readFileSync(target, 'utf8'));
  return Promise.all(
    documents.map(async document => {
      const accepted = await policies.enforce(
        await processor.preProcessEntity(
          document.toJS(),
          location,
          () => {},
          location,
          cache,
        ),
      );
      expect(await processor.validateEntityKind(accepted!)).toBe(true);
      const entity = await processor.postProcessEntity(
        accepted!,
        location,
        () => {},
        cache,
      );
      const { status } = entity as unknown as {
        status?: { items: { error: { message: string } }[] };
      };
      return {
        entity,
        errors: (status?.items ?? []).map(({ error }) => error.message),
      };
    }),
  );
}

describe('the examples of OpenSLO', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)('are entities without errors: %s', async file => {
    for (const { entity, errors } of await process(file, 'lenient')) {
      expect(errors).toEqual([]);
      expect(entity.apiVersion).toBe('openslo/v1');
    }
  });

  it.each(files.filter(file => !file.startsWith('as-found')))(
    'are so by the strict rules: %s',
    async file => {
      for (const { errors } of await process(file, 'strict')) {
        expect(errors).toEqual([]);
      }
    },
  );
});
