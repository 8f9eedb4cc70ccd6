import fc from 'fast-check';
import { type EscalationDocument, findEscalation } from './findEscalation';
import type { EscalationRoute } from './operatingDocuments';

function route(
  severities: string[],
  about: EscalationRoute['about'] = 'incident',
): EscalationRoute {
  const steps = [{ targets: ['owner'], afterSeconds: null, via: null }];
  return { about, severities, steps };
}

function path(
  ref: string,
  appliesTo: string[],
  ...paths: EscalationRoute[]
): EscalationDocument {
  return { ref, spec: { appliesTo, paths, url: null } };
}

const scopes = ['component', 'system', 'team', 'division'];

describe('findEscalation', () => {
  const organisation = path('everywhere', [], route([]));
  const division = path('division-path', ['division'], route(['sev1']));
  const system = path('system-path', ['system'], route([], 'risk'), route([]));

  it('takes the path with the most specific attachment', () => {
    const found = findEscalation([organisation, division, system], {
      scopes,
      about: 'incident',
      severity: 'SEV1',
    });
    expect(found).toMatchObject({
      documentRef: 'system-path',
      attachedTo: 'system',
      route: system.spec.paths[1],
    });
  });

  it('goes on to the next one where a path has no route for the matter', () => {
    const question = { scopes, about: 'incident' as const };
    const paths = [organisation, division];
    const of = (severity: string | null) =>
      findEscalation(paths, { ...question, severity })?.documentRef;
    expect(of('sev1')).toBe('division-path');
    expect(of('sev2')).toBe('everywhere');
    expect(
      findEscalation(paths, { scopes, about: 'roadmap', severity: null }),
    ).toBeNull();
  });

  it('takes a route that names the severity before one for all', () => {
    const both = path('both', ['team'], route([]), route(['sev1']));
    const found = (severity: string | null) =>
      findEscalation([both], { scopes, about: 'incident', severity })?.route
        .severities;
    expect(found('sev1')).toEqual(['sev1']);
    expect(found('sev2')).toEqual([]);
    expect(found(null)).toEqual([]);
  });

  it('takes any route while the severity is not known, rather than none', () => {
    expect(
      findEscalation([division], { scopes, about: 'incident', severity: null })
        ?.documentRef,
    ).toBe('division-path');
  });

  const anyPaths = fc.uniqueArray(
    fc
      .tuple(
        fc.string({ minLength: 1, maxLength: 3 }),
        fc.subarray([...scopes, 'elsewhere']),
        fc.array(
          fc
            .tuple(
              fc.subarray(['sev1', 'sev2']),
              fc.constantFrom('incident' as const, 'risk' as const),
            )
            .map(([severities, about]) => route(severities, about)),
          { maxLength: 3 },
        ),
      )
      .map(([ref, appliesTo, routes]) => path(ref, appliesTo, ...routes)),
    { selector: ({ ref }) => ref, maxLength: 6 },
  );

  it('does not depend on the order of the documents', () => {
    fc.assert(
      fc.property(
        anyPaths.chain(paths =>
          fc.tuple(
            fc.constant(paths),
            fc.shuffledSubarray(paths, { minLength: paths.length }),
          ),
        ),
        fc.constantFrom('sev1', 'sev2', 'sev3', null),
        ([paths, shuffled], severity) => {
          const question = { scopes, about: 'incident' as const, severity };
          expect(findEscalation(shuffled, question)).toEqual(
            findEscalation(paths, question),
          );
        },
      ),
    );
  });

  it('finds a way whenever an attached path has a route for all severities', () => {
    fc.assert(
      fc.property(
        anyPaths,
        fc.constantFrom('sev1', 'sev3', null),
        (paths, severity) => {
          const attached = paths.some(
            ({ spec }) =>
              (spec.appliesTo.length === 0 ||
                spec.appliesTo.some(ref => scopes.includes(ref))) &&
              spec.paths.some(
                ({ about, severities }) =>
                  about === 'incident' && severities.length === 0,
              ),
          );
          const found = findEscalation(paths, {
            scopes,
            about: 'incident',
            severity,
          });
          expect(found !== null || !attached).toBe(true);
        },
      ),
    );
  });
});
