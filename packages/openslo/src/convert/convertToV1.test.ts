import fc from 'fast-check';
import { documentOf } from '../document/OpenSloDocument';
import { hasErrors } from '../document/OpenSloProblem';
import { parseOpenSlo } from '../document/parseOpenSlo';
import {
  anyV1alphaSlo,
  anyV1Document,
  anyV2alphaSlo,
} from '../__testUtils__/arbitraryDocuments';
import { exampleText } from '../__testUtils__/examples';
import {
  mutationsOf,
  pathsOf,
  replaceAt,
} from '../__testUtils__/mutateDocument';
import { rightDocument } from '../__testUtils__/rightDocuments';
import { validateOpenSlo } from '../validate/validateOpenSlo';
import {
  CONVERTED_FROM_ANNOTATION,
  UNCONVERTED_ANNOTATION,
} from './Conversion';
import { convertToV1 } from './convertToV1';

const convert = (...values: object[]) => {
  const { documents, problems } = convertToV1(
    values.map((value, index) => documentOf(value, { index })),
  );
  return {
    values: documents.map(({ value }) => value as Record<string, any>),
    documents,
    problems,
  };
};

describe('convertToV1', () => {
  it('leaves documents of v1 as they are', () => {
    fc.assert(
      fc.property(anyV1Document, value => {
        const document = documentOf(value);
        const { documents, problems } = convertToV1([document]);
        expect(documents[0]).toBe(document);
        expect(problems).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['another version', { apiVersion: 'openslo/v3', kind: 'SLO' }],
    ['no version', { kind: 'SLO' }],
    ['a kind of none', { apiVersion: 'openslo/v1', kind: 'Slo' }],
    [
      'a kind that is only proposed',
      { apiVersion: 'openslo.com/v2alpha', kind: 'BudgetAdjustment' },
    ],
    [
      'a kind that v1alpha does not have',
      { apiVersion: 'openslo/v1alpha', kind: 'SLI' },
    ],
  ])('leaves out %s, and says so', (_, value) => {
    const { documents, problems } = convert(value);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([
      { severity: 'error', rule: 'not-convertible' },
    ]);
  });

  it('says of which version a document was', () => {
    const { values } = convert(rightDocument('sloOfV2alpha'));
    expect(values[0]).toMatchObject({
      apiVersion: 'openslo/v1',
      metadata: {
        annotations: { [CONVERTED_FROM_ANNOTATION]: 'openslo.com/v2alpha' },
      },
    });
  });
});

describe('v2alpha', () => {
  it('gets the names that v1 has', () => {
    const { values, problems } = convert(rightDocument('sloOfV2alpha'));
    const metricSource = { metricSourceRef: 'metrics', spec: { query: 'up' } };
    expect(problems).toEqual([]);
    expect(values).toMatchObject([
      {
        spec: {
          service: 'shop',
          indicator: {
            metadata: { name: 'requests' },
            spec: {
              ratioMetric: {
                counter: true,
                good: { metricSource },
                total: { metricSource },
              },
            },
          },
        },
      },
    ]);
    expect(values[0].spec).not.toHaveProperty('serviceRef');
    expect(values[0].spec).not.toHaveProperty('sli');
  });

  it('takes service as well, and keeps it when the SLO names two', () => {
    const value = rightDocument('sloOfV2alpha');
    const { serviceRef, ...spec } = value.spec;
    expect(
      convert({ ...value, spec: { ...spec, service: 'shop' } }).values[0].spec
        .service,
    ).toBe('shop');
    const { values, problems } = convert({
      ...value,
      spec: { ...spec, service: 'old', serviceRef },
    });
    expect(values[0].spec.service).toBe('shop');
    expect(problems).toMatchObject([
      { rule: 'kept-in-annotation', path: 'spec.service', value: 'old' },
    ]);
    expect(
      JSON.parse(values[0].metadata.annotations[UNCONVERTED_ANNOTATION]),
    ).toEqual({ 'spec.service': 'old' });
  });

  it('keeps labels of objectives, and labels with a domain, in an annotation', () => {
    const value = rightDocument('sloOfV2alpha');
    value.metadata.labels = { team: 'shop', 'example.com/tier': 'one' };
    value.spec.objectives[0].labels = { region: 'eu' };
    const { values, problems } = convert(value);
    expect(values[0].metadata.labels).toEqual({ team: 'shop' });
    expect(
      JSON.parse(values[0].metadata.annotations[UNCONVERTED_ANNOTATION]),
    ).toEqual({
      'spec.objectives[0].labels': { region: 'eu' },
      "metadata.labels['example.com/tier']": 'one',
    });
    expect(problems.map(({ severity, rule }) => [severity, rule])).toEqual([
      ['warning', 'kept-in-annotation'],
      ['warning', 'kept-in-annotation'],
    ]);
  });

  it('makes documents of data sources that stand in place, one of equal ones', () => {
    const { documents } = parseOpenSlo(
      exampleText('other-versions/v2alpha.yaml'),
    );
    const { documents: converted, problems } = convertToV1(documents);
    expect(converted.map(({ kind, name }) => [kind, name])).toEqual([
      ['DataSource', 'delivery-events-data-source'],
      ['SLI', 'delivery-events'],
      ['SLO', 'delivery-on-time'],
    ]);
    expect(converted[0].value).toMatchObject({
      spec: {
        type: 'Prometheus',
        connectionDetails: { url: 'https://prometheus.example.com' },
      },
    });
    expect(problems).toMatchObject([{ rule: 'kept-in-annotation' }]);
    expect(converted[0].positionOf(['spec', 'type'])).toEqual({
      line: 13,
      column: 15,
    });
  });

  it('gives data sources names that are not taken', () => {
    const sli = rightDocument('sliOfV2alpha');
    const spec = (url: string) => ({
      dataSourceSpec: { type: 'Prometheus', connectionDetails: { url } },
      spec: { query: 'up' },
    });
    sli.metadata.name = 'a'.repeat(63);
    sli.spec.ratioMetric.good = spec('https://one.example.com');
    sli.spec.ratioMetric.total = spec('https://two.example.com');
    const taken = rightDocument('dataSource');
    taken.metadata.name = `${'a'.repeat(51)}-data-source`;
    const { documents } = convert(sli, taken);
    const names = documents.map(({ name }) => name!);
    expect(new Set(names).size).toBe(4);
    expect(
      validateOpenSlo(documents, { mode: 'strict' }).filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
  });
});

describe('v1alpha', () => {
  it('gets an indicator in place, and a duration', () => {
    const { values, problems } = convert(
      rightDocument('sloOfV1alphaWithThreshold'),
    );
    expect(problems).toEqual([]);
    expect(values[0].spec).toEqual({
      service: 'shop',
      budgetingMethod: 'Occurrences',
      timeWindow: [{ duration: '30d', isRolling: true }],
      indicator: {
        metadata: { name: 'checkout-sli' },
        spec: {
          thresholdMetric: {
            metricSource: {
              type: 'prometheus',
              spec: { queryType: 'promql', query: 'up' },
            },
          },
        },
      },
      objectives: [{ op: 'lt', value: 0.4, target: 0.9 }],
    });
  });

  it('keeps the value of a ratio, which has no meaning there', () => {
    const { values, problems } = convert(rightDocument('sloOfV1alpha'));
    expect(values[0].spec.objectives).toEqual([{ target: 0.999 }]);
    expect(problems).toMatchObject([
      { rule: 'kept-in-annotation', path: 'spec.objectives[0].value' },
    ]);
  });

  it('assumes slices of five minutes, and says so', () => {
    const { values, problems } = convert(
      rightDocument('sloOfV1alphaWithSlices'),
    );
    expect(values[0].spec.objectives[0].timeSliceWindow).toBe('5m');
    expect(problems.map(({ rule }) => rule)).toContain('slice-assumed');
  });

  it('becomes an SLO for each ratio, as no composite is meant', () => {
    const { documents } = parseOpenSlo(
      exampleText('other-versions/v1alpha.yaml'),
    );
    const { documents: converted, problems } = convertToV1(documents);
    expect(converted.map(({ name, index }) => [name, index])).toEqual([
      ['search', 0],
      ['search-latency', 1],
      ['search-answers-1', 2],
      ['search-answers-2', 2],
    ]);
    expect(problems.filter(({ rule }) => rule === 'split')).toHaveLength(1);
    // The second of the source is the first of the last document.
    expect(
      converted[3].positionOf(['spec', 'objectives', 0, 'target']),
    ).toEqual(documents[2].positionOf(['spec', 'objectives', 1, 'target']));
  });

  it.each([
    [{ unit: 'Day', count: 28 }, '28d'],
    [{ unit: 'week', count: 4 }, '4w'],
    [{ unit: 'Month', count: 1 }, '1M'],
    [{ unit: 'Quarter', count: 1 }, '1Q'],
    [{ unit: 'Second', count: 3_600 }, '60m'],
  ])('takes a window of %j for %s', (window, duration) => {
    const value = replaceAt(
      rightDocument('sloOfV1alphaWithThreshold'),
      ['spec', 'timeWindows', 0],
      window,
    );
    const { values, problems } = convert(value);
    expect(values[0].spec.timeWindow).toEqual([{ duration, isRolling: true }]);
    expect(problems).toEqual([]);
  });

  it('keeps seconds that are no minutes', () => {
    const value = replaceAt(
      rightDocument('sloOfV1alphaWithThreshold'),
      ['spec', 'timeWindows', 0],
      { unit: 'Second', count: 90 },
    );
    const { values, problems } = convert(value);
    expect(values[0].spec.timeWindow[0].duration).toBe('2m');
    expect(problems).toMatchObject([{ rule: 'kept-in-annotation', value: 90 }]);
  });
});

describe('conversion of whatever is right', () => {
  const older = fc.oneof(anyV2alphaSlo, anyV1alphaSlo);
  const targetsOf = (value: Record<string, any>): unknown[] =>
    value.spec.objectives.map(
      ({ target, targetPercent }: Record<string, unknown>) =>
        target ?? targetPercent,
    );

  it('gives what is right by the strict rules of v1', () => {
    fc.assert(
      fc.property(older, value => {
        const { documents, problems } = convert(value);
        expect(hasErrors(problems)).toBe(false);
        const errors = validateOpenSlo(documents, { mode: 'strict' }).filter(
          // v1 asks for a query where v2alpha does not.
          ({ severity, path }) =>
            severity === 'error' && !path.endsWith('metricSource.spec'),
        );
        expect(errors).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every target', () => {
    fc.assert(
      fc.property(older, value => {
        const { values } = convert(value);
        const targets = values
          .filter(({ kind }) => kind === 'SLO')
          .flatMap(targetsOf);
        expect(new Set(targets)).toEqual(new Set(targetsOf(value)));
        expect(targets).toHaveLength(targetsOf(value).length);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no value', () => {
    const leavesOf = (value: unknown): unknown[] =>
      pathsOf(value)
        .map(path =>
          path.reduce<any>((inner, step) => inner[step], value as any),
        )
        .filter(leaf => typeof leaf === 'number' || typeof leaf === 'string');
    fc.assert(
      fc.property(older, value => {
        const { values } = convert(value);
        const kept = new Set(
          values.flatMap(converted => {
            const { [UNCONVERTED_ANNOTATION]: rest = '{}' } =
              converted.metadata.annotations ?? {};
            return [...leavesOf(converted), ...leavesOf(JSON.parse(rest))];
          }),
        );
        const { timeWindows, ...spec } = (value as Record<string, any>).spec;
        const { metadata } = value as Record<string, any>;
        // Windows are said otherwise, and names of parts of one SLO get an ending.
        const lost = [...leavesOf(spec), ...leavesOf(metadata)].filter(
          leaf =>
            !kept.has(leaf) &&
            !(leaf === metadata.name && values.length > 1) &&
            !(timeWindows && leaf === timeWindows[0].count),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not change what is converted already', () => {
    fc.assert(
      fc.property(older, value => {
        const { documents } = convert(value);
        expect(convertToV1(documents).documents).toEqual(documents);
      }),
      { numRuns: 50 },
    );
  });

  it('does not throw, whatever is broken, and changes nothing in place', () => {
    fc.assert(
      fc.property(mutationsOf(older), value => {
        const before = structuredClone(value);
        convert(value);
        expect(value).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
