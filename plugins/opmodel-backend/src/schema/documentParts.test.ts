import { openApiDocument } from './openapi.generated';
import { type ApiDocument, partOf, takeApart } from './documentParts';

const document: ApiDocument = {
  openapi: '3.1.0',
  paths: {
    '/scorecards/{name}': { $ref: '#/components/pathItems/Scorecard' },
    '/scorecards': { get: { parameters: [] } },
    '/entities/{kind}/{namespace}/{name}/scorecards/history': {
      get: { $ref: '#/components/schemas/Tree' },
    },
    '/events': { post: { $ref: '#/components/schemas/Event' } },
  },
  components: {
    pathItems: { Scorecard: { get: {} } },
    schemas: {
      Tree: { items: { $ref: '#/components/schemas/Tree' } },
      Event: { properties: { of: { $ref: '#/components/schemas/Source' } } },
      Source: { type: 'string' },
      Unused: {},
    },
  },
};

describe('partOf', () => {
  it.each([
    ['/events', 'events'],
    ['/Events/', 'events'],
    ['/scorecards/entities', 'scorecards'],
    ['/entities/component/default/cart/scorecards', 'scorecards'],
    ['/ENTITIES/Component/default/Cart/SCORECARDS/history', 'scorecards'],
    ['/entities/component/default/cart', 'entities'],
    ['/', ''],
    ['', ''],
  ])('names the part of %p', (path, name) => {
    expect(partOf(path)).toBe(name);
  });
});

describe('takeApart', () => {
  it('gives each part its paths and what they refer to, and no more', () => {
    const parts = takeApart(document);

    expect([...parts.keys()].sort()).toEqual(['events', 'scorecards']);
    expect(parts.get('events')).toEqual({
      openapi: '3.1.0',
      paths: { '/events': document.paths['/events'] },
      components: {
        schemas: {
          Event: document.components!.schemas.Event,
          Source: document.components!.schemas.Source,
        },
      },
    });
    const { paths, components } = parts.get('scorecards')!;
    expect(Object.keys(paths)).toHaveLength(3);
    expect(components).toEqual({
      pathItems: document.components!.pathItems,
      schemas: { Tree: document.components!.schemas.Tree },
    });
  });

  it('leaves no path of the engine out, and none in two parts', () => {
    const found = [...takeApart(openApiDocument as ApiDocument).values()];

    expect(found.flatMap(({ paths }) => Object.keys(paths)).sort()).toEqual(
      Object.keys(openApiDocument.paths).sort(),
    );
    // A path whose part is decided by what stands for a name in it would be looked for elsewhere.
    for (const path of Object.keys(openApiDocument.paths)) {
      expect(partOf(path)).not.toMatch(/[{}]/);
    }
  });
});
