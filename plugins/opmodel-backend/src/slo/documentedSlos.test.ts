import { opmodelPermissions } from '@opmodel/backstage-plugin-opmodel-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from '../schema/openapi.generated';

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

const requests = Object.entries(
  openApiDocument.paths as Record<string, Record<string, any>>,
).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => operation.tags?.includes('slo'))
    .map(([method]) => `${method.toUpperCase()} ${path}`),
);

const permissions = opmodelPermissions
  .map(({ name }) => name)
  .filter(name => /slo|release-gate/.test(name));

/** Keys that are set below `opmodel.slo` and `opmodel.openslo`, by their last name. */
function configuredKeys(): string[] {
  const declared = read('plugins/opmodel-backend/config.d.ts');
  return ['openslo', 'slo'].flatMap(section => {
    const [, block] = declared.match(
      new RegExp(`\\n    ${section}\\?: \\{\\n([^]*?)\\n    \\};`),
    )!;
    return [...block.matchAll(/^ +(\w+)\?: (?!\{)/gm)].map(([, key]) => key);
  });
}

describe('what is written about service levels', () => {
  it('names every request and every permission', () => {
    expect(requests.length).toBeGreaterThan(20);
    expect(permissions.length).toBeGreaterThan(3);
    const page = read('docs/slo-api.md');
    expect(
      [...requests, ...permissions].filter(
        asked => !page.includes(`\`${asked}\``),
      ),
    ).toEqual([]);
  });

  it('names no request that there is not', () => {
    const written = [
      ...read('docs/slo-api.md').matchAll(/`((?:GET|POST|PUT) [^`]+)`/g),
    ].map(([, request]) => request);
    expect(written.filter(request => !requests.includes(request))).toEqual([]);
  });

  it('names every key of the configuration', () => {
    const keys = configuredKeys();
    expect(keys).toEqual(
      expect.arrayContaining(['mode', 'backfill', 'whenResolved']),
    );
    const page = read('docs/slo-measurement.md');
    expect(keys.filter(key => !page.includes(`${key}:`))).toEqual([]);
  });
});
