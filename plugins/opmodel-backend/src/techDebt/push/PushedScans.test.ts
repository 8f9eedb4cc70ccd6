import { mockServices } from '@backstage/backend-test-utils';
import type { PushedDebtFindings } from '@opmodel/backstage-plugin-opmodel-node';
import { PushedScans } from './PushedScans';
import { readScanSettings } from './scanSettings';

const now = Date.parse('2026-06-01T12:00:00Z');
const shop = 'component:default/shop';

const result = (text: string) => ({ ruleId: 'a', message: { text } });
const runOf = (name: string, results: unknown[], id?: string) => ({
  tool: { driver: { name } },
  results,
  ...(id && { automationDetails: { id } }),
});
const sarif = (...runs: unknown[]) => ({ version: '2.1.0', runs });
const sonar = (...measures: [metric: string, value: string][]) => ({
  component: {
    key: 'shop-web',
    name: 'Shop',
    measures: measures.map(([metric, value]) => ({ metric, value })),
  },
});

describe('PushedScans', () => {
  const create = (techDebt: object = {}, disabled: string[] = []) => {
    const kept: PushedDebtFindings[] = [];
    const scans = new PushedScans({
      catalog: {
        existingRefs: async refs =>
          new Set([...refs].filter(ref => ref === shop)),
      },
      findings: {
        takes: source => !disabled.includes(source),
        keep: async findings => {
          kept.push(findings);
          return { added: 0 };
        },
      },
      settings: readScanSettings(
        mockServices.rootConfig({ data: { opmodel: { techDebt } } }),
      ),
    });
    const keep = (
      format: 'sarif' | 'sonarqube',
      content: unknown,
      entityRef: string = shop,
    ) => scans.keep({ format, entityRef, scannedAt: now, content });
    return { kept, keep };
  };

  it('keeps what each analysis of a SARIF file found as its own, also where it found nothing', async () => {
    const { kept, keep } = create();
    const answer = await keep(
      'sarif',
      sarif(
        runOf('Oakscan', [result('one'), result('two')], 'go/run-1'),
        runOf('Oakscan', [result('three')], 'js/run-1'),
        runOf('Elmscan', []),
      ),
    );
    expect(answer).toEqual({
      status: 'accepted',
      reading: {
        suggested: 3,
        leftOut: 0,
        suppressed: 0,
        passed: 0,
        unread: 0,
        isComplete: true,
        problems: [],
      },
    });
    expect(
      kept.map(({ part, suggestions, ...rest }) => ({
        ...rest,
        of: part!.value,
        found: suggestions.map(({ description }) => description),
      })),
    ).toEqual(
      [
        ['Oakscan: go', ['one', 'two']],
        ['Oakscan: js', ['three']],
        ['Elmscan', []],
      ].map(([of, found]) => ({
        source: 'sarif',
        entityRef: shop,
        at: now,
        leftOut: [],
        isComplete: true,
        of,
        found: expect.arrayContaining(found as string[]),
      })),
    );
  });

  it('does not take a file for complete of which it left something out', async () => {
    const { kept, keep } = create({ suggestions: { sarif: { most: 1 } } });
    expect(
      await keep(
        'sarif',
        sarif(
          runOf('Oakscan', [result('one'), { level: 'fatal' }, result('b')]),
        ),
      ),
    ).toMatchObject({
      reading: {
        suggested: 1,
        leftOut: 1,
        isComplete: false,
        problems: [
          { path: 'runs[0].results[1].level' },
          { path: 'runs[0].results[1].message' },
        ],
      },
    });
    expect(kept).toMatchObject([
      { isComplete: false, leftOut: [expect.stringMatching(/^sarif:/)] },
    ]);
  });

  it.each([
    [{}, 'version', 'must be 2.1.0'],
    [sarif(), 'runs', 'must have a run: without any, nothing was looked at'],
    [
      sarif({ results: [] }),
      'runs[0].tool.driver.name',
      'must be a text that is not empty',
    ],
  ])(
    'refuses a SARIF file that says nothing: %j',
    async (file, path, message) => {
      const { kept, keep } = create();
      expect(await keep('sarif', file)).toEqual({
        status: 'rejected',
        errors: [{ path, message }],
      });
      expect(kept).toEqual([]);
    },
  );

  it('keeps the debt of a project of SonarQube with its effort and its pages', async () => {
    const { kept, keep } = create({
      suggestions: { sonarqube: { baseUrl: 'https://sonar.example.com/' } },
    });
    await keep(
      'sonarqube',
      sonar(
        ['sqale_index', '4800'],
        ['sqale_debt_ratio', '22.5'],
        ['sqale_rating', '4.0'],
      ),
    );
    expect(kept).toMatchObject([
      {
        source: 'sonarqube',
        part: { evidence: 'project', value: 'shop-web' },
        isComplete: true,
        suggestions: [
          {
            title: 'Maintainability D: Shop',
            principalDays: 10,
            evidence: expect.arrayContaining([
              {
                type: 'link',
                name: 'project',
                url: 'https://sonar.example.com/dashboard?id=shop-web',
              },
            ]),
          },
        ],
      },
    ]);
  });

  it('knows that the debt of a project is gone by its rating, and without one does not', async () => {
    const { kept, keep } = create();
    expect(
      await keep('sonarqube', sonar(['sqale_rating', '1.0'])),
    ).toMatchObject({ reading: { suggested: 0, isComplete: true } });
    expect(await keep('sonarqube', sonar(['sqale_index', '10']))).toMatchObject(
      {
        reading: {
          isComplete: false,
          problems: [{ path: 'component.measures' }],
        },
      },
    );
    expect(kept.map(({ isComplete }) => isComplete)).toEqual([true, false]);
  });

  it('names the field of what is wrong with measures', async () => {
    const { keep } = create();
    expect(await keep('sonarqube', sonar(['sqale_rating', 'E']))).toEqual({
      status: 'rejected',
      errors: [
        {
          path: 'component.measures[0].value',
          message: 'must be a number from 1 to 5, as a text',
        },
      ],
    });
  });

  it('keeps what is of an entity that the catalog does not have yet, and says so', async () => {
    const { kept, keep } = create();
    expect(
      await keep('sarif', sarif(runOf('Oakscan', [])), 'component:default/new'),
    ).toMatchObject({
      status: 'unmapped',
      reason: 'the catalog has no entity component:default/new',
    });
    expect(kept).toHaveLength(1);
  });

  it('takes nothing of what is switched off', async () => {
    const { kept, keep } = create({}, ['sarif']);
    expect(await keep('sarif', sarif(runOf('Oakscan', [])))).toEqual({
      status: 'rejected',
      reason: 'sarif is switched off here',
    });
    expect(kept).toEqual([]);
  });

  it.each([
    [{ sarif: { most: 0 } }, 'suggestions.sarif.most must be a whole number'],
    [{ sonarqube: { baseUrl: 'ftp://sonar' } }, 'sonarqube.baseUrl must be'],
    [{ sonarqube: { fromRating: 'F' } }, 'fromRating must be one of A, B, C'],
    [{ sonarqube: { minutesPerDay: 0.5 } }, 'minutesPerDay must be a whole'],
  ])('refuses the settings %j', (suggestions, message) => {
    expect(() => create({ suggestions })).toThrow(message);
  });
});
