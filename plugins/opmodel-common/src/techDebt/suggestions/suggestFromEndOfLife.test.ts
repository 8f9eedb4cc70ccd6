import fc from 'fast-check';
import { endOfLifeFacts } from './endOfLifeFacts';
import { readRuntimes } from './readRuntimes';
import type { RuntimeUse } from './runtimeUse';
import { suggestFromEndOfLife } from './suggestFromEndOfLife';

const entityRef = 'component:default/cart';
const options = { table: endOfLifeFacts, today: '2026-11-23' };

function useWith(given: Partial<RuntimeUse> = {}): RuntimeUse {
  return {
    product: 'nodejs',
    version: '18',
    written: 'node:18-alpine',
    isLowest: false,
    path: 'Dockerfile',
    line: 1,
    ...given,
  };
}

describe('suggestFromEndOfLife', () => {
  it('tells a version that is over, with all places that name it', () => {
    const uses = readRuntimes([
      { path: 'Dockerfile', text: 'FROM node:18-slim\n' },
      {
        path: 'package.json',
        text: JSON.stringify({ engines: { node: '>=18 <23' } }),
      },
    ]);
    expect(suggestFromEndOfLife({ entityRef, uses }, options)).toMatchObject([
      {
        source: 'end_of_life',
        title: 'Node.js 18 is past its end of life',
        category: 'infrastructure',
        severity: 'high',
        since: Date.UTC(2025, 3, 30),
        description: [
          'Support of Node.js 18 ended on 2025-04-30.',
          '- `Dockerfile:1`: `node:18-slim`\n- `package.json`: `>=18 <23`, which allows 18 as the lowest',
          "By a table of 2026-11-23; the vendor's page may say otherwise by now.",
        ].join('\n\n'),
        evidence: [
          { name: 'product', value: 'Node.js' },
          { name: 'cycle', value: '18' },
          { type: 'day', name: 'endsOn', value: '2025-04-30' },
          { type: 'day', name: 'activeUntil' },
          { name: 'daysSince', value: 572, unit: 'days' },
          { name: 'places', value: 2, unit: 'count' },
          { name: 'place', value: 'Dockerfile:1 node:18-slim' },
          { name: 'lowestOfRange', value: 'package.json >=18 <23' },
          { name: 'tableOf', value: '2026-11-23' },
          { type: 'link', name: 'vendor' },
        ],
      },
    ]);
  });

  it('tells one that is soon over as less bad, and a framework as a dependency', () => {
    const uses = [
      useWith({ version: '22' }),
      useWith({ product: 'spring-boot', version: '4.0.2' }),
    ];
    expect(suggestFromEndOfLife({ entityRef, uses }, options)).toMatchObject([
      { severity: 'medium', since: null, category: 'infrastructure' },
      {
        title: 'Spring Boot 4.0 nears its end of life',
        category: 'dependency',
      },
    ]);
    expect(
      suggestFromEndOfLife({ entityRef, uses }, { ...options, endingDays: 10 }),
    ).toEqual([]);
  });

  it('tells nothing of what is supported or not known', () => {
    const uses = [
      useWith({ version: '24' }),
      useWith({ version: 'stable' }),
      useWith({ product: 'kiln', version: '1' }),
    ];
    expect(suggestFromEndOfLife({ entityRef, uses }, options)).toEqual([]);
  });

  it('comes to the same in any order, and tells each cycle once', () => {
    const anyUse = fc
      .record({
        product: fc.constantFrom('nodejs', 'python'),
        version: fc.constantFrom('18', '18.2', '16', '3.8', '3.9.1'),
        path: fc.constantFrom('Dockerfile', 'a/Dockerfile', '.nvmrc'),
        line: fc.constantFrom(null, 1, 2, 10),
      })
      .map(useWith);
    fc.assert(
      fc.property(fc.array(anyUse), uses => {
        const found = suggestFromEndOfLife({ entityRef, uses }, options);
        expect(
          suggestFromEndOfLife(
            { entityRef, uses: [...uses].reverse() },
            options,
          ),
        ).toEqual(found);
        const known = found.map(({ fingerprint }) => fingerprint);
        expect(new Set(known).size).toBe(known.length);
      }),
    );
  });
});
