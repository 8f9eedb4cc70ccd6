import { opmodelPermissions } from '@opmodel/backstage-plugin-opmodel-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from '../schema/openapi.generated';

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const written = readdirSync(resolve(root, 'docs'))
  .filter(name => /^tech-debt.*[.]md$/.test(name))
  .map(name => read(`docs/${name}`))
  .join('\n');

const requestsOf = (isAsked: (tags: readonly string[]) => boolean) =>
  Object.entries(
    openApiDocument.paths as Record<string, Record<string, any>>,
  ).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags = [] }]) => isAsked(tags))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );

/** Keys that are set below `opmodel.techDebt`, by their last name. */
function configuredKeys(): string[] {
  const ofDebt = ['opmodel-backend', 'opmodel-backend-module-repository']
    .map(name => read(`plugins/${name}/config.d.ts`))
    .map(text => /\n {4}techDebt\?: \{\n([^]*?)\n {4}\};/.exec(text)![1]);
  return [...ofDebt.join('\n').matchAll(/^ +(\w+)\??: (?!\{)/gm)].map(
    ([, key]) => key,
  );
}

describe('what is written about technical debt', () => {
  it('names every request', () => {
    const requests = requestsOf(tags => tags.includes('tech-debt'));
    expect(requests.length).toBeGreaterThan(25);
    expect(
      requests.filter(request => !written.includes(`\`${request}`)),
    ).toEqual([]);
  });

  it('names no request that there is not', () => {
    const all = requestsOf(() => true);
    const named = [
      ...written.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`?\s]+)/g),
    ].map(([, request]) => request);
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter(request => !all.includes(request))).toEqual([]);
  });

  it('names every permission', () => {
    const permissions = opmodelPermissions
      .map(({ name }) => name)
      .filter(name => name.includes('tech-debt'));
    expect(permissions).toHaveLength(4);
    expect(
      permissions.filter(name => !written.includes(`\`${name}\``)),
    ).toEqual([]);
  });

  it('names every key of the configuration', () => {
    const keys = configuredKeys();
    expect(keys).toEqual(expect.arrayContaining(['endingDays', 'mebibytes']));
    expect(
      keys.filter(key => !new RegExp(`\\b${key}\\b`).test(written)),
    ).toEqual([]);
  });
});
